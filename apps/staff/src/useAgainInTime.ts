import { useEffect } from 'react';
import { HttpError } from 'react-admin';

/** What was refused for being too much in a short time is asked again by itself when that time is over. */
export function useAgainInTime(error: unknown, again: () => void): void {
  useEffect(() => {
    const seconds: unknown = error instanceof HttpError ? error.body?.retryAfter : undefined;
    if (typeof seconds !== 'number') return undefined;
    const timer = setTimeout(again, seconds * 1000);
    return () => clearTimeout(timer);
  }, [error, again]);
}
