/** What a language is called in the reader's own, by its ISO 639 code; the names come from the browser. */
export function languageName(locale: string, code: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
}
