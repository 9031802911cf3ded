import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { verbs } from '@stegvis/contracts/permissions/permissions';
import raEnglish from 'ra-language-english';
import { codes as englishCodes } from '../src/i18n/en/codes';
import { pages as englishPages } from '../src/i18n/en/pages';
import { resources as englishResources } from '../src/i18n/en/resources';
import { swedishMessages } from '../src/i18n/ra-language-swedish/index';
import { codes as swedishCodes } from '../src/i18n/sv/codes';
import { pages as swedishPages } from '../src/i18n/sv/pages';
import { resources as swedishResources } from '../src/i18n/sv/resources';
import { flat } from './flat';

const english = flat({ ...englishPages, resources: englishResources, codes: englishCodes });
const swedish = flat({ ...swedishPages, resources: swedishResources, codes: swedishCodes });
const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g))].sort();

const source = new URL('../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.includes('spec') && !file.startsWith('i18n'),
);
const texts = files.map((file) => readFileSync(new URL(file, source), 'utf8'));

/** Every literal that looks like a message key: a word of ours, a dot, a name. */
const words = Object.keys(englishPages).join('|');
const literals = new Set(
  texts.flatMap((text) =>
    [...text.matchAll(new RegExp(`['"\`]((?:${words}|resources|codes)\\.[\\w.-]+)['"\`]`, 'g'))].map((match) => match[1] ?? ''),
  ),
);

describe('the messages', () => {
  it('have the same keys in both languages', () => {
    expect([...swedish.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('take the same values in both languages', () => {
    for (const [key, text] of english) expect([key, placeholders(swedish.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('say something under every key that the pages use', () => {
    expect([...literals].filter((key) => !english.has(key) && !(verbs as string[]).includes(key))).toEqual([]);
    expect(literals.size).toBeGreaterThan(200);
  });

  it('cover React-Admin in Swedish as far as it goes in English', () => {
    const [ours, theirs] = [flat(swedishMessages), flat(raEnglish)];
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    // A sentence may leave a value out, but not ask for one that nobody gives.
    const unknown = [...theirs].flatMap(([key, text]) => placeholders(ours.get(key) ?? '').filter((one) => !placeholders(text).includes(one)));
    expect(unknown).toEqual([]);
    expect(theirs.size).toBeGreaterThan(100);
  });

  it('leave no English word in the Swedish ones', () => {
    const wrong = /\b(the|and|save|update|meeting|dashboard|case|reminder|please|invalid|error|login|logga out)\b/i;
    const all = [...swedish, ...flat(swedishMessages.ra, 'ra.')];
    expect(all.filter(([, text]) => wrong.test(text))).toEqual([]);
  });
});
