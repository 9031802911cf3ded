import { invalidInput } from '@stegvis/contracts/problems/refusal';
import { type ReminderRule, type ReminderState, reminderTransitions } from '@stegvis/contracts/reminders/codes';
import { mustStartFrom } from '@stegvis/platform/postgres';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far ahead a reminder may be hidden, in days. */
const furthestSnooze = 60;

/** Something that is due for an enrolment, found by a rule: one for each rule, subject and local day. */
@Entity('reminder')
export class ReminderEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text') rule!: ReminderRule;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('uuid', { name: 'staff_id', nullable: true }) staffId!: string | null;
  @Column('date', { name: 'due_date' }) dueDate!: string;
  @Column('text', { default: 'open' }) state!: ReminderState;
  @Column('date', { name: 'snoozed_until', nullable: true }) snoozedUntil!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: string | null;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: string;

  /**
   * Closes it by hand, at this moment (ISO 8601). If its reason is still there some days later, it comes again. A note
   * that is left out stays as it is. Throws `not-from-this-status` when it is closed already.
   */
  complete(note: string | null | undefined, now: string): Partial<ReminderEntity> {
    mustStartFrom(reminderTransitions.complete, this.state);
    const kept = note === undefined ? this.note : note;
    return { state: reminderTransitions.complete.to, closedAt: now, snoozedUntil: null, note: kept };
  }

  /** Hides it until a local day, at most 60 days ahead and not before today. Throws `not-from-this-status` when it is closed. */
  snooze(until: string, today: string): Partial<ReminderEntity> {
    mustStartFrom(reminderTransitions.snooze, this.state);
    if (until < today) throw invalidInput('snoozedUntil', 'snoozed-into-the-past');
    if (until > daysAfter(today, furthestSnooze)) throw invalidInput('snoozedUntil', 'snoozed-too-far');
    return { state: reminderTransitions.snooze.to, snoozedUntil: until };
  }
}

/** Counts on the calendar, without a zone: a day that is an hour short is a day. */
function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
