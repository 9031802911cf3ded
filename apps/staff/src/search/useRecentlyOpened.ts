import type { ParticipantPage } from '@stegvis/contracts/participants/page';
import type { PersonFound } from '@stegvis/contracts/search/search';
import { type QueryCacheNotifyEvent, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const most = 5;

/** The page of a person that has just been read, if that is what happened. */
function openedBy(event: QueryCacheNotifyEvent): ParticipantPage | undefined {
  if (event.type !== 'updated' || event.action.type !== 'success') return undefined;
  const [what, path] = event.query.queryKey;
  return what === 'read' && /^participants\/[^/]+\/page$/.test(String(path)) ? (event.query.state.data as ParticipantPage) : undefined;
}

function found({ participant, enrolments: [latest] }: ParticipantPage): PersonFound {
  const { id, givenName, familyName, dateOfBirth, protection, pseudonymous } = participant;
  return {
    ...{ id, givenName, familyName, dateOfBirth, protection, pseudonymous },
    ...{ siteName: latest?.siteName ?? null, status: latest?.status ?? null },
  };
}

/**
 * People whose page was opened in this window, the last one first. They are kept in memory only and gone with whoever signs out:
 * nothing about a person may lie in the browser's storage.
 */
export function useRecentlyOpened(): readonly PersonFound[] {
  const queries = useQueryClient();
  const [people, setPeople] = useState<readonly PersonFound[]>([]);
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        const page = openedBy(event);
        if (page) setPeople((before) => [found(page), ...before.filter(({ id }) => id !== page.id)].slice(0, most));
      }),
    [queries],
  );
  return people;
}
