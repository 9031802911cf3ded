import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { MeetingToday, MyDay } from '@stegvis/contracts/my-day/my-day';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { MeetingStatusTag } from '../fields/Tag';
import { participantPath, TextLink } from '../fields/TextLink';
import { useDates } from '../fields/useDates';
import { Section } from '../layout/Section';
import { hasBegun } from '../meetings/hasBegun';
import { MeetingDialog } from '../meetings/MeetingDialog';
import type { DialogVerb } from '../meetings/MeetingVerbDialog';
import { useMay } from '../useMay';

export function MeetingsToday({ day }: { day: MyDay }) {
  const t = useTranslate();
  const [asked, setAsked] = useState<{ id: string; verb: DialogVerb }>();
  return (
    <Section title={t('myDay.meetingsToday')} id="meetings-today" count={day.meetings.length} flush>
      {day.meetings.length === 0 && <Box sx={{ px: { xs: 2, sm: 3 }, pb: 2, color: 'text.secondary' }}>{t('myDay.noMeetings')}</Box>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {day.meetings.map((meeting) => (
          <Row key={meeting.id} meeting={meeting} onVerb={(verb) => setAsked({ id: meeting.id, verb })} />
        ))}
      </Box>
      {asked && <MeetingDialog id={asked.id} verb={asked.verb} onClose={() => setAsked(undefined)} />}
    </Section>
  );
}

function Row({ meeting, onVerb }: { meeting: MeetingToday; onVerb: (verb: DialogVerb) => void }) {
  const t = useTranslate();
  const { time } = useDates();
  const may = useMay();
  const begun = hasBegun(meeting.startsAt);
  const names = meeting.participants.map(({ participantName }) => participantName).join(', ');
  const button = (verb: 'miss' | 'cancel') =>
    may(`meetings.${verb}`) && (
      <Button size="small" onClick={() => onVerb(verb)} aria-label={`${t(`meeting.verb.${verb}`)}: ${names}`}>
        {t(`meeting.verb.${verb}`)}
      </Button>
    );
  return (
    <Box
      component="li"
      sx={{
        px: { xs: 2, sm: 3 },
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        rowGap: 0.5,
        alignItems: 'center',
      }}
    >
      <Box component="time" dateTime={meeting.startsAt} sx={{ fontWeight: 700, fontVariantNumeric: 'tabular-nums', width: '3.5rem' }}>
        {time(meeting.startsAt)}
      </Box>
      <Box sx={{ flex: '1 1 12rem', minWidth: 0 }}>
        <Box sx={{ fontWeight: 600 }}>
          {meeting.participants.map((person, index) => (
            <span key={person.enrolmentId}>
              {index > 0 && ', '}
              <TextLink to={participantPath(person.participantId)}>{person.participantName}</TextLink>
            </span>
          ))}
        </Box>
        <Box sx={{ color: 'text.secondary' }}>
          {t(`codes.meetingKind.${meeting.kind}`)} · {t(`codes.meetingChannel.${meeting.channel}`)} ·{' '}
          {t('meeting.minutes', { smart_count: meeting.minutes })}
        </Box>
      </Box>
      {meeting.status === 'planned' ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
          {begun && may('meetings.hold') && (
            <Button
              component={Link}
              to={`/meetings/${meeting.id}/write-up`}
              variant="outlined"
              size="small"
              aria-label={`${t('meeting.writeUp')}: ${names}`}
            >
              {t('meeting.writeUp')}
            </Button>
          )}
          {begun && button('miss')}
          {button('cancel')}
        </Box>
      ) : (
        <MeetingStatusTag status={meeting.status} />
      )}
    </Box>
  );
}
