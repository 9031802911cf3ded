import { useQueryClient } from '@tanstack/react-query';
import { HttpError, type Identifier, useDataProvider, useNotify } from 'react-admin';
import type { StegvisProvider } from './dataProvider';

/** What a form does with a refusal: the errors go to their fields, a refusal without any becomes a notification. */
export function useRefusal() {
  const notify = useNotify();
  return (error: unknown): Record<string, string> | undefined => {
    const errors: unknown = error instanceof HttpError ? error.body?.errors : undefined;
    if (errors && typeof errors === 'object') return errors as Record<string, string>;
    notify(error instanceof Error ? error.message : 'layout.unavailable', { type: 'error', autoHideDuration: 8000 });
    return undefined;
  };
}

/** Uses a verb of a record (or, without one, creates a record), and lets every open page read anew. */
export function useAct() {
  const provider = useDataProvider<StegvisProvider>();
  const queries = useQueryClient();
  return async (resource: string, id: Identifier | undefined, verb: string | undefined, body: object): Promise<unknown> => {
    const answer =
      id === undefined || verb === undefined ? (await provider.create(resource, { data: body })).data : await provider.act(resource, id, verb, body);
    await queries.invalidateQueries();
    return answer;
  };
}
