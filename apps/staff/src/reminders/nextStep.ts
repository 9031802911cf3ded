import type { ReminderRule } from '@stegvis/contracts/reminders/codes';
import type { Reminder } from '@stegvis/contracts/reminders/reminder';

/** The one thing that makes a follow-up go away, and where it is done. */
export const nextStepOf: Record<ReminderRule, (reminder: Pick<Reminder, 'subjectId' | 'enrolmentId' | 'participantId'>) => string> = {
  'person-opened': ({ participantId }) => `/participants/${participantId}/show`,
  'number-registered-again': ({ participantId }) => `/participants/${participantId}/show`,
  'naming-ends': ({ participantId }) => `/participants/${participantId}/show`,
  'no-contact': ({ enrolmentId }) => `/meetings/create?enrolmentId=${enrolmentId}`,
  'meeting-not-written-up': ({ subjectId }) => `/meetings/${subjectId}/write-up`,
  'entry-facts-missing': ({ enrolmentId }) => `/enrolments/${enrolmentId}`,
  'exit-facts-missing': ({ enrolmentId }) => `/enrolments/${enrolmentId}`,
};
