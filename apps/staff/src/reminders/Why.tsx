import { useTranslate } from 'react-admin';
import type { Reminder } from '@stegvis/contracts/reminders/reminder';
import { useDates } from '../fields/useDates';

/** The rule in words, with its day. */
export function Why({ reminder, today }: { reminder: Reminder; today?: string }) {
  const t = useTranslate();
  const { date, relative } = useDates();
  return <>{t(`reminder.why.${reminder.rule}`, { date: date(reminder.dueDate), relative: relative(reminder.dueDate, today) })}</>;
}
