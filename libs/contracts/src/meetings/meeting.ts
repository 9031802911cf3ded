import { ChangeOf } from '../fields/field.js';
import { Code, Flag, Id, Instant, LocalDate, Many, Text, Whole } from '../fields/kinds.js';
import {
  type AttendanceState,
  attendanceStates,
  type MeetingChannel,
  type MeetingKind,
  type MeetingStatus,
  meetingChannels,
  meetingKinds,
  meetingStatuses,
  type VoidReason,
  voidReasons,
} from './codes.js';

/** What a coach writes about one participant at a meeting. */
class AttendanceFacts {
  @Code(attendanceStates, { says: 'How it went; left out when a meeting is logged: attended', optional: true }) state?: AttendanceState;
  @Text({ says: 'Summary that may be shared with the participant', max: 8000, optional: true, nullable: true }) summary?: string | null;
  @Text({ says: 'Internal note', max: 8000, optional: true, nullable: true }) internalNote?: string | null;
  @Text({ says: 'Next step', max: 500, optional: true, nullable: true }) nextStep?: string | null;
  @LocalDate({ says: 'Day of the next step', optional: true, nullable: true }) nextStepDate?: string | null;
}

/** One participant at a meeting. */
export class Attendance {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'Enrolment' }) enrolmentId!: string;
  @Text({ says: 'Name, for those who may see it', max: 201, nullable: true }) participantName!: string | null;
  @Id({ says: 'Person', nullable: true }) participantId!: string | null;
  @Code(attendanceStates, { says: 'How it went' }) state!: AttendanceState;
  @Text({ says: 'Summary that may be shared with the participant', max: 8000, nullable: true }) summary!: string | null;
  @Text({ says: 'Internal note', max: 8000, nullable: true }) internalNote!: string | null;
  @Text({ says: 'Next step', max: 500, nullable: true }) nextStep!: string | null;
  @LocalDate({ says: 'Day of the next step', nullable: true }) nextStepDate!: string | null;
}

export class NewAttendance extends AttendanceFacts {
  @Id({ says: 'Enrolment' }) enrolmentId!: string;
}

@ChangeOf(() => Attendance)
export class AttendanceChange extends AttendanceFacts {
  @Id({ says: 'Enrolment' }) enrolmentId!: string;
}

class MeetingFacts {
  @Instant({ says: 'When it starts' }) startsAt!: string;
  @Whole({ says: 'Length in minutes', min: 1, max: 1440 }) minutes!: number;
  @Code(meetingKinds, { says: 'With whom' }) kind!: MeetingKind;
  @Code(meetingChannels, { says: 'Where, or how' }) channel!: MeetingChannel;
}

/** A dated encounter between a coach and one or more participants. */
export class Meeting extends MeetingFacts {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'Project' }) projectId!: string;
  @Id({ says: 'Site' }) siteId!: string;
  @Text({ says: "The site's name", max: 100 }) siteName!: string;
  @Id({ says: 'Coach' }) coachId!: string;
  @Text({ says: "The coach's name", max: 120, nullable: true }) coachName!: string | null;
  @Code(meetingStatuses, { says: 'Where it stands' }) status!: MeetingStatus;
  @Code(voidReasons, { says: 'Why it was voided', nullable: true }) voidReason!: VoidReason | null;
  @Many(() => Attendance, { says: 'The participants that you may see', max: 100 }) attendances!: Attendance[];
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

/** Planning a meeting (`status` planned) or logging one that was held (`status` held, the usual). */
export class NewMeeting {
  @Code(['planned', 'held', 'missed'], { says: 'Left out: held', optional: true }) status?: 'planned' | 'held' | 'missed';
  @Instant({ says: 'When it starts' }) startsAt!: string;
  @Whole({ says: 'Length in minutes; left out: 60', min: 1, max: 1440, optional: true }) minutes?: number;
  @Code(meetingKinds, { says: 'With whom; left out: individual, or group for several', optional: true }) kind?: MeetingKind;
  @Code(meetingChannels, { says: 'Where, or how; left out: office', optional: true }) channel?: MeetingChannel;
  @Many(() => NewAttendance, { says: 'At least one participant, all at one site', max: 100 }) attendances!: NewAttendance[];
}

@ChangeOf(() => Meeting)
export class MeetingChange extends MeetingFacts {
  @Many(() => AttendanceChange, { says: 'What was written about participants; those left out stay as they are', max: 100, optional: true })
  attendances?: AttendanceChange[];
  @Whole({ says: 'The version that was read', min: 1, max: 2147483647, optional: true }) version?: number;
}

/** Writing up a planned meeting. Attendance that is left out counts as attended. */
export class HoldMeeting {
  @Whole({ says: 'How long it was, in minutes', min: 1, max: 1440, optional: true }) minutes?: number;
  @Many(() => AttendanceChange, { says: 'How it went, participant by participant', max: 100, optional: true }) attendances?: AttendanceChange[];
}

/** Nobody came. */
export class MissMeeting {
  @Flag({ says: 'Whether notice was given', optional: true }) noticeGiven?: boolean;
}

/** It will not take place. */
export class CancelMeeting {
  @Flag({ says: 'Whether it was we who cancelled', optional: true }) byUs?: boolean;
}

/** It was entered by mistake: it stays in history and leaves every figure. */
export class VoidMeeting {
  @Code(voidReasons, { says: 'Why' }) voidReason!: VoidReason;
}

export class MeetingFilters {
  @Id({ says: 'Enrolment', optional: true }) enrolmentId?: string;
  @Id({ says: 'Person', optional: true }) participantId?: string;
  @Id({ says: 'Project', optional: true }) projectId?: string;
  @Id({ says: 'Site', optional: true }) siteId?: string;
  @Id({ says: 'Coach', optional: true }) coachId?: string;
  @Code(meetingStatuses, { says: 'Status', optional: true }) status?: MeetingStatus;
  @Code(meetingKinds, { says: 'Kind', optional: true }) kind?: MeetingKind;
  @LocalDate({ says: 'Starts on or after this day', optional: true }) from?: string;
  @LocalDate({ says: 'Starts on or before this day', optional: true }) to?: string;
}
