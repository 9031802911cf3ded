import type { Reminder } from '@stegvis/contracts/reminders/reminder';
import { DateInput, required, useTranslate } from 'react-admin';
import { addDays, today } from '../fields/dates';
import { VerbDialog } from '../layout/VerbDialog';

/** Hiding a follow-up until a day of one's choice. */
export function SnoozeDialog({ reminder, onClose }: { reminder: Reminder; onClose: () => void }) {
  const t = useTranslate();
  return (
    <VerbDialog
      title={t('reminder.snoozeTitle', { who: reminder.participantName ?? '' })}
      resource="reminders"
      id={reminder.id}
      verb="snooze"
      button="reminder.snoozeButton"
      done="reminder.snoozed"
      defaultValues={{ snoozedUntil: addDays(today(), 7) }}
      onClose={onClose}
    >
      <DateInput source="snoozedUntil" validate={required()} helperText="reminder.snoozeLimit" />
    </VerbDialog>
  );
}
