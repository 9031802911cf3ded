import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useDataProvider } from 'react-admin';
import type { StegvisProvider } from './dataProvider';

/** Reads a page that the API serves in one answer. The browser can paint and listen while what arrived is being put on the page. */
export function useRead<T>(path: string, options: { every?: number; enabled?: boolean } = {}) {
  const provider = useDataProvider<StegvisProvider>();
  const query = useQuery<T>({
    queryKey: ['read', path],
    queryFn: ({ signal }) => provider.read<T>(path, signal),
    refetchInterval: options.every,
    enabled: options.enabled ?? true,
  });
  const data = useDeferredValue(query.data);
  return { ...query, data };
}
