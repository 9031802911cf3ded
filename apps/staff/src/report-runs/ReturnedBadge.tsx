import Badge from '@mui/material/Badge';
import type { ReportRun } from '@stegvis/contracts/report-runs/report-run';
import { useGetList, useTranslate } from 'react-admin';
import { useMay } from '../useMay';

const everyFiveMinutes = 5 * 60_000;

/** How many reports the funder has sent back and no later one has replaced. */
export function ReturnedBadge() {
  const t = useTranslate();
  const may = useMay();
  const { total } = useGetList<ReportRun>(
    'report-runs',
    { filter: { state: 'returned' }, pagination: { page: 1, perPage: 1 }, sort: { field: 'requestedAt', order: 'DESC' } },
    { enabled: may('report-runs.read'), refetchInterval: everyFiveMinutes },
  );
  if (!total) return null;
  const label = t('menu.returned', { smart_count: total });
  return <Badge badgeContent={total} max={99} color="error" sx={{ mr: 1.5 }} aria-label={label} title={label} role="img" />;
}
