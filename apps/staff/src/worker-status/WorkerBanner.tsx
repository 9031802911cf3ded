import Alert from '@mui/material/Alert';
import type { WorkerStatus } from '@stegvis/contracts/status/worker-status';
import { useTranslate } from 'react-admin';
import { useRead } from '../useRead';

const everyMinute = 60_000;

/** Says in plain words what is not happening while the worker is away. */
export function WorkerBanner() {
  const t = useTranslate();
  const { data } = useRead<WorkerStatus>('worker-status', { every: everyMinute });
  if (!data || data.state === 'working') return null;
  return (
    <Alert severity="warning" className="no-print" sx={{ mb: 3 }}>
      {t('layout.workerLate')}
    </Alert>
  );
}
