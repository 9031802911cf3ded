import type { Reminder } from '@stegvis/contracts/reminders/reminder';
import { useTranslate } from 'react-admin';
import { useDates } from '../fields/useDates';

/** The rule in words, with its day. */
export function Why({ reminder, today }: { reminder: Reminder; today?: string }) {
  const t = useTranslate();
  const { shortDate, relative } = useDates();
  return (
    <>
      {t(`reminder.why.${reminder.rule}`, {
        date: shortDate(reminder.dueDate),
        relative: relative(reminder.dueDate, today),
        note: reminder.note ?? '',
      })}
    </>
  );
}
