import { useEffect } from 'react';

/** What the page is about: where the keyboard goes on when it would have nowhere else to be. */
export function focusOnHeading(): void {
  document.querySelector<HTMLElement>('#main-content h1')?.focus();
}

/**
 * A dialog that closes gives the focus back to what opened it. When that is gone (the row is done, the button has no more
 * to do), the page's heading has it, and not the top of the document.
 */
export function useFocusAfterwards(): void {
  useEffect(
    () => () => {
      setTimeout(() => {
        const lost = document.activeElement === document.body || document.activeElement === null;
        if (lost) focusOnHeading();
      }, 100);
    },
    [],
  );
}
