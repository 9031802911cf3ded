import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import type { EnrolmentOnPage, ParticipantPage } from '@stegvis/contracts/participants/page';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { InstantText } from '../fields/DateText';
import { ageOn, localDay, today } from '../fields/dates';
import { EnrolmentStatusTag } from '../fields/Tag';
import { useDates } from '../fields/useDates';
import { ProtectionTag } from './ProtectionTag';
import { PseudonymTag } from './PseudonymTag';

const now = () => new Date().toISOString();

/** Who this is and where they stand; it stays in sight while the page scrolls. */
export function IdentityStrip({ page, enrolment }: { page: ParticipantPage; enrolment: EnrolmentOnPage }) {
  const t = useTranslate();
  const { participant } = page;
  const next = enrolment.meetings
    .filter(({ status, startsAt }) => status === 'planned' && startsAt > now())
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt))[0];
  return (
    <Card
      sx={{
        mb: 3,
        px: { xs: 2, sm: 3 },
        py: 1.5,
        position: { md: 'sticky' },
        top: 72,
        zIndex: 3,
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 4,
        rowGap: 1,
      }}
    >
      <Item label={t('participant.age')} value={t('participant.years', { smart_count: ageOn(today(), participant.dateOfBirth) })} />
      <Item label={t('participant.where')} value={`${enrolment.projectName}, ${enrolment.siteName}`} />
      <Item label={t('resources.enrolments.fields.coachId')} value={enrolment.coachName ?? t('participant.noCoach')} />
      <Item label={t('participant.nextMeeting')} value={next ? <Next at={next.startsAt} /> : t('participant.noneNext')} />
      <Item label={t('resources.enrolments.fields.status')} value={<EnrolmentStatusTag status={enrolment.status} />} />
      {participant.pseudonymous && <Item label={t('resources.participants.fields.name')} value={<PseudonymTag pseudonymous />} />}
      {participant.protection !== 'none' && (
        <Item label={t('resources.participants.fields.protection')} value={<ProtectionTag protection={participant.protection} />} />
      )}
    </Card>
  );
}

/** When, and how soon that is. */
function Next({ at }: { at: string }) {
  const { relative } = useDates();
  return (
    <>
      <InstantText value={at} />, {relative(localDay(at))}
    </>
  );
}

function Item({ label, value }: { label: string; value: ReactNode }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ fontSize: '0.82rem', color: 'text.secondary' }}>{label}</Box>
      <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{value}</Box>
    </Box>
  );
}
