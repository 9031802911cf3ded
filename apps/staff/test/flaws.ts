import type { Page } from 'playwright-core';
import { codes as englishCodes } from '../src/i18n/en/codes';
import { pages as englishPages } from '../src/i18n/en/pages';
import { resources as englishResources } from '../src/i18n/en/resources';
import { codes as swedishCodes } from '../src/i18n/sv/codes';
import { pages as swedishPages } from '../src/i18n/sv/pages';
import { resources as swedishResources } from '../src/i18n/sv/resources';
import { flat } from './flat';

const english = flat({ ...englishPages, resources: englishResources, codes: englishCodes });
const swedish = new Set([...flat({ ...swedishPages, resources: swedishResources, codes: swedishCodes }).values()].flatMap(forms));

/** A message stands for its singular and its plural. */
function forms(text: string): string[] {
  return text.split('||||').map((form) => form.trim());
}

/** What the English UI says and the Swedish one never does; those that take a value are found by their words. */
const onlyEnglish = new Set(
  [...english.values()].flatMap(forms).filter((text) => !swedish.has(text) && !text.includes('%{') && /\p{L}{2}/u.test(text)),
);
/** Words that no Swedish sentence has. */
const telltale =
  /\b(the|and|of|with|from|your|this|yesterday|today|tomorrow|ago|week|weeks|day|days|month|months|loading|search|save|cancel|close|open menu|sort|rows|page|AM|PM)\b/;

/** What a person reads or hears on the page, piece by piece. */
async function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What says that it is in another language may be.
    const foreign = '[lang]:not(html)';
    const heard = [...document.querySelectorAll('body *')]
      .filter((element) => !element.closest(foreign))
      .flatMap((element) => ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const read: string[] = [document.title];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement;
      if (around && !around.closest(`script, style, noscript, ${foreign}`)) read.push(node.textContent ?? '');
    }
    return [...heard, ...read].map((text) => text.trim()).filter((text) => text !== '');
  });
}

/** Text that is cut, or stands where nobody can see it. */
async function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      const typed = element instanceof HTMLInputElement && element.value !== '';
      if (!own && !typed) continue;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      // Hidden, or there for those who listen only.
      if (box.width <= 1 || box.height <= 1 || style.visibility === 'hidden' || element.closest('[aria-hidden=true], script, style')) continue;
      const what = `${element.tagName.toLowerCase()} "${(typed ? element.value : (element.textContent ?? '')).trim().slice(0, 60)}"`;
      const inline = style.display === 'inline';
      if (!inline && element.scrollWidth > element.clientWidth + 1)
        found.push(`${what} is cut: ${element.scrollWidth} of ${element.clientWidth} pixels`);
      if (!inline && style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 2) found.push(`${what} is cut below`);
      const scrolls = element.closest('[tabindex="0"]') !== null;
      if (!scrolls && (box.right > wide + 1 || (box.left < -1 && box.bottom > 0))) found.push(`${what} is outside the screen`);
      const frame = element.closest<HTMLElement>('.MuiCard-root, .MuiDialog-paper')?.getBoundingClientRect();
      if (!scrolls && frame && (box.right > frame.right + 1 || box.left < frame.left - 1)) found.push(`${what} sticks out of its card`);
    }
    if (document.documentElement.scrollWidth > wide + 1)
      found.push(`the page is ${document.documentElement.scrollWidth} pixels wide on a screen of ${wide}`);
    return [...new Set(found)];
  });
}

/** What is pressed with a thumb and is too small for it: below 44 pixels in height, on a screen that is touched. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (!matchMedia('(pointer: coarse)').matches) return [];
    return [...document.querySelectorAll<HTMLElement>('main button, main .MuiButton-root, header button, header .MuiButton-root')]
      .filter((target) => target.checkVisibility() && !target.closest('.MuiInputBase-root'))
      .map((target) => ({ name: target.getAttribute('aria-label') ?? target.textContent ?? '', height: target.getBoundingClientRect().height }))
      .filter(({ height }) => height > 0 && height < 43.5)
      .map(({ name, height }) => `"${name}" is ${Math.round(height)} pixels high, too little for a thumb`);
  });
}

/** Charts without a single bar. */
async function emptyCharts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role=img]:has(.recharts-wrapper)')]
      .filter((chart) => {
        const bars = [...chart.querySelectorAll('.no-print .recharts-bar-rectangle path')];
        return !bars.some((bar) => bar.getBoundingClientRect().width > 1 && bar.getBoundingClientRect().height > 1);
      })
      .map((chart) => `"${chart.getAttribute('aria-label')}" shows nothing`),
  );
}

/** English on a Swedish page: words of our own messages, or words that give it away. */
export function englishIn(words: readonly string[]): string[] {
  return [...new Set(words.filter((text) => onlyEnglish.has(text) || telltale.test(text)))].map((text) => `"${text}" is English`);
}

/** What one would not show anybody: cut text, an empty chart, a button too small for a thumb, another language. */
export async function flawsOf(page: Page, language: 'sv' | 'en'): Promise<string[]> {
  const other = language === 'sv' ? englishIn(await wordsOf(page)) : [];
  return [...(await cutTexts(page)), ...(await emptyCharts(page)), ...(await smallTargets(page)), ...other];
}
