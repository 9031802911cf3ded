import Box from '@mui/material/Box';
import type { Dashboard, TargetFigure } from '@stegvis/contracts/dashboard/dashboard';
import { useTranslate } from 'react-admin';
import { TextLink } from '../fields/TextLink';
import { useDates } from '../fields/useDates';
import { type Column, RowList } from '../layout/RowList';
import { colours } from '../theme/palette';
import { targetLink } from './links';

type Row = TargetFigure & { id: string };

/** Always "16 of 20"; the bar only illustrates it. */
export function TargetFigures({ dashboard }: { dashboard: Dashboard }) {
  const t = useTranslate();
  const { period } = useDates();
  if (dashboard.targets.length === 0) return <Box sx={{ px: 3, pb: 2 }}>{t('dashboard.noTargets')}</Box>;
  const place = (row: Row) => row.siteName ?? t('dashboard.wholeProject');
  const indicator = (row: Row) => t(`codes.targetIndicator.${row.indicator}`);
  const gender = (row: Row) => (row.gender ? t(`codes.genderPlural.${row.gender}`) : t('dashboard.everybody'));
  const reached = (row: Row) => {
    const figure = t('dashboard.of', { reached: row.reached, target: row.target });
    return (
      <TextLink to={targetLink(dashboard.id, row)} label={`${figure}, ${place(row)}, ${indicator(row)}, ${gender(row)}`}>
        {figure}
      </TextLink>
    );
  };
  const columns: Column<Row>[] = [
    { label: t('resources.targets.fields.siteId'), cell: place, phone: 'heading' },
    { label: t('resources.targets.fields.indicator'), cell: indicator, phone: 'line' },
    { label: t('resources.targets.fields.gender'), cell: gender, phone: 'line' },
    { label: t('dashboard.period'), cell: (row) => period(row.startDate, row.endDate), phone: 'line' },
    { label: t('dashboard.reached'), cell: reached, number: true, phone: 'end' },
    { label: t('dashboard.share'), cell: (row) => <Share target={row} />, phone: 'none' },
  ];
  return <RowList rows={dashboard.targets.map((target) => ({ ...target, id: target.targetId }))} columns={columns} label={t('dashboard.targets')} />;
}

function Share({ target: { reached, target } }: { target: TargetFigure }) {
  const share = target === 0 ? 100 : Math.min(100, (100 * reached) / target);
  return (
    <Box aria-hidden sx={{ minWidth: 90, height: 10, borderRadius: 5, backgroundColor: colours.neutralSoft, overflow: 'hidden' }}>
      <Box sx={{ height: '100%', width: `${share}%`, backgroundColor: reached >= target ? colours.green : colours.teal }} />
    </Box>
  );
}
