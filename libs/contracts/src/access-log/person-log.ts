import { Code, Codes, Flag, Id, Instant, LocalDate, Many, Text, Whole } from '../fields/kinds.js';
import { type Role, roles } from '../permissions/permissions.js';
import { type AccessKind, accessKinds, type FieldGroup, fieldGroups, mostLooks } from './codes.js';

/** What somebody did with one person on one day: once or several times. */
export class Look {
  @LocalDate({ says: 'Local day' }) day!: string;
  @Text({ says: 'Who', max: 120, nullable: true }) staffName!: string | null;
  @Codes(roles, { says: 'The roles that they held' }) roles!: Role[];
  @Code(accessKinds, { says: 'What was done, in a word' }) kind!: AccessKind;
  @Text({ says: 'The verb of the permissions', max: 60 }) action!: string;
  @Codes(fieldGroups, { says: 'Groups of fields that were shown' }) shown!: FieldGroup[];
  @Whole({ says: 'How often', min: 1, max: 1_000_000 }) times!: number;
  @Instant({ says: 'The first time' }) firstAt!: string;
  @Instant({ says: 'The last time' }) lastAt!: string;
}

/** Who has looked at a person: the latest days first. */
export class PersonLog {
  @Id({ says: 'Person' }) id!: string;
  @Text({ says: 'Name', max: 201 }) name!: string;
  @LocalDate({ says: 'First day asked for' }) from!: string;
  @LocalDate({ says: 'Last day asked for' }) to!: string;
  @Many(() => Look, { says: 'Day by day', max: mostLooks }) looks!: Look[];
  @Flag({ says: 'Whether it is all; otherwise a shorter period shows the rest' }) complete!: boolean;
}

export class PersonLogPeriod {
  @LocalDate({ says: 'First local day; 90 days ago unless said', optional: true }) from?: string;
  @LocalDate({ says: 'Last local day; today unless said', optional: true }) to?: string;
}
