import type { ReactNode } from 'react';
import { App } from './App';
import { loadAccount } from './authProvider';
import { makeI18nProvider } from './i18n/i18nProvider';
import { languageOfBrowser } from './i18n/language';

/** Stegvis in the language of the one who is signed in, else of the browser. */
export async function program(): Promise<ReactNode> {
  const account = await loadAccount().catch(() => null);
  const i18nProvider = await makeI18nProvider(account?.language ?? languageOfBrowser(navigator.languages));
  return <App i18nProvider={i18nProvider} />;
}
