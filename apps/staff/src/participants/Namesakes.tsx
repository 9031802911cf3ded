import type { ParticipantRow } from '@stegvis/contracts/participants/participant';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { useGetList } from 'react-admin';
import { participantPath, TextLink } from '../fields/TextLink';

/** People of that name whom the reader may see; nothing while there is none. */
export function Namesakes({ name, children }: { name: string; children: (links: ReactNode) => ReactNode }) {
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(name), 400);
    return () => clearTimeout(timer);
  }, [name]);
  const { data } = useGetList<ParticipantRow>('participants', { filter: { q }, pagination: { page: 1, perPage: 5 } }, { enabled: q !== '' });
  if (!data?.length) return null;
  return children(
    data.map((person, index) => (
      <Fragment key={person.id}>
        {index > 0 && ', '}
        <TextLink to={participantPath(person.id)}>
          {person.givenName} {person.familyName}
        </TextLink>{' '}
        ({person.dateOfBirth.slice(0, 4)}
        {person.siteName && `, ${person.siteName}`})
      </Fragment>
    )),
  );
}
