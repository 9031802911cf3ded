import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { loadAccount } from './authProvider';
import { makeI18nProvider } from './i18n/i18nProvider';
import { languageOfBrowser } from './i18n/language';

/** The content policy lets in only styles that carry the nonce of this answer. */
const nonce = document.querySelector('meta[property="csp-nonce"]')?.getAttribute('content') ?? undefined;
const styles = createCache({ key: 'css', nonce });

async function start(root: HTMLElement) {
  const account = await loadAccount().catch(() => null);
  const i18nProvider = await makeI18nProvider(account?.language ?? languageOfBrowser(navigator.languages));
  createRoot(root).render(
    <CacheProvider value={styles}>
      <App i18nProvider={i18nProvider} />
    </CacheProvider>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
