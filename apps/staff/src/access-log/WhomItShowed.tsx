import type { ShownPerson } from '@stegvis/contracts/access-log/access-event';
import { useTranslate } from 'react-admin';
import { listPath } from '../fields/listPath';
import { participantPath, TextLink } from '../fields/TextLink';

/** What a person is called among those who may not know who it is. */
export const shortPersonName = (id: string) => `P-${id.replaceAll('-', '').slice(-6)}`;

/** One of those who were shown: the page of who sees the person, else all that the log has about the same one. */
export function PersonShown({ person }: { person: ShownPerson }) {
  if (person.name) return <TextLink to={participantPath(person.id)}>{person.name}</TextLink>;
  return <TextLink to={listPath('access-log', { participantId: person.id })}>{shortPersonName(person.id)}</TextLink>;
}

/** The first of those whom an answer showed, and how many more there were. */
export function WhomItShowed({ people, participants, eventId }: { people: number; participants: readonly ShownPerson[]; eventId: string }) {
  const t = useTranslate();
  if (people === 0) return <span>–</span>;
  const few = participants.slice(0, people > 3 ? 2 : 3);
  return (
    <span>
      {few.map((person, place) => (
        <span key={person.id}>
          {place > 0 && ', '}
          <PersonShown person={person} />
        </span>
      ))}
      {people > few.length && (
        <>
          {' '}
          <TextLink to={`/access-log/${eventId}/show`}>{t('accessLog.more', { smart_count: people - few.length })}</TextLink>
        </>
      )}
    </span>
  );
}
