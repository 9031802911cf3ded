import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi } from './browser.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

const sentence = 'Den här delen kan inte visas just nu.';

describe('a part of a page that cannot be shown', () => {
  it('says so in its card while the list beside it works, and comes back when asked again', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('project-leader');
    await page.route('**/api/report-schedules*', (route) => route.fulfill({ status: 500, body: '' }));
    await go('/report-runs');
    const card = page.getByRole('region', { name: 'Månadsrapporter' });
    await card.getByText('Stegvis svarar inte just nu').waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(3);
    await page.unroute('**/api/report-schedules*');
    await card.getByRole('button', { name: 'Försök igen' }).click();
    await card.getByRole('switch').or(card.getByRole('checkbox')).first().waitFor();
  });

  it('is my day’s only: the menu, the greeting and the buttons stay, and trying again brings the day', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('coach');
    await go('/participants');
    await page.route('**/api/my-day', (route) => route.fulfill({ status: 500, body: '' }));
    await page.goto('about:blank');
    await go('/my-day');
    await page.getByText('Stegvis svarar inte just nu').waitFor();
    await page.getByRole('link', { name: 'Anteckna möte' }).waitFor();
    await page.getByRole('link', { name: 'Deltagare', exact: true }).waitFor();
    await page.unroute('**/api/my-day');
    await page.getByRole('button', { name: 'Försök igen' }).click();
    await page.getByRole('heading', { name: /Behöver dig nu/ }).waitFor();
  });

  it('is one card, when one part of an answer makes no sense', async () => {
    const { page, signIn } = await demo.open();
    await page.route('**/api/my-day', async (route) => {
      const answer = await route.fetch();
      if (!answer.ok()) return route.fulfill({ response: answer });
      return route.fulfill({ response: answer, json: { ...((await answer.json()) as object), meetings: [{ participants: null }] } });
    });
    await signIn('coach');
    const broken = page.getByRole('region', { name: 'Möten i dag' });
    await broken.getByText(sentence).waitFor();
    await page
      .getByRole('region', { name: /Behöver dig nu/ })
      .getByRole('listitem')
      .first()
      .waitFor();
    await page
      .getByRole('region', { name: /Mina deltagare/ })
      .getByRole('row')
      .nth(1)
      .waitFor();
    await page.unroute('**/api/my-day');
    await page.getByRole('link', { name: 'Deltagare', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Deltagare' }).waitFor();
    await page.getByRole('link', { name: 'Min dag' }).click();
    await page
      .getByRole('region', { name: /Möten i dag/ })
      .getByText(sentence)
      .waitFor({ state: 'detached' });
  });

  it('is the chart, when its file cannot be fetched: the table below has the figures, and another attempt draws it', async () => {
    const { page, signIn } = await demo.open();
    await page.route('**/assets/StageChart-*.js', (route) => route.abort());
    await signIn('project-leader');
    const card = page.getByRole('region', { name: /efter insats och kön/ });
    await card.getByText(sentence).waitFor();
    expect(await card.getByRole('row').count()).toBe(7);
    await page.getByRole('region', { name: 'Målvärden' }).getByRole('row').nth(1).waitFor();
    await page.unroute('**/assets/StageChart-*.js');
    await card.getByRole('button', { name: 'Försök igen' }).click();
    await card.locator('.no-print .recharts-bar-rectangle').first().waitFor();
  });

  it('keeps what was read earlier in sight, and says how old it is', async () => {
    const { page, signIn } = await demo.open();
    await signIn('coach');
    await page.getByRole('heading', { name: /Behöver dig nu/ }).waitFor();
    await page.route('**/api/my-day', (route) => route.fulfill({ status: 503, body: '' }));
    await page.getByRole('link', { name: 'Deltagare', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Deltagare' }).waitFor();
    await page.getByRole('link', { name: 'Min dag' }).click();
    await page.getByText(/Visar läget klockan \d\d:\d\d/).waitFor();
    await page.getByRole('heading', { name: /Behöver dig nu/ }).waitFor();
  });
});

describe('an answer that does not come', () => {
  it('is given up after a while, in a sentence', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('coach');
    await go('/participants');
    await page.route('**/api/my-day', () => new Promise(() => undefined));
    await page.goto('about:blank');
    await page.goto(`${demo.url}/#/my-day`);
    await page.getByText('Det tar för lång tid. Försök igen om en stund.').waitFor({ timeout: 30_000 });
  });
});
