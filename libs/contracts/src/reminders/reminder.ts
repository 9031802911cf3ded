import { ChangeOf } from '../fields/field.js';
import { Code, Flag, Id, LocalDate, Text, Whole } from '../fields/kinds.js';
import { type ReminderRule, type ReminderState, reminderRules, reminderStates } from './codes.js';

/** A follow-up that is due: one for each rule, subject and local day. */
export class Reminder {
  @Id({ says: 'Id' }) id!: string;
  @Code(reminderRules, { says: 'Which rule found it' }) rule!: ReminderRule;
  @Id({ says: 'The enrolment or meeting it is about' }) subjectId!: string;
  @Id({ says: 'Enrolment' }) enrolmentId!: string;
  @Id({ says: 'Person' }) participantId!: string;
  @Text({ says: 'Name, for those who may see it', max: 201, nullable: true }) participantName!: string | null;
  @Id({ says: 'Site' }) siteId!: string;
  @Text({ says: "The site's name", max: 100 }) siteName!: string;
  @Id({ says: 'To whom; null when the enrolment has no coach', nullable: true }) staffId!: string | null;
  @Text({ says: "That person's name", max: 120, nullable: true }) staffName!: string | null;
  @LocalDate({ says: 'Due on this local day' }) dueDate!: string;
  @Code(reminderStates, { says: 'Where it stands' }) state!: ReminderState;
  @LocalDate({ says: 'Hidden until this day', nullable: true }) snoozedUntil!: string | null;
  @Text({ says: 'A note of your own', max: 500, nullable: true }) note!: string | null;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

@ChangeOf(() => Reminder)
export class ReminderChange {
  @Text({ says: 'A note of your own', max: 500, optional: true, nullable: true }) note?: string | null;
  @Whole({ says: 'The version that was read', min: 1, max: 2147483647, optional: true }) version?: number;
}

export class CompleteReminder {
  @Text({ says: 'A note of your own', max: 500, optional: true, nullable: true }) note?: string | null;
}

export class SnoozeReminder {
  @LocalDate({ says: 'Hide it until this day, at most 60 days ahead' }) snoozedUntil!: string;
}

export class ReminderFilters {
  @Code(reminderRules, { says: 'Rule', optional: true }) rule?: ReminderRule;
  @Code(reminderStates, { says: 'State', optional: true }) state?: ReminderState;
  @Id({ says: 'Enrolment', optional: true }) enrolmentId?: string;
  @Id({ says: 'Project', optional: true }) projectId?: string;
  @Id({ says: 'Site', optional: true }) siteId?: string;
  @Id({ says: 'To whom', optional: true }) staffId?: string;
  @Flag({ says: 'Open and past its day (a snoozed one counts again from the day it comes back)', optional: true }) overdue?: boolean;
}
