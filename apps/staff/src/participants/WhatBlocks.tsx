import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { exitFactsWithinDays } from '@stegvis/contracts/enrolments/codes';
import type { EnrolmentOnPage } from '@stegvis/contracts/participants/page';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { addDays } from '../fields/dates';
import { useDates } from '../fields/useDates';
import { useMay } from '../useMay';

/** At most one line on top, and only about what keeps the case from going on. */
export function WhatBlocks({ enrolment }: { enrolment: EnrolmentOnPage }) {
  const t = useTranslate();
  const { date } = useDates();
  const may = useMay();
  const fill = may('enrolments.change') && (
    <Button component={Link} to={`/enrolments/${enrolment.id}`} color="inherit">
      {t('enrolment.fillIn')}
    </Button>
  );
  if (enrolment.status === 'referred' || enrolment.status === 'waiting')
    return (
      <Alert severity="info" sx={{ mb: 3 }}>
        {t('enrolment.waits', { date: date(enrolment.referredOn) })}
      </Alert>
    );
  if (enrolment.status === 'exited' && enrolment.endDate && enrolment.exitLabourStatus === null)
    return (
      <Alert severity="warning" sx={{ mb: 3 }} action={fill}>
        {t('enrolment.exitFactsWanted', { date: date(addDays(enrolment.endDate, exitFactsWithinDays)) })}
      </Alert>
    );
  if (enrolment.status === 'active' && enrolment.entryFactsMissing)
    return (
      <Alert severity="warning" sx={{ mb: 3 }} action={fill}>
        {t('enrolment.entryFactsWanted')}
      </Alert>
    );
  return null;
}
