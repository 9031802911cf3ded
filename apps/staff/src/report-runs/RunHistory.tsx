import type { ReportRun } from '@stegvis/contracts/report-runs/report-run';
import { useTranslate } from 'react-admin';
import { InstantText } from '../fields/DateText';
import { FieldList } from '../fields/FieldList';

/** When, by whom and by which rules: what makes a figure defensible. */
export function RunHistory({ run }: { run: ReportRun }) {
  const t = useTranslate();
  const field = (name: string) => t(`resources.report-runs.fields.${name}`);
  const by = (instant: string | null, name: string | null) =>
    instant ? (
      <>
        <InstantText value={instant} />
        {name && `, ${name}`}
      </>
    ) : (
      '–'
    );
  return (
    <FieldList
      rows={[
        { label: field('requestedAt'), value: run.scheduled ? t('report.bySchedule') : <InstantText value={run.requestedAt} /> },
        { label: field('builtAt'), value: <InstantText value={run.builtAt} /> },
        { label: field('ruleVersion'), value: run.ruleVersion },
        { label: field('checkedAt'), value: by(run.checkedAt, run.checkedByName) },
        { label: field('submittedAt'), value: by(run.submittedAt, run.submittedByName) },
        ...(run.returnedAt ? [{ label: field('returnedAt'), value: by(run.returnedAt, run.returnedByName) }] : []),
      ]}
    />
  );
}
