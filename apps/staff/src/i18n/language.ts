import { type Language, languages } from '@stegvis/contracts/staff/codes';

const isLanguage = (value: string): value is Language => (languages as readonly string[]).includes(value);

/** The first of the browser's languages that we speak, else Swedish. */
export function languageOfBrowser(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = tag.slice(0, 2).toLowerCase();
    if (isLanguage(language)) return language;
  }
  return 'sv';
}

let current: Language = 'sv';

/** The language of this moment, which every request names, so that refusals arrive in it. */
export const currentLanguage = () => current;

export function speak(language: string): void {
  if (!isLanguage(language)) return;
  current = language;
  document.documentElement.lang = language;
}
