import { Code, Codes, Flag, Id, Many, Password, Text } from '../fields/kinds.js';
import { type Role, roles, type Verb, verbs } from '../permissions/permissions.js';
import { type Language, languages } from '../staff/codes.js';

export class Credentials {
  @Text({ says: 'E-mail address', max: 254 }) email!: string;
  @Password({ says: 'Password' }) password!: string;
}

/** A role held today, and over what. */
export class HeldRole {
  @Code(roles, { says: 'Role' }) role!: Role;
  @Id({ says: 'Project', nullable: true }) projectId!: string | null;
  @Text({ says: "The project's name", max: 200, nullable: true }) projectName!: string | null;
  @Id({ says: 'Site', nullable: true }) siteId!: string | null;
  @Text({ says: "The site's name", max: 100, nullable: true }) siteName!: string | null;
  @Flag({ says: 'Whether people who are not assigned may be opened with a reason' }) mayOpen!: boolean;
  @Id({ says: 'Organisation, of an auditor of access', nullable: true }) organisationId!: string | null;
}

/** Who is signed in, and what they may do today. */
export class Account {
  @Id({ says: 'Staff id' }) id!: string;
  @Text({ says: 'Name', max: 120 }) name!: string;
  @Text({ says: 'E-mail address', max: 254 }) email!: string;
  @Code(languages, { says: 'Language' }) language!: Language;
  @Many(() => HeldRole, { says: 'Roles held today', max: 200 }) roles!: HeldRole[];
  @Codes(verbs, { says: 'Verbs that these roles allow' }) verbs!: Verb[];
}

export class LanguageChoice {
  @Code(languages, { says: 'Language of the staff UI' }) language!: Language;
}

/** Setting a password with the one-time link of a new account or a lost password. */
export class NewPassword {
  @Text({ says: 'The token of the link', max: 100 }) token!: string;
  @Password({ says: 'The new password, at least fifteen characters' }) password!: string;
}

/** Choosing another password, by somebody who has the one of before. */
export class PasswordChange {
  @Password({ says: 'The password of before' }) current!: string;
  @Password({ says: 'The new password, at least fifteen characters' }) password!: string;
}

/** A one-time link, told once: whoever opens it within 48 hours sets the account's password. */
export class Invitation {
  @Text({ says: 'The link, to be handed over in person or by a safe way', max: 500 }) link!: string;
}
