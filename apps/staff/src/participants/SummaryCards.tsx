import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import type { EnrolmentOnPage } from '@stegvis/contracts/participants/page';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { DateText, RelativeText } from '../fields/DateText';
import { daysBetween, today } from '../fields/dates';
import { TextLink } from '../fields/TextLink';
import { useMay } from '../useMay';

/** Where things stand, in three numbers. */
export function SummaryCards({ enrolment }: { enrolment: EnrolmentOnPage }) {
  const t = useTranslate();
  const may = useMay();
  const held = enrolment.meetings.filter(({ status }) => status === 'held').length;
  const open = enrolment.stagePeriods.filter(({ endDate }) => !endDate || endDate >= today());
  const complete = !enrolment.entryFactsMissing && !(enrolment.status === 'exited' && enrolment.exitLabourStatus === null);
  const facts = t(complete ? 'participant.factsComplete' : 'participant.factsMissing');
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' }, mb: 3 }}>
      <Fact
        label={t('participant.lastContact')}
        value={<RelativeText value={enrolment.lastContactOn} />}
        note={<DateText value={enrolment.lastContactOn} />}
      />
      <Fact
        label={t('participant.meetingsHeld')}
        value={held}
        note={
          enrolment.startDate && t('participant.inDays', { smart_count: Math.max(0, daysBetween(enrolment.startDate, enrolment.endDate ?? today())) })
        }
      />
      <Fact
        label={t('participant.openStages')}
        value={open.length}
        note={open.map(({ stage }) => t(`codes.stage.${stage}`)).join(', ') || t('codes.stage.none')}
      />
      <Fact
        label={t('enrolment.facts')}
        value={complete ? '✓' : '!'}
        note={may('enrolments.change') ? <TextLink to={`/enrolments/${enrolment.id}`}>{facts}</TextLink> : facts}
      />
    </Box>
  );
}

function Fact({ label, value, note }: { label: string; value: ReactNode; note: ReactNode }) {
  return (
    <Card sx={{ p: 2, minWidth: 0 }}>
      <Box sx={{ fontSize: '0.88rem', color: 'text.secondary' }}>{label}</Box>
      <Box sx={{ fontSize: '1.08rem', fontWeight: 650, my: 0.25, '& time': { whiteSpace: 'normal' } }}>{value}</Box>
      <Box sx={{ fontSize: '0.88rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>{note}</Box>
    </Card>
  );
}
