import type { Dashboard } from '@stegvis/contracts/dashboard/dashboard';
import { type ReminderRule, reminderRules } from '@stegvis/contracts/reminders/codes';
import { useTranslate } from 'react-admin';
import { TextLink } from '../fields/TextLink';
import { FigureTable } from '../layout/FigureTable';
import { overdueLink } from './links';

/** Where follow-ups wait, and of what kind. */
export function OverdueTable({ dashboard }: { dashboard: Dashboard }) {
  const t = useTranslate();
  const sites = [...new Map(dashboard.overdue.map(({ siteId, siteName }) => [siteId, siteName]))].sort(([, one], [, other]) =>
    one.localeCompare(other, 'sv'),
  );
  if (sites.length === 0) return <>{t('dashboard.nothingOverdue')}</>;
  const count = (siteId: string, rule?: ReminderRule) =>
    dashboard.overdue.filter((figure) => figure.siteId === siteId && (!rule || figure.rule === rule)).reduce((sum, figure) => sum + figure.count, 0);
  const link = (siteId: string, siteName: string, rule?: ReminderRule) => (
    <TextLink
      key={rule ?? 'all'}
      to={overdueLink(dashboard.id, { siteId, rule })}
      label={`${count(siteId, rule)}, ${siteName}, ${rule ? t(`codes.reminderRule.${rule}`) : t('codes.reportColumn.total')}`}
    >
      {count(siteId, rule)}
    </TextLink>
  );
  return (
    <FigureTable
      caption={t('dashboard.overdueBySite')}
      heads={[t('resources.reminders.fields.siteId'), ...reminderRules.map((rule) => t(`codes.reminderRule.${rule}`)), t('codes.reportColumn.total')]}
      rows={sites.map(([siteId, siteName]) => ({
        key: siteId,
        name: siteName,
        cells: [...reminderRules.map((rule) => link(siteId, siteName, rule)), link(siteId, siteName)],
      }))}
    />
  );
}
