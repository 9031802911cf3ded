import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi } from './browser.js';
import { flawsOf } from './flaws.js';
import { viewsOf } from './views.js';

const folder = process.env.PICTURES ?? '';
const widths = [360, 1280] as const;
const schemes = ['light', 'dark'] as const;
const languages = [
  ['sv', 'sv-SE'],
  ['en', 'en-GB'],
] as const;
const taken: { name: string; file: string; about: string }[] = [];

let demo: DemoUi;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  demo = await demoUi();
});
afterAll(async () => {
  await demo.stop();
  writeFileSync(join(folder, 'index.html'), sheet());
});

/** All pictures on one page, each a link to itself in full. */
function sheet(): string {
  const figure = ({ file, about }: (typeof taken)[number]) =>
    `<figure><a href="${file}"><img src="${file}" alt="${about}"></a><figcaption>${about}</figcaption></figure>`;
  const names = [...new Set(taken.map(({ name }) => name))];
  const part = (name: string) =>
    `<h2>${name}</h2><div>${taken
      .filter((one) => one.name === name)
      .map(figure)
      .join('')}</div>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stegvis in pictures</title>
<style>body{font:15px system-ui;margin:24px;background:#8a8a8a}div{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}figure{margin:0}img{height:460px;display:block}</style>
<h1>Stegvis in pictures</h1>${names.map(part).join('')}</html>
`;
}

const settings = languages.flatMap(([language, locale]) => widths.flatMap((width) => schemes.map((scheme) => ({ language, locale, width, scheme }))));

describe.each(settings)('in $language, $width pixels wide, $scheme', ({ language, locale, width, scheme }) => {
  it('every view can be shown to anybody', async () => {
    const flaws: Record<string, string[]> = {};
    for (const view of await viewsOf(demo)) {
      const { page, context, complaints, signIn, go } = await demo.open({ locale, width, scheme });
      await signIn(view.role);
      await page.getByRole('button', { name: language === 'sv' ? 'Svenska' : 'English' }).click();
      await go(view.path);
      await page.locator(view.whole).first().waitFor();
      await page.waitForTimeout(300);
      const file = `${view.name}-${width}-${scheme}-${language}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true });
      taken.push({ name: view.name, file, about: `${width} pixels, ${scheme}, ${language}` });
      const found = [...(await flawsOf(page, language)), ...complaints];
      if (found.length > 0) flaws[view.name] = found;
      await context.close();
    }
    expect(flaws).toEqual({});
  });
});
