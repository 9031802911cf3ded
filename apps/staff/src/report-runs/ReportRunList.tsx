import Button from '@mui/material/Button';
import { reportStates } from '@stegvis/contracts/report-runs/codes';
import type { ReportRun } from '@stegvis/contracts/report-runs/report-run';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { InstantText } from '../fields/DateText';
import { ReportStateTag } from '../fields/Tag';
import { TextLink } from '../fields/TextLink';
import { useDates } from '../fields/useDates';
import { CodeInput } from '../inputs/CodeInput';
import { RecordInput } from '../inputs/RecordInput';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';
import { useMay } from '../useMay';
import { NewReportDialog } from './NewReportDialog';
import { Schedules } from './Schedules';

export function ReportRunList() {
  const t = useTranslate();
  const { period } = useDates();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const field = (name: string) => t(`resources.report-runs.fields.${name}`);
  const columns: Column<ReportRun>[] = [
    {
      label: field('period'),
      cell: (run) => (
        <TextLink key="period" to={`/report-runs/${run.id}/show`}>
          {period(run.periodStart, run.periodEnd)}
        </TextLink>
      ),
      sort: 'periodStart',
      phone: 'heading',
    },
    { label: field('projectId'), cell: (run) => run.projectName, phone: 'line' },
    { label: field('state'), cell: (run) => <ReportStateTag state={run.state} />, sort: 'state', phone: 'end' },
    { label: field('scheduled'), cell: (run) => t(run.scheduled ? 'report.bySchedule' : 'report.byHand'), phone: 'line' },
    { label: field('requestedAt'), cell: (run) => <InstantText value={run.requestedAt} />, sort: 'requestedAt' },
    { label: field('submittedAt'), cell: (run) => <InstantText value={run.submittedAt} />, sort: 'submittedAt' },
  ];
  return (
    <>
      <ListPage
        resource="report-runs"
        title={t('resources.report-runs.name', { smart_count: 2 })}
        lead={t('report.lead')}
        sort={{ field: 'requestedAt', order: 'DESC' }}
        columns={columns}
        actions={
          may('report-runs.request') && (
            <Button variant="contained" onClick={() => setAsking(true)}>
              {t('report.new')}
            </Button>
          )
        }
        filters={[
          <RecordInput key="projectId" source="projectId" reference="projects" />,
          <CodeInput key="state" source="state" list="reportState" codes={reportStates} helperText={false} />,
        ]}
        empty={t('report.none')}
      />
      <Schedules />
      {asking && <NewReportDialog onClose={() => setAsking(false)} />}
    </>
  );
}
