import { Enrolment } from '../enrolments/enrolment.js';
import { Flag, Id, LocalDate, Many, One, Text } from '../fields/kinds.js';
import { Meeting } from '../meetings/meeting.js';
import { mostNamed } from '../protection/limits.js';
import { NamedStaff } from '../protection/protection.js';
import { Reminder } from '../reminders/reminder.js';
import { StagePeriod } from '../stage-periods/stage-period.js';
import { Participant } from './participant.js';

/** An enrolment with everything that its timeline shows, newest first. */
export class EnrolmentOnPage extends Enrolment {
  @Many(() => StagePeriod, { says: 'Stages', max: 200 }) stagePeriods!: StagePeriod[];
  @Many(() => Meeting, { says: 'The newest meetings, planned ones included', max: 200 }) meetings!: Meeting[];
  @Many(() => Reminder, { says: 'Open reminders', max: 100 }) reminders!: Reminder[];
  @LocalDate({ says: 'Last meeting attended', nullable: true }) lastContactOn!: string | null;
}

/** Who asks that a protection be lifted; another of the named confirms. */
export class AskToLift {
  @Text({ says: 'Who asks', max: 120 }) askedByName!: string;
  @LocalDate({ says: 'Since this local day; two weeks later it is void' }) askedOn!: string;
  @Flag({ says: 'Whether it is you' }) byMe!: boolean;
}

/** The participant page in one answer. */
export class ParticipantPage {
  @Id({ says: 'Person' }) id!: string;
  @One(() => Participant, { says: 'The person' }) participant!: Participant;
  @Text({ says: 'Organisation', max: 200 }) organisationName!: string;
  @Many(() => NamedStaff, { says: 'Who sees the person, when protected', max: mostNamed }) namedStaff!: NamedStaff[];
  @One(() => AskToLift, { says: 'Set while somebody asks that the protection be lifted', nullable: true }) askToLift!: AskToLift | null;
  @Many(() => EnrolmentOnPage, { says: 'Enrolments that you may see, newest first', max: 50 }) enrolments!: EnrolmentOnPage[];
}
