import Alert from '@mui/material/Alert';
import { smallCell } from '@stegvis/contracts/report-runs/codes';
import type { SmallDifference } from '@stegvis/contracts/report-runs/report-run';
import { useTranslate } from 'react-admin';
import { useDates } from '../fields/useDates';

/** Warns of rows that tell of a few people once they are laid beside a report that the funder has, report by report. */
export function SmallDifferences({ differences }: { differences: readonly SmallDifference[] }) {
  const t = useTranslate();
  const { period, instant } = useDates();
  const nameOf = (one: SmallDifference) => `${period(one.periodStart, one.periodEnd)}, ${instant(one.submittedAt)}`;
  const reports = [...new Set(differences.map(nameOf))].map((report) => ({ report, rows: differences.filter((one) => nameOf(one) === report) }));
  if (reports.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ my: 2 }}>
      {t('report.smallDifferences', { most: smallCell })}
      {reports.map(({ report, rows }) => (
        <p key={report} style={{ margin: '0.5em 0 0' }}>
          <strong>{report}:</strong>{' '}
          {rows.map(({ section, row }) => `${t(`codes.reportSection.${section}`)} – ${t(`codes.reportRow.${row}`)}`).join('; ')}
        </p>
      ))}
    </Alert>
  );
}
