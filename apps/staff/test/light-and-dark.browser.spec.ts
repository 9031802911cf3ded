import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type DemoUi, demoUi } from './browser.js';
import { viewsOf } from './views.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

/** How light the ground of the page is, from 0 to 255. */
const ground = (page: Page) =>
  page.evaluate(() => {
    const colours = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor);
    const seen = colours.find((colour) => colour !== 'rgba(0, 0, 0, 0)') ?? 'rgb(255, 255, 255)';
    const parts = (seen.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    return parts.reduce((sum, part) => sum + part, 0) / 3;
  });
const isDark = async (page: Page) => (await ground(page)) < 60;

describe('the scheme', () => {
  it('follows the system, also while the page is open', async () => {
    const { page } = await demo.open({ scheme: 'dark' });
    await page.locator('h1').waitFor();
    expect(await isDark(page)).toBe(true);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
    expect(await isDark(page)).toBe(false);
  });

  it('can be chosen before and after signing in, and is remembered', async () => {
    const { page, signIn } = await demo.open({ scheme: 'light' });
    await page.getByRole('button', { name: 'Mörkt' }).click();
    expect(await isDark(page)).toBe(true);
    await signIn('coach');
    await page.reload();
    await page.locator('h1').first().waitFor();
    expect(await isDark(page)).toBe(true);
    await page.getByRole('button', { name: /^Konto/ }).click();
    await page.getByRole('menuitemradio', { name: 'Som systemet' }).click();
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
    expect(await isDark(page)).toBe(false);
  });

  it('is right from the first paint, before the program is here', async () => {
    const { page } = await demo.open({ scheme: 'light' });
    await page.getByRole('button', { name: 'Mörkt' }).click();
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await isDark(page)).toBe(true);
  });
});

/** What a sheet would look like: the media of paper, and the moment of printing. */
async function onPaper(page: Page) {
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
}

describe('paper', () => {
  it.each(['participant', 'dashboard', 'report', 'funder'])('has of %s what it is and when, black on white, and nothing to press', async (name) => {
    const view = (await viewsOf(demo)).find((one) => one.name === name);
    const { page, signIn, go } = await demo.open({ scheme: 'dark' });
    await signIn(view?.role ?? '');
    await go(view?.path ?? '');
    await page
      .locator(view?.whole ?? '')
      .first()
      .waitFor();
    await onPaper(page);
    await page.getByText(/^Stegvis · Utskrivet \d+ \S+ \d{4} \d\d:\d\d av \S+/).waitFor();
    expect(await ground(page)).toBe(255);
    const heading = page.locator('h1');
    expect(await heading.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');
    for (const role of ['button', 'navigation', 'banner'] as const)
      expect({ role, seen: await page.getByRole(role).filter({ visible: true }).count() }).toEqual({ role, seen: 0 });
    await page.setViewportSize({ width: 688, height: 1000 });
    // Charts take their new width a moment after the page has.
    await page.waitForFunction(() => document.documentElement.scrollWidth <= 689);
  });

  it('is counted once: nothing of a long page moves when its sheets have been laid out', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('project-leader');
    await go('/dashboard');
    await page.locator('.no-print .recharts-bar-rectangle').first().waitFor();
    await page.setViewportSize({ width: 688, height: 1000 });
    await page.waitForTimeout(500);
    await onPaper(page);
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    const counted = await height();
    await page.waitForTimeout(700);
    expect(await height()).toBe(counted);
    expect(await page.locator('.only-print .recharts-bar-rectangle').filter({ visible: true }).count()).toBeGreaterThan(3);
  });
});
