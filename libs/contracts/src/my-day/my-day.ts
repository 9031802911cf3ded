import { type EnrolmentStatus, enrolmentStatuses, type Stage, stages } from '../enrolments/codes.js';
import { Code, Id, Instant, LocalDate, Many, Text, Whole } from '../fields/kinds.js';
import { type MeetingChannel, type MeetingKind, type MeetingStatus, meetingChannels, meetingKinds, meetingStatuses } from '../meetings/codes.js';
import { Reminder } from '../reminders/reminder.js';

export class PersonAtMeeting {
  @Id({ says: 'Enrolment' }) enrolmentId!: string;
  @Id({ says: 'Person' }) participantId!: string;
  @Text({ says: 'Name', max: 201 }) participantName!: string;
}

export class MeetingToday {
  @Id({ says: 'Meeting' }) id!: string;
  @Instant({ says: 'Start' }) startsAt!: string;
  @Whole({ says: 'Minutes', min: 1, max: 1440 }) minutes!: number;
  @Code(meetingKinds, { says: 'Kind' }) kind!: MeetingKind;
  @Code(meetingChannels, { says: 'Channel' }) channel!: MeetingChannel;
  @Code(meetingStatuses, { says: 'Status' }) status!: MeetingStatus;
  @Many(() => PersonAtMeeting, { says: 'Who', max: 100 }) participants!: PersonAtMeeting[];
}

/** Somebody whose caseload I work with while they are away. */
export class CoveredCoach {
  @Id({ says: 'The stand-in' }) id!: string;
  @Text({ says: 'Name of the coach who is away', max: 120 }) coachName!: string;
  @Text({ says: "The site's name", max: 100 }) siteName!: string;
  @LocalDate({ says: 'Last day' }) endsOn!: string;
}

/** One person of my caseload, or of the caseload of somebody I stand in for. */
export class CaseloadRow {
  @Id({ says: 'Enrolment' }) id!: string;
  @Id({ says: 'Person' }) participantId!: string;
  @Text({ says: 'Name', max: 201 }) participantName!: string;
  @Text({ says: 'Site', max: 100 }) siteName!: string;
  @Code(enrolmentStatuses, { says: 'Status' }) status!: EnrolmentStatus;
  @Code(stages, { says: 'Main stage today', nullable: true }) mainStage!: Stage | null;
  @LocalDate({ says: 'Last meeting attended', nullable: true }) lastContactOn!: string | null;
  @Instant({ says: 'Next planned meeting', nullable: true }) nextMeetingAt!: string | null;
  @Text({ says: 'Name of the coach for whom I stand in with this person', max: 120, nullable: true }) standInFor!: string | null;
  @Whole({ says: 'Due reminders', min: 0, max: 1000 }) dueReminders!: number;
}

/** What one coach needs to know this morning. Days are those of the installation's time zone. */
export class MyDay {
  @LocalDate({ says: 'Today, in the time zone of the installation' }) today!: string;
  @Many(() => Reminder, { says: 'Due today or earlier, the most pressing first', max: 200 }) reminders!: Reminder[];
  @Whole({ says: 'How many are due, also beyond those listed', min: 0, max: 100000 }) dueCount!: number;
  @Many(() => MeetingToday, { says: "Today's meetings in order", max: 100 }) meetings!: MeetingToday[];
  @Many(() => CaseloadRow, { says: 'My open enrolments, those longest without contact first', max: 200 }) caseload!: CaseloadRow[];
  @Many(() => CoveredCoach, { says: 'For whom I stand in today', max: 50 }) standsInFor!: CoveredCoach[];
  @Whole({ says: 'Referrals that wait for an answer', min: 0, max: 100000 }) referralsWaiting!: number;
}
