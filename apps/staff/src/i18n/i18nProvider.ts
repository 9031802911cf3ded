import type { Language } from '@stegvis/contracts/staff/codes';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { speak } from './language';

const load: Record<Language, () => Promise<TranslationMessages>> = {
  sv: async () => (await import('./sv')).sv,
  en: async () => (await import('./en')).en,
};

/** Only the language that is read is fetched. */
export async function makeI18nProvider(first: Language): Promise<I18nProvider> {
  const loaded: Partial<Record<string, TranslationMessages>> = { [first]: await load[first]() };
  speak(first);
  const messages = (locale: string) => loaded[locale] ?? load[locale as Language]();
  const provider = polyglotI18nProvider(messages, first, [
    { locale: 'sv', name: 'Svenska' },
    { locale: 'en', name: 'English' },
  ]);
  return {
    ...provider,
    changeLocale: async (locale, options) => {
      await provider.changeLocale(locale, options);
      speak(locale);
    },
  };
}
