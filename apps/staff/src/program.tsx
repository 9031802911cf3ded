import type { ReactNode } from 'react';
import { App } from './App';
import { loadAccount } from './authProvider';
import { makeI18nProvider } from './i18n/i18nProvider';
import { languageOfBrowser } from './i18n/language';
import { makeTheme } from './theme/theme';

/** Lets the browser paint and listen before the next piece of work. */
const breath = () => new Promise((next) => setTimeout(next));

/** Stegvis in the language of the one who is signed in, else of the browser. */
export async function program(): Promise<ReactNode> {
  await breath();
  const theme = makeTheme();
  await breath();
  const account = await loadAccount().catch(() => null);
  const i18nProvider = await makeI18nProvider(account?.language ?? languageOfBrowser(navigator.languages));
  return <App i18nProvider={i18nProvider} theme={theme} />;
}
