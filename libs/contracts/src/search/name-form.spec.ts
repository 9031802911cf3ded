import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameForm, partsOfName } from './name-form.js';

describe('a name as it is compared', () => {
  it.each([
    ['Åsa ÖBERG-Ärlig', 'åsa öberg ärlig'],
    ['José Müller', 'jose muller'],
    ['Søren Æbelø', 'sören äbelö'],
    ['O’Brien', 'obrien'],
    ['Nguyễn Đặng', 'nguyen dang'],
    ['Łukasz Šimić', 'lukasz simic'],
    ['A\u030asa', 'åsa'],
    ['  100%_x\\y ', '100 x y'],
    ['محمد', 'محمد'],
  ])('%s is %s', (name, form) => expect(nameForm(name)).toBe(form));

  it('keeps å, ä and ö apart from a and o', () => {
    expect(new Set(['a', 'å', 'ä', 'o', 'ö'].map(nameForm)).size).toBe(5);
  });
});

describe('where a name matched', () => {
  const marked = (name: string, searched: string[]) =>
    partsOfName(name, searched)
      .map(({ text, match }) => (match ? `[${text}]` : text))
      .join('');

  it.each([
    ['Anna-Karin Ek', ['kar', 'e'], 'Anna-[Kar]in [E]k'],
    ['Zoë Öberg', ['zoe', 'öb'], '[Zoë] [Öb]erg'],
    ['O’Brien', ['ob'], '[O’B]rien'],
    ['Anna', ['an', 'ann'], '[Ann]a'],
    ['Anna', ['nn'], 'Anna'],
    ['Åsa', ['a'], 'Åsa'],
  ])('%s for %j: %s', (name, searched, shown) => expect(marked(name, searched)).toBe(shown));

  it('loses no character, whatever the name and the words', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (name, searched) => {
        const words = searched.map(nameForm).filter((word) => word !== '');
        expect(
          partsOfName(name, words)
            .map((part) => part.text)
            .join(''),
        ).toBe(name);
      }),
    );
  });
});
