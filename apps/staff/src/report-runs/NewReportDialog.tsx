import type { ReportRun } from '@stegvis/contracts/report-runs/report-run';
import { DateInput, required, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { useMyProjects } from '../dashboard/useMyProjects';
import { monthBefore, today } from '../fields/dates';
import { VerbDialog } from '../layout/VerbDialog';
import { ProjectChoice } from './ProjectChoice';

/** Asks for a report; the worker builds it while the page waits, or the reader does something else. */
export function NewReportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const { projects } = useMyProjects();
  const month = monthBefore(today());
  const open = (answer: unknown) => void navigate(`/report-runs/${(answer as ReportRun).id}/show`);
  return (
    <VerbDialog
      title={t('report.newTitle')}
      text={t('report.newText')}
      resource="report-runs"
      button="report.request"
      done="report.requested"
      defaultValues={{ projectId: projects.length === 1 ? projects[0]?.id : undefined, periodStart: month.start, periodEnd: month.end }}
      onClose={onClose}
      onDone={open}
    >
      <ProjectChoice projects={projects} />
      <DateInput source="periodStart" validate={required()} helperText={false} />
      <DateInput source="periodEnd" validate={required()} helperText={false} />
    </VerbDialog>
  );
}
