import type { ReportRun } from '@stegvis/contracts/report-runs/report-run';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { VerbDialog } from '../layout/VerbDialog';

/** Asks for the same report once more, in place of one that came back. */
export function RenewDialog({ run, onClose }: { run: ReportRun; onClose: () => void }) {
  const t = useTranslate();
  const navigate = useNavigate();
  return (
    <VerbDialog
      title={t('report.renewTitle')}
      text={t('report.renewText')}
      resource="report-runs"
      bodyOf={() => ({ projectId: run.projectId, periodStart: run.periodStart, periodEnd: run.periodEnd })}
      button="report.request"
      done="report.requested"
      onClose={onClose}
      onDone={(answer) => void navigate(`/report-runs/${(answer as ReportRun).id}/show`)}
    />
  );
}
