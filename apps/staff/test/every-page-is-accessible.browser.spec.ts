import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type DemoUi, demoUi, seriousFindings } from './browser.js';
import { aReviewUnderWay } from './review.js';
import { at, idsOf, tour } from './tour.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
  await aReviewUnderWay(demo);
});
afterAll(() => demo.stop());

const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

// Colours do not change with the width, and places do not change with the scheme: each is looked at once, whole.
describe.each([
  ['sv-SE', 1280, 'light'],
  ['en-GB', 360, 'dark'],
] as const)('every page, in %s, %i pixels wide and %s,', (locale, width, scheme) => {
  it('of signing in has no serious accessibility problem', async () => {
    const { page } = await demo.open({ locale, width, scheme });
    await page.locator('h1').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it.each(Object.keys(tour))('of a %s has a heading and no serious accessibility problem', async (role) => {
    const { page, context, complaints, signIn, go } = await demo.open({ locale, width, scheme });
    await signIn(role);
    const ids = await idsOf(demo);
    const findings: Record<string, string[]> = {};
    for (const path of tour[role] ?? []) {
      await go(at(path, ids));
      const found = await seriousFindings(page);
      if ((await page.locator('h1').count()) !== 1) found.push(`${await page.locator('h1').count()} main headings`);
      if (await tooWide(page)) found.push('wider than the screen');
      if (found.length > 0) findings[path] = found;
    }
    await context.close();
    expect(findings).toEqual({});
    expect(complaints).toEqual([]);
  });
});

describe.each([
  ['dark', 768],
  ['light', 360],
] as const)('every page, %s and %i pixels wide,', (scheme, width) => {
  it.each(Object.keys(tour))('of a %s fits, and its first has no serious accessibility problem', async (role) => {
    const { page, context, complaints, signIn, go } = await demo.open({ width, scheme });
    await signIn(role);
    expect(await seriousFindings(page)).toEqual([]);
    const ids = await idsOf(demo);
    const wide: string[] = [];
    for (const path of tour[role] ?? []) {
      await go(at(path, ids));
      if (await tooWide(page)) wide.push(path);
    }
    await context.close();
    expect(wide).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
