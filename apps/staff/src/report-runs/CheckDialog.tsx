import type { ReportRun } from '@stegvis/contracts/report-runs/report-run';
import { useTranslate } from 'react-admin';
import { VerbDialog } from '../layout/VerbDialog';

export function CheckDialog({ run, onClose }: { run: ReportRun; onClose: () => void }) {
  const t = useTranslate();
  return (
    <VerbDialog
      title={t('report.checkTitle')}
      text={t('report.checkText')}
      resource="report-runs"
      id={run.id}
      verb="check"
      bodyOf={() => ({})}
      button="report.check"
      done="report.checked"
      onClose={onClose}
    />
  );
}
