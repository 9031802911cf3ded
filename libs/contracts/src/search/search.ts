import { type EnrolmentStatus, enrolmentStatuses } from '../enrolments/codes.js';
import { Code, Flag, Id, Instant, LocalDate, Many, Text, Whole } from '../fields/kinds.js';
import { type MeetingKind, type MeetingStatus, meetingKinds, meetingStatuses } from '../meetings/codes.js';
import { PersonAtMeeting } from '../my-day/my-day.js';
import { type Protection, protections } from '../participants/codes.js';
import { mostFound } from './reading.js';

/** What is searched for: a body, since addresses end up in logs and it is mostly a person's name. */
export class Search {
  @Text({ says: 'Words of a name, a date of birth, a day of meetings; identity numbers are not searched for here', min: 1, max: 100 }) q!: string;
  @Whole({ says: 'The most of each kind', min: 1, max: mostFound, optional: true }) limit?: number;
}

/** A person, with what tells namesakes apart. */
export class PersonFound {
  @Id({ says: 'Person' }) id!: string;
  @Text({ says: 'Given name', max: 100 }) givenName!: string;
  @Text({ says: 'Family name', max: 100 }) familyName!: string;
  @LocalDate({ says: 'Date of birth' }) dateOfBirth!: string;
  @Code(protections, { says: 'Protected personal data' }) protection!: Protection;
  @Flag({ says: 'Counted and not named: the name is a pseudonym' }) pseudonymous!: boolean;
  @Text({ says: 'Site of the latest enrolment', max: 100, nullable: true }) siteName!: string | null;
  @Code(enrolmentStatuses, { says: 'Status of that enrolment', nullable: true }) status!: EnrolmentStatus | null;
}

/** A meeting, with those of its people whom the asker may see. */
export class MeetingFound {
  @Id({ says: 'Meeting' }) id!: string;
  @Instant({ says: 'Start' }) startsAt!: string;
  @Code(meetingKinds, { says: 'Kind' }) kind!: MeetingKind;
  @Code(meetingStatuses, { says: 'Status' }) status!: MeetingStatus;
  @Text({ says: 'Site', max: 100 }) siteName!: string;
  @Text({ says: 'Coach', max: 120, nullable: true }) coachName!: string | null;
  @Many(() => PersonAtMeeting, { says: 'Who', max: 100 }) participants!: PersonAtMeeting[];
}

/** The best matches, the best first. */
export class Found {
  @Many(() => PersonFound, { says: 'People', max: mostFound }) people!: PersonFound[];
  @Many(() => MeetingFound, { says: 'Meetings: of those people, or of the day', max: mostFound }) meetings!: MeetingFound[];
}
