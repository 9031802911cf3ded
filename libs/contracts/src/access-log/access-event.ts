import { Code, Codes, Id, Instant, LocalDate, Many, Text, Whole } from '../fields/kinds.js';
import { type Role, roles } from '../permissions/permissions.js';
import { type AccessKind, accessKinds, type FieldGroup, fieldGroups } from './codes.js';

/** Somebody whom an answer showed. */
export class ShownPerson {
  @Id({ says: 'Person' }) id!: string;
  @Text({ says: 'Name, for those who see the person', max: 201, nullable: true }) name!: string | null;
}

/** That somebody looked, searched, did something, signed in or was refused. What they read or typed is nowhere. */
export class AccessEvent {
  @Id({ says: 'Id' }) id!: string;
  @Instant({ says: 'When' }) at!: string;
  @Id({ says: 'Who; null when nobody has the address that was tried', nullable: true }) staffId!: string | null;
  @Text({ says: 'Their name', max: 120, nullable: true }) staffName!: string | null;
  @Codes(roles, { says: 'The roles that they held' }) roles!: Role[];
  @Code(accessKinds, { says: 'What was done, in a word' }) kind!: AccessKind;
  @Text({ says: 'The verb of the permissions, or sign-in and sign-out', max: 60 }) action!: string;
  @Whole({ says: 'How many people the answer showed, of those whom the reader may know of', min: 0, max: 100_000 }) people!: number;
  @Many(() => ShownPerson, { says: 'Those people; the first few of them in a list of events', max: 1000 }) participants!: ShownPerson[];
  @Id({ says: 'What was asked for and refused; it need not exist', nullable: true }) recordId!: string | null;
  @Codes(fieldGroups, { says: 'Groups of fields that were shown' }) shown!: FieldGroup[];
  @Text({ says: 'Names of the fields that were searched by, with commas between', max: 500 }) criteria!: string;
}

export class AccessEventFilters {
  @LocalDate({ says: 'First local day', optional: true }) from?: string;
  @LocalDate({ says: 'Last local day', optional: true }) to?: string;
  @Id({ says: 'By whom', optional: true }) staffId?: string;
  @Text({ says: 'A part of the name of who it was', max: 120, optional: true }) staffName?: string;
  @Id({ says: 'About whom', optional: true }) participantId?: string;
  @Code(accessKinds, { says: 'What was done', optional: true }) kind?: AccessKind;
}
