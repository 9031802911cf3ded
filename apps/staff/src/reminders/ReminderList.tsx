import { reminderRules, reminderStates } from '@stegvis/contracts/reminders/codes';
import type { Reminder } from '@stegvis/contracts/reminders/reminder';
import { useTranslate } from 'react-admin';
import { RelativeText } from '../fields/DateText';
import { ReminderStateTag } from '../fields/Tag';
import { PersonLink } from '../fields/TextLink';
import { CodeInput } from '../inputs/CodeInput';
import { FlagFilter } from '../inputs/FlagFilter';
import { RecordInput } from '../inputs/RecordInput';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';
import { useMay } from '../useMay';
import { ReminderActions } from './ReminderActions';
import { Why } from './Why';

export function ReminderList() {
  const t = useTranslate();
  const may = useMay();
  const columns: Column<Reminder>[] = [
    {
      label: t('resources.reminders.fields.participantName'),
      cell: (reminder) => (
        <PersonLink
          id={reminder.participantName ? reminder.participantId : null}
          name={reminder.participantName}
          enrolmentId={reminder.enrolmentId}
        />
      ),
      phone: 'heading',
    },
    { label: t('resources.reminders.fields.rule'), cell: (reminder) => <Why reminder={reminder} />, phone: 'line' },
    { label: t('resources.reminders.fields.dueDate'), cell: (reminder) => <RelativeText value={reminder.dueDate} />, sort: 'dueDate', phone: 'none' },
    { label: t('resources.reminders.fields.staffId'), cell: (reminder) => reminder.staffName ?? t('reminder.nobody') },
    { label: t('resources.reminders.fields.siteId'), cell: (reminder) => reminder.siteName, phone: 'line' },
    { label: t('resources.reminders.fields.state'), cell: (reminder) => <ReminderStateTag state={reminder.state} />, phone: 'line' },
  ];
  if (may('reminders.complete'))
    columns.push({ label: t('layout.actions'), cell: (reminder) => <ReminderActions reminder={reminder} />, phone: 'end' });
  return (
    <ListPage
      resource="reminders"
      title={t('resources.reminders.name', { smart_count: 2 })}
      sort={{ field: 'dueDate', order: 'ASC' }}
      filterDefaults={{ state: 'open' }}
      columns={columns}
      filters={[
        <CodeInput key="state" source="state" list="reminderState" codes={reminderStates} helperText={false} />,
        <CodeInput key="rule" source="rule" list="reminderRule" codes={reminderRules} helperText={false} />,
        <RecordInput key="staffId" source="staffId" reference="staff" />,
        <RecordInput key="siteId" source="siteId" reference="sites" />,
      ]}
      moreFilters={{
        sources: ['overdue', 'projectId', 'enrolmentId'],
        inputs: [<FlagFilter key="overdue" source="overdue" />, <RecordInput key="projectId" source="projectId" reference="projects" />],
      }}
    />
  );
}
