/** Letters without a mark to take away, and what they count as: as Swedish sorts them, or as they are typed without their keyboard. */
const alike: Readonly<Record<string, string>> = { æ: 'ä', ø: 'ö', œ: 'ö', đ: 'd', ð: 'd', ł: 'l', ı: 'i' };

/**
 * A name as it is compared: lower case, without accents (é is e, ü is u) but with å, ä and ö, which are letters of their own; an
 * apostrophe is nothing, a hyphen or another sign is a space. "Al-Sayed, Zoë" is "al sayed zoe".
 *
 * The database compares, by `app.name_form`, and this is the same rule for whoever must show where a name matched; a database spec
 * holds the two equal.
 */
export function nameForm(text: string): string {
  return [...text.normalize('NFC').toLowerCase()]
    .map((letter) => (/[åäö]/.test(letter) ? letter : withoutMarks(letter)))
    .join('')
    .replaceAll(/['’ʼ´`]/g, '')
    .replaceAll(/[-\s‐‑‒–—.,:;/\\()"%_*+&|]+/g, ' ')
    .trim();
}

function withoutMarks(letter: string): string {
  const bare = letter.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '');
  return alike[bare] ?? bare;
}

/** A piece of a name, and whether it is what was searched for. */
export interface NamePart {
  text: string;
  match: boolean;
}

/** A name in pieces: the beginnings of words that one of the searched words (in name form) begins, and the rest. */
export function partsOfName(name: string, searched: readonly string[]): NamePart[] {
  const pieces = name.split(/([-\s‐‑‒–—.,:;/\\()"%_*+&|]+)/);
  const parts = pieces.flatMap((piece, index): NamePart[] => {
    const length = index % 2 === 0 ? matchedLength(piece, searched) : 0;
    return [
      { text: piece.slice(0, length), match: true },
      { text: piece.slice(length), match: false },
    ];
  });
  return parts.filter(({ text }) => text !== '');
}

/** How many characters of a word the longest of the searched words covers. */
function matchedLength(word: string, searched: readonly string[]): number {
  const form = nameForm(word);
  const longest = Math.max(0, ...searched.filter((one) => form.startsWith(one)).map((one) => one.length));
  let length = 0;
  while (nameForm(word.slice(0, length)).length < longest) length++;
  return length;
}
