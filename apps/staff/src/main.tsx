import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { type ReactNode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';

/** The content policy lets in only styles that carry the nonce of this answer. */
const nonce = document.querySelector('meta[property="csp-nonce"]')?.getAttribute('content') ?? undefined;
const styles = createCache({ key: 'css', nonce });

/** A transition: the browser may paint and listen while the first page is being made. */
function show(root: HTMLElement, program: ReactNode) {
  const tree = createRoot(root);
  startTransition(() => tree.render(<CacheProvider value={styles}>{program}</CacheProvider>));
}

const root = document.getElementById('root');
// A module of its own: React is set up in one go, the program in another.
if (root) void import('./program').then(async ({ program }) => show(root, await program()));
