import { readdirSync, readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type DemoUi, demoUi } from './browser.js';
import { viewsOf } from './views.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

const assets = new URL('../dist/assets/', import.meta.url);
/** What stands in the chart library and nowhere else. */
const ofCharts = 'recharts-cartesian-grid';
/** In bytes of script as it travels, compressed with Brotli. */
const most = 250_000;

/** How many bytes of script a file is on its way; small ones are sent as they are. */
function travels(url: string): number {
  const name = url.split('/').at(-1) ?? '';
  const compressed = new URL(`${name}.br`, assets);
  return statSync(compressed, { throwIfNoEntry: false })?.size ?? statSync(new URL(name, assets)).size;
}

/** The script files that a visitor who comes anew asks for. */
async function scriptsOf(page: Page, path: string): Promise<string[]> {
  const asked = new Set<string>();
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) asked.add(request.url());
  });
  await page.goto('about:blank');
  await page.goto(`${demo.url}/#${path}`);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  return [...asked];
}

/** How much of what is seen has moved by itself, as browsers count it; 0.1 is called good. */
async function shiftsOf(page: Page, path: string, whole: string): Promise<number> {
  await page.goto('about:blank');
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${demo.url}/#${path}`);
  await page.locator(whole).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  return page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0));
}

describe('the first screen', () => {
  it.each([
    ['/my-day', 6],
    ['participant', 8],
  ])('of %s needs little script, in few files, and no chart', async (path, files) => {
    const { page, signIn } = await demo.open({ width: 360 });
    await signIn('coach');
    const view = (await viewsOf(demo)).find(({ name }) => name === path);
    const asked = await scriptsOf(page, view?.path ?? path);
    expect(asked.reduce((sum, url) => sum + travels(url), 0)).toBeLessThan(most);
    expect(asked.length).toBeLessThanOrEqual(files);
    expect(asked.filter((url) => readFileSync(new URL(url.split('/').at(-1) ?? '', assets), 'utf8').includes(ofCharts))).toEqual([]);
  });

  it('leaves charts to a file of their own', () => {
    const withCharts = readdirSync(assets).filter((name) => name.endsWith('.js') && readFileSync(new URL(name, assets), 'utf8').includes(ofCharts));
    expect(withCharts).toHaveLength(1);
    expect(withCharts[0]).toMatch(/^StageChart-/);
  });

  it.each([
    ['my-day', 360],
    ['my-day', 1280],
    ['participant', 360],
    ['participant', 1280],
  ])('of %s, %i pixels wide, does not move while it comes', async (name, width) => {
    const { page, signIn } = await demo.open({ width });
    await signIn('coach');
    const view = (await viewsOf(demo)).find((one) => one.name === name);
    if (!view) throw new Error(`There is no view ${name}`);
    expect(await shiftsOf(page, view.path, view.whole)).toBeLessThan(0.05);
  });
});
