import { type ReactNode, useDeferredValue } from 'react';

/** What lies below the first screen is made right after it, so that the first is there sooner and the browser can breathe in between. */
export function Below({ children }: { children: ReactNode }) {
  const turn = useDeferredValue(true, false);
  return turn && children;
}
