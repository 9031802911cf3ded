import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { StegvisProvider } from './dataProvider';

/** Reads a page that the API serves in one answer. */
export function useRead<T>(path: string, options: { every?: number; enabled?: boolean } = {}) {
  const provider = useDataProvider<StegvisProvider>();
  return useQuery<T>({
    queryKey: ['read', path],
    queryFn: ({ signal }) => provider.read<T>(path, signal),
    refetchInterval: options.every,
    enabled: options.enabled ?? true,
  });
}
