import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi } from './browser.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

describe('a funder', () => {
  it('reads the submitted report of last month, and meets no participant', async () => {
    const { page, complaints, signIn, go } = await demo.open();
    await signIn('funder');
    const [last] = await demo.database.sql<{ id: string }>(
      `select id from app.submission where period_end = date_trunc('month', app.today())::date - 1 order by id limit 1`,
    );
    expect(last).toBeDefined();
    await page.locator(`a[href*="${last?.id}"]`).first().click();
    await page.getByText('<5').first().waitFor();
    const names = (await demo.database.sql<{ name: string }>(`select given_name || ' ' || family_name as name from app.participant`)).map(
      (one) => one.name,
    );
    for (const path of [
      '/submissions',
      '/my-day',
      '/participants',
      '/enrolments',
      '/meetings',
      '/reminders',
      '/dashboard',
      '/report-runs',
      '/staff',
    ]) {
      await go(path);
      const text = await page.locator('body').innerText();
      expect({ path, named: names.filter((name) => text.includes(name)) }).toEqual({ path, named: [] });
    }
    expect(await page.getByRole('link', { name: 'Deltagare' }).count()).toBe(0);
    expect(complaints.filter((one) => !one.includes('403'))).toEqual([]);
  });
});

describe('a project leader', () => {
  it('follows a figure of the dashboard to exactly its rows', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('project-leader');
    await go('/dashboard');
    const figures = page.locator('main a[href*="#/enrolments?"], main a[href*="#/reminders?"]');
    await figures.first().waitFor();
    const links = await figures.evaluateAll((all) =>
      all.map((one) => ({ href: one.getAttribute('href') ?? '', text: (one.textContent ?? '').trim() })),
    );
    const counted = links
      .map(({ href, text }) => ({ href, count: Number(/\d+/.exec(text.replaceAll(/\s/g, ''))?.[0]) }))
      .filter(({ count }) => count > 0 && count < 100);
    expect(counted.length).toBeGreaterThan(10);
    for (const { href, count } of [...new Map(counted.map((one) => [one.href, one])).values()].slice(0, 12)) {
      await go(href.replace(/^#/, ''));
      await page
        .locator('main nav')
        .getByText(new RegExp(`av ${count}$`))
        .waitFor({ timeout: 10_000 });
    }
  });
});
