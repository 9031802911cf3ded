import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { type EnrolmentVerb, enrolmentTransitions, underWay } from '@stegvis/contracts/enrolments/codes';
import type { EnrolmentOnPage, ParticipantPage } from '@stegvis/contracts/participants/page';
import { Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { later } from '../layout/later';
import { Section } from '../layout/Section';
import { useMay } from '../useMay';
import type { Opened } from './ActionDialog';

const ActionDialog = later(async () => (await import('./ActionDialog')).ActionDialog);

/** What can be done now, by state and by right; the likely thing first. */
export function ActionsCard({ page, enrolment }: { page: ParticipantPage; enrolment: EnrolmentOnPage }) {
  const t = useTranslate();
  const may = useMay();
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const can = (verb: EnrolmentVerb) => may(`enrolments.${verb}`) && (enrolmentTransitions[verb].from as readonly string[]).includes(enrolment.status);
  const goesOn = underWay.includes(enrolment.status);
  const ended = page.enrolments.every(({ status }) => status === 'exited' || status === 'declined');
  const button = (what: Opened, label: string, variant: 'contained' | 'outlined' | 'text' = 'outlined') => (
    <Button variant={variant} onClick={() => setOpened(what)}>
      {t(label)}
    </Button>
  );
  const link = (to: string, label: string, variant: 'contained' | 'outlined' | 'text' = 'outlined') => (
    <Button component={Link} to={to} variant={variant}>
      {t(label)}
    </Button>
  );
  return (
    <Section title={t('participant.actions')} paper="none">
      <Stack spacing={1} className="no-print">
        {can('accept') && button('accept', 'enrolment.accept', 'contained')}
        {can('decline') && button('decline', 'enrolment.decline')}
        {goesOn && may('meetings.plan') && link(`/meetings/create?enrolmentId=${enrolment.id}`, 'meeting.log', 'contained')}
        {goesOn && may('meetings.plan') && link(`/meetings/create?status=planned&enrolmentId=${enrolment.id}`, 'meeting.plan')}
        {goesOn && may('stage-periods.start') && button('stage', 'stage.start')}
        {may('enrolments.change') && enrolment.status !== 'declined' && link(`/enrolments/${enrolment.id}`, 'enrolment.facts', 'text')}
        {may('participants.change') && link(`/participants/${page.id}`, 'participant.edit', 'text')}
        {may('participants.read-log') && link(`/participants/${page.id}/access-log`, 'participant.whoLooked', 'text')}
        {can('exit') && button('exit', 'enrolment.exit', 'text')}
        {page.participant.protection === 'none' && may('participants.protect') && button('protect', 'protection.protect', 'text')}
        {ended && may('participants.refer') && button('again', 'enrolment.again', 'contained')}
      </Stack>
      {opened && (
        <Suspense fallback={null}>
          <ActionDialog opened={opened} page={page} enrolment={enrolment} onClose={close} />
        </Suspense>
      )}
    </Section>
  );
}
