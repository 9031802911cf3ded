import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi } from './browser.js';
import { englishIn, flawsOf } from './flaws.js';
import { viewsOf } from './views.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

describe.each([
  ['sv-SE', 360, 'dark'],
  ['sv-SE', 1280, 'light'],
] as const)('the pages that Stegvis is judged by, in %s, %i pixels wide and %s,', (locale, width, scheme) => {
  it('have no cut text, no empty chart and no English word', async () => {
    const flaws: Record<string, string[]> = {};
    for (const view of await viewsOf(demo)) {
      const { page, context, complaints, signIn, go } = await demo.open({ locale, width, scheme });
      await signIn(view.role);
      await go(view.path);
      await page.locator(view.whole).first().waitFor();
      const found = [...(await flawsOf(page, 'sv')), ...complaints];
      if (found.length > 0) flaws[view.name] = found;
      await context.close();
    }
    expect(flaws).toEqual({});
  });
});

describe('the look for flaws', () => {
  it('finds what it looks for', async () => {
    const { page, signIn, go } = await demo.open({ width: 360 });
    await signIn('coach');
    await go('/meetings');
    await page.evaluate(() => {
      const cut = Object.assign(document.createElement('p'), { textContent: 'Ett ord som inte får plats här' });
      cut.style.cssText = 'width: 60px; overflow: hidden; white-space: nowrap';
      const outside = Object.assign(document.createElement('p'), { textContent: 'Utanför' });
      outside.style.cssText = 'position: absolute; left: 340px';
      const chart = Object.assign(document.createElement('div'), { role: 'img', innerHTML: '<div class="recharts-wrapper"></div>' });
      const foreign = Object.assign(document.createElement('p'), { textContent: 'Save the meeting' });
      const small = Object.assign(document.createElement('button'), { textContent: 'Liten' });
      document.querySelector('main')?.append(cut, outside, chart, foreign, small);
    });
    const found = (await flawsOf(page, 'sv')).join('\n');
    for (const flaw of [/Ett ord.*is cut/, /Utanför.*outside/, /shows nothing/, /Liten.*thumb/, /"Save the meeting" is English/])
      expect(found).toMatch(flaw);
  });

  it('knows our own English by heart, and leaves Swedish and names alone', () => {
    expect(englishIn(['Meetings', 'Log a meeting', 'för 3 dagar sedan', 'Status', 'Karin Ek', 'Coachning'])).toEqual([
      '"Meetings" is English',
      '"Log a meeting" is English',
    ]);
  });
});
