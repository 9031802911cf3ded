import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { EnrolmentOnPage } from '@stegvis/contracts/participants/page';
import { useDeferredValue, useState } from 'react';
import { useTranslate } from 'react-admin';
import { today } from '../fields/dates';
import { Section } from '../layout/Section';
import { MeetingEvent } from './MeetingEvent';
import { MilestoneEvent } from './MilestoneEvent';
import { StageBars } from './StageBars';
import { isComing, type TimelineEvent, timelineEvents } from './timelineEvents';

type Shown = 'all' | 'meetings' | 'stages';
const firstShown = 15;

/** Stages and meetings on one line of time: the stages as bars, everything that happened under them. */
export function Timeline({ enrolment }: { enrolment: EnrolmentOnPage }) {
  const t = useTranslate();
  const [shown, setShown] = useState<Shown>('all');
  const [many, setMany] = useState(false);
  const now = new Date().toISOString();
  const events = timelineEvents(enrolment).filter((event) => shown === 'all' || (shown === 'meetings') === (event.kind === 'meeting'));
  const coming = events.filter((event) => isComing(event, now, today())).reverse();
  const past = events.filter((event) => !isComing(event, now, today()));
  const visible = many ? past : past.slice(0, firstShown);
  return (
    <Section title={t('participant.timeline')} paper="long">
      {shown !== 'meetings' && <StageBars enrolment={enrolment} />}
      <Stack
        direction="row"
        useFlexGap
        spacing={1}
        role="group"
        aria-label={t('layout.filters')}
        className="no-print"
        sx={{ my: 2, flexWrap: 'wrap' }}
      >
        {(['all', 'meetings', 'stages'] as const).map((one) => (
          <Chip
            key={one}
            label={t(`participant.show.${one}`)}
            component="button"
            clickable
            aria-pressed={shown === one}
            color={shown === one ? 'primary' : 'default'}
            variant={shown === one ? 'filled' : 'outlined'}
            onClick={() => setShown(one)}
          />
        ))}
      </Stack>
      {coming.length > 0 && <Typography variant="h3">{t('participant.coming')}</Typography>}
      {coming.length > 0 && <Events events={coming} />}
      {coming.length > 0 && (
        <Typography variant="h3" sx={{ mt: 2 }}>
          {t('participant.soFar')}
        </Typography>
      )}
      <Events events={visible} />
      {past.length > visible.length && (
        <Button onClick={() => setMany(true)}>{t('participant.showMore', { smart_count: past.length - visible.length })}</Button>
      )}
    </Section>
  );
}

/** As many as the first look at a card takes in; the others are made right after them. */
const atFirst = 3;

function Events({ events }: { events: readonly TimelineEvent[] }) {
  const made = useDeferredValue(events, events.slice(0, atFirst));
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, pl: 2.5, borderLeft: 2, borderColor: 'divider', ml: 0.75, mt: 1.5 }}>
      {made.map((event) => (
        <Box
          component="li"
          key={event.key}
          sx={{
            position: 'relative',
            pb: 2.5,
            '&::before': {
              content: '""',
              position: 'absolute',
              left: -27,
              top: 6,
              width: 10,
              height: 10,
              borderRadius: '50%',
              border: 2,
              borderColor: 'primary.main',
              bgcolor: event.kind === 'meeting' ? 'primary.main' : 'background.paper',
            },
          }}
        >
          {event.kind === 'meeting' ? <MeetingEvent meeting={event.meeting} attendance={event.attendance} /> : <MilestoneEvent event={event} />}
        </Box>
      ))}
    </Box>
  );
}
