import { ChangeOf } from '../fields/field.js';
import { Code, Flag, Id, LocalDate, Pattern, Text, Whole } from '../fields/kinds.js';
import { type Role, roles } from '../permissions/permissions.js';
import { type AssignmentState, assignmentStates } from '../permissions/second-person.js';
import { type Language, languages } from './codes.js';

const email = /^[^\s@<>"',;:]{1,64}@[^\s@<>"',;:]{1,180}\.[^\s@<>"',;:.]{2,}$/;

class StaffFacts {
  @Text({ says: 'Name', max: 120 }) name!: string;
  @Pattern(email, { says: 'E-mail address, used to sign in', max: 254 }) email!: string;
  @Code(languages, { says: 'Language of the staff UI' }) language!: Language;
  @Flag({ says: 'Whether the account may sign in' }) active!: boolean;
}

/** A person who works with Stegvis. */
export class Staff extends StaffFacts {
  @Id({ says: 'Id' }) id!: string;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

export class NewStaff extends StaffFacts {}

@ChangeOf(() => Staff)
export class StaffChange extends StaffFacts {
  @Whole({ says: 'The version that was read', min: 1, max: 2147483647, optional: true }) version?: number;
}

export class StaffFilters {
  @Text({ says: 'Part of the name or e-mail', max: 100, optional: true }) q?: string;
  @Code(roles, { says: 'Role held today', optional: true }) role?: Role;
  @Id({ says: 'Site worked at today', optional: true }) siteId?: string;
}

/** A role that a person holds over a site, a project or the installation, for a time; or will hold when a second administrator has confirmed it. */
export class RoleAssignment {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'Who' }) staffId!: string;
  @Text({ says: 'Name', max: 120 }) staffName!: string;
  @Code(roles, { says: 'Role' }) role!: Role;
  @Id({ says: 'Project', nullable: true }) projectId!: string | null;
  @Id({ says: 'Site', nullable: true }) siteId!: string | null;
  @Id({ says: 'Organisation', nullable: true }) organisationId!: string | null;
  @Flag({ says: 'Whether the coach may open people who are not assigned, with a reason' }) mayOpen!: boolean;
  @LocalDate({ says: 'First day' }) validFrom!: string;
  @LocalDate({ says: 'Last day', nullable: true }) validTo!: string | null;
  @Code(assignmentStates, { says: 'Whether it is given, or waits for another administrator' }) state!: AssignmentState;
  @Id({ says: 'Who gave it and does not confirm it, while it waits', nullable: true }) givenById!: string | null;
  @Text({ says: 'Their name', max: 120, nullable: true }) givenByName!: string | null;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

export class NewRoleAssignment {
  @Id({ says: 'Who' }) staffId!: string;
  @Code(roles, { says: 'Role' }) role!: Role;
  @Id({ says: 'Project, for a project leader or a funder', optional: true, nullable: true }) projectId?: string | null;
  @Id({ says: 'Site, for a coach or a local leader', optional: true, nullable: true }) siteId?: string | null;
  @Id({ says: 'Organisation, for an auditor of access', optional: true, nullable: true }) organisationId?: string | null;
  @Flag({ says: 'Whether the coach may open people who are not assigned, with a reason', optional: true }) mayOpen?: boolean;
  @LocalDate({ says: 'First day' }) validFrom!: string;
  @LocalDate({ says: 'Last day', optional: true, nullable: true }) validTo?: string | null;
}

@ChangeOf(() => RoleAssignment)
export class RoleAssignmentChange {
  @Flag({ says: 'Whether the coach may open people who are not assigned, with a reason', optional: true }) mayOpen?: boolean;
  @LocalDate({ says: 'First day' }) validFrom!: string;
  @LocalDate({ says: 'Last day', optional: true, nullable: true }) validTo?: string | null;
  @Whole({ says: 'The version that was read', min: 1, max: 2147483647, optional: true }) version?: number;
}

export class RoleAssignmentFilters {
  @Id({ says: 'Who', optional: true }) staffId?: string;
  @Code(roles, { says: 'Role', optional: true }) role?: Role;
  @Id({ says: 'Project', optional: true }) projectId?: string;
  @Code(assignmentStates, { says: 'Given, or waiting for another administrator', optional: true }) state?: AssignmentState;
}
