import Typography from '@mui/material/Typography';
import { smallCell } from '@stegvis/contracts/report-runs/codes';
import type { ReportRunPage } from '@stegvis/contracts/report-runs/report-run';
import { useTranslate } from 'react-admin';
import { useDates } from '../fields/useDates';
import { VerbDialog } from '../layout/VerbDialog';
import { SmallDifferences } from './SmallDifferences';

/** Tells what the funder will see before anything leaves the project. */
export function SubmitDialog({ run, onClose }: { run: ReportRunPage; onClose: () => void }) {
  const t = useTranslate();
  const { period } = useDates();
  const text = (
    <>
      <Typography>{t('report.submitText', { project: run.projectName, period: period(run.periodStart, run.periodEnd) })}</Typography>
      <ul>
        <li>{t('report.submitSees')}</li>
        <li>{t('report.submitSmall', { limit: smallCell + 1, most: smallCell })}</li>
        <li>{t(run.comment ? 'report.submitComment' : 'report.submitNoComment')}</li>
        <li>{t('report.submitFinal')}</li>
      </ul>
      <SmallDifferences differences={run.smallDifferences} />
    </>
  );
  return (
    <VerbDialog
      title={t('report.submitTitle')}
      text={text}
      resource="report-runs"
      id={run.id}
      verb="submit"
      bodyOf={() => ({})}
      button="report.submit"
      done="report.submitted"
      onClose={onClose}
    />
  );
}
