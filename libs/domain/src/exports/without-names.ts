/**
 * A purpose as the access log keeps it: a word that is a part of the name of somebody in the file is left out, since the log
 * names nobody by name. What was asked for stands whole in the export itself, which only its owner reads.
 */
export function withoutNames(purpose: string, names: readonly string[]): string {
  const known = new Set(names.flatMap((name) => wordsOf(name)).map(plain));
  return purpose.replaceAll(word, (one) => (known.has(plain(one)) || known.has(plain(one.replace(/s$/i, ''))) ? '…' : one));
}

const word = /[\p{L}\p{M}]+/gu;
const wordsOf = (text: string): string[] => (text.match(word) ?? []).filter(({ length }) => length > 1);
const plain = (text: string): string => text.toLocaleLowerCase('sv');
