import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * The moment at which the page is being printed, else undefined. It is known before the browser lays out the sheets: what changes
 * later, as a media query would make it, moves on sheets that are already counted, and the last ones are lost.
 */
export function usePrinting(): Date | undefined {
  const [since, setSince] = useState<Date>();
  useEffect(() => {
    const begin = () => flushSync(() => setSince(new Date()));
    const end = () => setSince(undefined);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return since;
}
