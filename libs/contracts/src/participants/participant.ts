import { type EnrolmentStatus, enrolmentStatuses, type Stage, stages } from '../enrolments/codes.js';
import { ChangeOf } from '../fields/field.js';
import { Code, Flag, Id, LocalDate, Pattern, Text, Whole } from '../fields/kinds.js';
import { type Gender, genders, type IdentityKind, identityKinds, type Protection, protections } from './codes.js';

const email = /^[^\s@<>"',;:]{1,64}@[^\s@<>"',;:]{1,180}\.[^\s@<>"',;:.]{2,}$/;

class PersonFacts {
  @LocalDate({ says: 'Date of birth; a number only hints at it' }) dateOfBirth!: string;
  @Code(genders, { says: 'Gender' }) gender!: Gender;
  @Text({ says: 'Language spoken, ISO 639', max: 8, optional: true, nullable: true }) language?: string | null;
  @Flag({ says: 'Needs an interpreter', optional: true }) interpreter?: boolean;
  @Text({ says: 'Telephone', max: 40, optional: true, nullable: true }) phone?: string | null;
  @Pattern(email, { says: 'E-mail address', max: 254, optional: true, nullable: true }) email?: string | null;
  @Text({ says: 'Postal address', max: 300, optional: true, nullable: true }) address?: string | null;
}

class ParticipantFacts extends PersonFacts {
  @Text({ says: 'Given name', max: 100 }) givenName!: string;
  @Text({ says: 'Family name', max: 100 }) familyName!: string;
}

/** A person that a project supports. The same person in two organisations is two records. */
export class Participant extends ParticipantFacts {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'The organisation that is the controller' }) organisationId!: string;
  @Code(identityKinds, { says: 'Kind of identity number' }) identityKind!: IdentityKind;
  @Text({ says: 'Identity number with its last four hidden (19900101-••••); ????????-???? when it cannot be read', max: 20, nullable: true })
  identityNumberMasked!: string | null;
  @Code(protections, { says: 'Protected personal data' }) protection!: Protection;
  @Flag({ says: 'Counted and not named: the name is a pseudonym' }) pseudonymous!: boolean;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

/** A row of the participants' list: the person and the enrolment that matters now. */
export class ParticipantRow extends Participant {
  @Id({ says: 'Latest enrolment', nullable: true }) enrolmentId!: string | null;
  @Text({ says: "The project's name", max: 200, nullable: true }) projectName!: string | null;
  @Text({ says: "The site's name", max: 100, nullable: true }) siteName!: string | null;
  @Code(enrolmentStatuses, { says: 'Status of that enrolment', nullable: true }) status!: EnrolmentStatus | null;
  @Code(stages, { says: 'Main stage today', nullable: true }) mainStage!: Stage | null;
  @Text({ says: "The main coach's name", max: 120, nullable: true }) coachName!: string | null;
  @LocalDate({ says: 'Last meeting attended', nullable: true }) lastContactOn!: string | null;
  @Whole({ says: 'Open reminders that are due', min: 0, max: 100000 }) dueReminders!: number;
}

@ChangeOf(() => ParticipantRow)
export class ParticipantChange extends ParticipantFacts {
  @Code(identityKinds, { says: 'Kind of identity number, only when it is given anew', optional: true }) identityKind?: IdentityKind;
  @Text({ says: 'A new identity number; left out, the old one stays', max: 20, optional: true }) identityNumber?: string;
  @Flag({ says: 'False when the person has consented to being named', optional: true }) pseudonymous?: boolean;
  @Whole({ says: 'The version that was read', min: 1, max: 2147483647, optional: true }) version?: number;
}

/** A referral: a person and the first enrolment, made together. */
export class Referral extends PersonFacts {
  @Text({ says: 'Given name; left out for who is counted and not named', max: 100, optional: true, nullable: true }) givenName?: string | null;
  @Text({ says: 'Family name; left out for who is counted and not named', max: 100, optional: true, nullable: true }) familyName?: string | null;
  @Flag({ says: 'Counted and not named: without consent the person gets a pseudonym, and nothing to be reached by is stored', optional: true })
  pseudonymous?: boolean;
  @Code(identityKinds, { says: 'Kind of identity number' }) identityKind!: IdentityKind;
  @Text({ says: 'Personnummer or samordningsnummer, with or without dash', max: 20, optional: true, nullable: true }) identityNumber?: string | null;
  @Id({ says: 'Site of the first enrolment' }) siteId!: string;
  @Text({ says: 'Who referred the person', max: 200, optional: true, nullable: true }) referredBy?: string | null;
  @LocalDate({ says: 'Day of the referral' }) referredOn!: string;
}

/** Looking somebody up by the whole number; a body, since addresses end up in logs. */
export class FindParticipant {
  @Text({ says: 'Personnummer or samordningsnummer, with or without dash', max: 20 }) identityNumber!: string;
}

export class ParticipantFilters {
  @Text({ says: 'Beginnings of words of the name', max: 100, optional: true }) q?: string;
  @Id({ says: 'Project', optional: true }) projectId?: string;
  @Id({ says: 'Site', optional: true }) siteId?: string;
  @Code(enrolmentStatuses, { says: 'Status of the latest enrolment', optional: true }) status?: EnrolmentStatus;
  @Code(stages, { says: 'Main stage today', optional: true }) mainStage?: Stage;
  @Code(genders, { says: 'Gender', optional: true }) gender?: Gender;
  @Flag({ says: 'Only my own caseload', optional: true }) mine?: boolean;
}
