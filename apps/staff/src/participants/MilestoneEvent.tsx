import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { DateText } from '../fields/DateText';
import { today } from '../fields/dates';
import type { TimelineEvent } from './timelineEvents';

/** A day on which something began or ended, or will. */
export function MilestoneEvent({ event }: { event: Exclude<TimelineEvent, { kind: 'meeting' }> }) {
  const t = useTranslate();
  const stage = 'period' in event ? t(`codes.stage.${event.period.stage}`) : '';
  return (
    <>
      <Box sx={{ fontSize: '0.88rem', color: 'text.secondary' }}>
        <DateText value={event.at} />
      </Box>
      <Box sx={{ fontWeight: 600 }}>{t(`participant.${event.at > today() ? 'eventAhead' : 'event'}.${event.kind}`, { stage })}</Box>
    </>
  );
}
