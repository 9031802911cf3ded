import Box from '@mui/material/Box';
import { partsOfName } from '@stegvis/contracts/search/name-form';
import type { MeetingFound, PersonFound } from '@stegvis/contracts/search/search';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ageOn, today } from '../fields/dates';
import { EnrolmentStatusTag, MeetingStatusTag } from '../fields/Tag';
import { useDates } from '../fields/useDates';
import { ProtectionTag } from '../participants/ProtectionTag';
import { PseudonymTag } from '../participants/PseudonymTag';
import type { Choice } from './choices';
import { Marked } from './Marked';

/** What a choice says of itself: enough to tell it from its neighbours. */
export function ChoiceText({ choice, words }: { choice: Choice; words: readonly string[] }) {
  const t = useTranslate();
  switch (choice.kind) {
    case 'person':
      return <Person person={choice.person} words={words} />;
    case 'meeting':
      return <Meeting meeting={choice.meeting} words={words} />;
    case 'place':
      return <Lines first={<Marked text={choice.label} words={words} />} />;
    case 'number':
      return <Lines first={t('search.number')} second={t('search.numberHint')} />;
  }
}

function Person({ person, words }: { person: PersonFound; words: readonly string[] }) {
  const t = useTranslate();
  const { date } = useDates();
  const { givenName, familyName, dateOfBirth, siteName, status, protection, pseudonymous } = person;
  const age = t('participant.years', { smart_count: ageOn(today(), dateOfBirth) });
  return (
    <Lines
      first={<Marked text={`${givenName} ${familyName}`} words={words} />}
      second={[`${t('search.born', { date: date(dateOfBirth) })} (${age})`, siteName].filter(Boolean).join(' · ')}
      end={
        <>
          <ProtectionTag protection={protection} />
          <PseudonymTag pseudonymous={pseudonymous} />
          {status && <EnrolmentStatusTag status={status} />}
        </>
      }
    />
  );
}

function Meeting({ meeting, words }: { meeting: MeetingFound; words: readonly string[] }) {
  const t = useTranslate();
  const { instant } = useDates();
  const kind = t(`codes.meetingKind.${meeting.kind}`);
  const matches = (name: string) => partsOfName(name, words).some(({ match }) => match);
  const all = meeting.participants.map((person) => person.participantName);
  // Of a group, those whom the search is about are named first: there may not be room for all.
  const names = [...all.filter(matches), ...all.filter((name) => !matches(name))].join(', ');
  return (
    <Lines
      first={
        <>
          <time dateTime={meeting.startsAt}>{instant(meeting.startsAt)}</time> · <Marked text={names || kind} words={words} />
        </>
      }
      second={[names && kind, meeting.siteName, meeting.coachName].filter(Boolean).join(' · ')}
      end={<MeetingStatusTag status={meeting.status} />}
    />
  );
}

function Lines({ first, second, end }: { first: ReactNode; second?: ReactNode; end?: ReactNode }) {
  return (
    <>
      <Box sx={{ flex: '1 1 0', minWidth: 0 }}>
        <Box sx={{ overflowWrap: 'anywhere', display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>
          {first}
        </Box>
        {second && <Box sx={{ color: 'text.secondary', fontSize: '0.9rem' }}>{second}</Box>}
      </Box>
      {end && <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 0.5, maxWidth: '45%' }}>{end}</Box>}
    </>
  );
}
