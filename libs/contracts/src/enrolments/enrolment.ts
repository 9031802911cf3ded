import { ChangeOf } from '../fields/field.js';
import { Code, Codes, Flag, Id, LocalDate, Pattern, Text, Whole } from '../fields/kinds.js';
import { type Gender, genders, type Protection, protections } from '../participants/codes.js';
import {
  type Citizenship,
  citizenships,
  type DeclineReason,
  declineReasons,
  type EducationLevel,
  type EnrolmentKind,
  type EnrolmentStatus,
  type ExitReason,
  educationLevels,
  enrolmentKinds,
  enrolmentStatuses,
  exitReasons,
  type IncomeSource,
  incomeSources,
  type LabourStatus,
  labourStatuses,
  type Stage,
  stages,
  type VoluntaryAnswer,
  voluntaryAnswers,
} from './codes.js';

/** Facts as they were on the day of entry; a re-entry keeps the first ones. */
class EntryFacts {
  @Code(labourStatuses, { says: 'Labour-market status on the day of entry', optional: true, nullable: true }) labourStatus?: LabourStatus | null;
  @LocalDate({ says: 'Out of work since', optional: true, nullable: true }) unemployedSince?: string | null;
  @Code(educationLevels, { says: 'Highest completed education', optional: true, nullable: true }) educationLevel?: EducationLevel | null;
  @Code(citizenships, { says: 'Citizenship', optional: true, nullable: true }) citizenship?: Citizenship | null;
  @Flag({ says: 'Born outside Sweden', optional: true, nullable: true }) bornAbroad?: boolean | null;
  @Flag({ says: 'Both parents born outside Sweden', optional: true, nullable: true }) parentsBornAbroad?: boolean | null;
  @Pattern(/^\d{4}$/, { says: 'Municipality at entry, four digits', max: 4, optional: true, nullable: true }) municipalityCode?: string | null;
  @Codes(incomeSources, { says: 'Where the income came from at entry', optional: true, nullable: true }) incomeSources?: IncomeSource[] | null;
}

/** Facts within four weeks after leaving. */
class ExitFacts {
  @Code(labourStatuses, { says: 'Labour-market status within four weeks after leaving', optional: true, nullable: true })
  exitLabourStatus?: LabourStatus | null;
  @Flag({ says: 'Looking for work after leaving', optional: true, nullable: true }) exitJobSeeking?: boolean | null;
  @Flag({ says: 'In education or training after leaving', optional: true, nullable: true }) exitInEducation?: boolean | null;
  @Flag({ says: 'Gained a qualification', optional: true, nullable: true }) exitQualification?: boolean | null;
}

/** A person's period in a project. Holds no name: figures need no look at the person. */
export class Enrolment {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'Controller' }) organisationId!: string;
  @Id({ says: 'Person' }) participantId!: string;
  @Text({ says: 'Name, for those who may see it', max: 201, nullable: true }) participantName!: string | null;
  @Code(protections, { says: 'Protected personal data, for those who may see the person', nullable: true })
  participantProtection!: Protection | null;
  @Id({ says: 'Project' }) projectId!: string;
  @Text({ says: "The project's name", max: 200 }) projectName!: string;
  @Id({ says: 'Site' }) siteId!: string;
  @Text({ says: "The site's name", max: 100 }) siteName!: string;
  @Code(enrolmentKinds, { says: 'Jobseeker or professional' }) kind!: EnrolmentKind;
  @Code(enrolmentStatuses, { says: 'Where the enrolment stands' }) status!: EnrolmentStatus;
  @Id({ says: 'Main coach', nullable: true }) coachId!: string | null;
  @Text({ says: "The main coach's name", max: 120, nullable: true }) coachName!: string | null;
  @Text({ says: 'Who referred the person', max: 200, nullable: true }) referredBy!: string | null;
  @LocalDate({ says: 'Day of the referral' }) referredOn!: string;
  @Code(declineReasons, { says: 'Why it was declined', nullable: true }) declineReason!: DeclineReason | null;
  @LocalDate({ says: 'First day', nullable: true }) startDate!: string | null;
  @LocalDate({ says: 'Last day', nullable: true }) endDate!: string | null;
  @Code(exitReasons, { says: 'Why it ended', nullable: true }) exitReason!: ExitReason | null;
  @Code(stages, { says: 'Main stage today', nullable: true }) mainStage!: Stage | null;
  @Code(genders, { says: 'Gender at first entry' }) gender!: Gender;
  @Whole({ says: 'Year of birth', min: 1900, max: 2100 }) birthYear!: number;
  @Code(labourStatuses, { says: 'Labour-market status on the day of entry', nullable: true }) labourStatus!: LabourStatus | null;
  @LocalDate({ says: 'Out of work since', nullable: true }) unemployedSince!: string | null;
  @Code(educationLevels, { says: 'Highest completed education', nullable: true }) educationLevel!: EducationLevel | null;
  @Code(citizenships, { says: 'Citizenship', nullable: true }) citizenship!: Citizenship | null;
  @Flag({ says: 'Born outside Sweden', nullable: true }) bornAbroad!: boolean | null;
  @Flag({ says: 'Both parents born outside Sweden', nullable: true }) parentsBornAbroad!: boolean | null;
  @Text({ says: 'Municipality at entry', max: 4, nullable: true }) municipalityCode!: string | null;
  @Codes(incomeSources, { says: 'Where the income came from at entry', nullable: true }) incomeSources!: IncomeSource[] | null;
  @Flag({ says: 'Whether facts that figures need are missing' }) entryFactsMissing!: boolean;
  @Code(labourStatuses, { says: 'Labour-market status within four weeks after leaving', nullable: true }) exitLabourStatus!: LabourStatus | null;
  @Flag({ says: 'Looking for work after leaving', nullable: true }) exitJobSeeking!: boolean | null;
  @Flag({ says: 'In education or training after leaving', nullable: true }) exitInEducation!: boolean | null;
  @Flag({ says: 'Gained a qualification', nullable: true }) exitQualification!: boolean | null;
  @Code(voluntaryAnswers, { says: 'Disability; absent for those without the right', nullable: true, optional: true })
  disability?: VoluntaryAnswer | null;
  @Code(voluntaryAnswers, { says: 'Belongs to a minority; absent for those without the right', nullable: true, optional: true })
  minority?: VoluntaryAnswer | null;
  @Code(voluntaryAnswers, { says: 'Homeless or shut out of the housing market; absent for those without the right', nullable: true, optional: true })
  housingExclusion?: VoluntaryAnswer | null;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

/** What a coach fills in about an enrolment. A field that is left out stays as it is. */
@ChangeOf(() => Enrolment)
export class EnrolmentChange {
  @Id({ says: 'Main coach', optional: true, nullable: true }) coachId?: string | null;
  @Text({ says: 'Who referred the person', max: 200, optional: true, nullable: true }) referredBy?: string | null;
  @Code(labourStatuses, { says: 'Labour-market status on the day of entry', optional: true, nullable: true }) labourStatus?: LabourStatus | null;
  @LocalDate({ says: 'Out of work since', optional: true, nullable: true }) unemployedSince?: string | null;
  @Code(educationLevels, { says: 'Highest completed education', optional: true, nullable: true }) educationLevel?: EducationLevel | null;
  @Code(citizenships, { says: 'Citizenship', optional: true, nullable: true }) citizenship?: Citizenship | null;
  @Flag({ says: 'Born outside Sweden', optional: true, nullable: true }) bornAbroad?: boolean | null;
  @Flag({ says: 'Both parents born outside Sweden', optional: true, nullable: true }) parentsBornAbroad?: boolean | null;
  @Pattern(/^\d{4}$/, { says: 'Municipality at entry, four digits', max: 4, optional: true, nullable: true }) municipalityCode?: string | null;
  @Codes(incomeSources, { says: 'Where the income came from at entry', optional: true, nullable: true }) incomeSources?: IncomeSource[] | null;
  @Code(voluntaryAnswers, { says: 'Disability', optional: true, nullable: true }) disability?: VoluntaryAnswer | null;
  @Code(voluntaryAnswers, { says: 'Belongs to a minority', optional: true, nullable: true }) minority?: VoluntaryAnswer | null;
  @Code(voluntaryAnswers, { says: 'Homeless or shut out of the housing market', optional: true, nullable: true })
  housingExclusion?: VoluntaryAnswer | null;
  @Code(labourStatuses, { says: 'Labour-market status within four weeks after leaving', optional: true, nullable: true })
  exitLabourStatus?: LabourStatus | null;
  @Flag({ says: 'Looking for work after leaving', optional: true, nullable: true }) exitJobSeeking?: boolean | null;
  @Flag({ says: 'In education or training after leaving', optional: true, nullable: true }) exitInEducation?: boolean | null;
  @Flag({ says: 'Gained a qualification', optional: true, nullable: true }) exitQualification?: boolean | null;
  @Whole({ says: 'The version that was read', min: 1, max: 2147483647, optional: true }) version?: number;
}

/** A further enrolment of a person who is known already. */
export class NewEnrolment {
  @Id({ says: 'Person' }) participantId!: string;
  @Id({ says: 'Site' }) siteId!: string;
  @Text({ says: 'Who referred the person', max: 200, optional: true, nullable: true }) referredBy?: string | null;
  @LocalDate({ says: 'Day of the referral' }) referredOn!: string;
}

/** Accepting a referral starts the enrolment. */
export class AcceptReferral extends EntryFacts {
  @LocalDate({ says: 'First day' }) startDate!: string;
  @Id({ says: 'Main coach; left out, the one who accepts if they are a coach there', optional: true }) coachId?: string;
  @Code(stages, { says: 'First stage, which becomes the main one', optional: true }) stage?: Stage;
}

export class DeclineReferral {
  @Code(declineReasons, { says: 'Why' }) declineReason!: DeclineReason;
}

/** Leaving a project; stages that are still open end on the same day. */
export class ExitEnrolment extends ExitFacts {
  @LocalDate({ says: 'Last day' }) endDate!: string;
  @Code(exitReasons, { says: 'Why' }) exitReason!: ExitReason;
}

/** Every filter that a figure of the dashboard links with. */
export class EnrolmentFilters {
  @Id({ says: 'Person', optional: true }) participantId?: string;
  @Id({ says: 'Project', optional: true }) projectId?: string;
  @Id({ says: 'Site', optional: true }) siteId?: string;
  @Id({ says: 'Main coach', optional: true }) coachId?: string;
  @Code(enrolmentStatuses, { says: 'Status', optional: true }) status?: EnrolmentStatus;
  @Code(stages, { says: 'Has this stage open today', optional: true }) openStage?: Stage;
  @Flag({ says: 'Active, with no stage open today', optional: true }) withoutStage?: boolean;
  @Code(stages, { says: 'Main stage today', optional: true }) mainStage?: Stage;
  @Code(genders, { says: 'Gender', optional: true }) gender?: Gender;
  @LocalDate({ says: 'Started on or after', optional: true }) startedFrom?: string;
  @LocalDate({ says: 'Started on or before', optional: true }) startedTo?: string;
  @LocalDate({ says: 'Left on or after', optional: true }) endedFrom?: string;
  @LocalDate({ says: 'Left on or before', optional: true }) endedTo?: string;
  @Codes(exitReasons, { says: 'Why it ended, any of', optional: true }) exitReason?: ExitReason[];
  @Flag({ says: 'A referral that waits for an answer: referred or waiting', optional: true }) unanswered?: boolean;
  @Flag({ says: 'Has started, whatever came after; not those registered by mistake', optional: true }) entered?: boolean;
  @Flag({ says: 'Has started and ended; not those registered by mistake', optional: true }) left?: boolean;
  @Flag({ says: 'Has an open reminder whose day has passed', optional: true }) overdue?: boolean;
  @Id({ says: 'Stands behind this cell of a report', optional: true }) reportCellId?: string;
}
