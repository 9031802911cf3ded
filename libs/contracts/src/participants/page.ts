import { Enrolment } from '../enrolments/enrolment.js';
import { Id, LocalDate, Many, One, Text } from '../fields/kinds.js';
import { Meeting } from '../meetings/meeting.js';
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

/** The participant page in one answer. */
export class ParticipantPage {
  @Id({ says: 'Person' }) id!: string;
  @One(() => Participant, { says: 'The person' }) participant!: Participant;
  @Text({ says: 'Organisation', max: 200 }) organisationName!: string;
  @Many(() => EnrolmentOnPage, { says: 'Enrolments that you may see, newest first', max: 50 }) enrolments!: EnrolmentOnPage[];
}
