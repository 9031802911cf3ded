import Box from '@mui/material/Box';
import type { Dashboard } from '@stegvis/contracts/dashboard/dashboard';
import { type ReminderRule, reminderRules } from '@stegvis/contracts/reminders/codes';
import { useTranslate } from 'react-admin';
import { TextLink } from '../fields/TextLink';
import { type Column, RowList } from '../layout/RowList';
import { overdueLink } from './links';

interface Row {
  /** The site. */
  id: string;
  name: string;
}

/** Where follow-ups wait, and of what kind. */
export function OverdueTable({ dashboard }: { dashboard: Dashboard }) {
  const t = useTranslate();
  const sites = new Map(dashboard.overdue.map(({ siteId, siteName }) => [siteId, siteName]));
  if (sites.size === 0) return <Box sx={{ px: 3, pb: 2 }}>{t('dashboard.nothingOverdue')}</Box>;
  const count = (siteId: string, rule?: ReminderRule) =>
    dashboard.overdue.filter((one) => one.siteId === siteId && (!rule || one.rule === rule)).reduce((sum, one) => sum + one.count, 0);
  const link = (row: Row, rule?: ReminderRule) => {
    const what = rule ? t(`codes.reminderRule.${rule}`) : t('codes.reportColumn.total');
    return (
      <TextLink to={overdueLink(dashboard.id, { siteId: row.id, rule })} label={`${count(row.id, rule)}, ${row.name}, ${what}`}>
        {count(row.id, rule)}
      </TextLink>
    );
  };
  // A kind of which nothing waits anywhere takes no room.
  const waiting = reminderRules.filter((rule) => dashboard.overdue.some((one) => one.rule === rule));
  const columns: Column<Row>[] = [
    { label: t('resources.reminders.fields.siteId'), cell: (row) => row.name, phone: 'heading' },
    ...waiting.map((rule): Column<Row> => ({ label: t(`codes.reminderRule.${rule}`), cell: (row) => link(row, rule), number: true })),
    { label: t('codes.reportColumn.total'), cell: (row) => link(row), number: true },
  ];
  const rows = [...sites].map(([id, name]) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name, 'sv'));
  return <RowList rows={rows} columns={columns} label={t('dashboard.overdueBySite')} />;
}
