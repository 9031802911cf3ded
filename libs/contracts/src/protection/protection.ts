import { Code, Flag, Id, Ids, LocalDate, Text } from '../fields/kinds.js';
import { type Protection, protections } from '../participants/codes.js';
import { mostNamed } from './limits.js';

const kindsOfProtection = protections.filter((kind) => kind !== 'none');

/** Says who is named beside the asker, who always is. */
export class NameStaff {
  @Ids({ says: 'Who is named beside you; each works with the person today', max: mostNamed - 1 }) staffIds!: string[];
  @LocalDate({ says: 'The last day, 90 days ahead at most; 90 days when left out', optional: true, nullable: true }) validTo?: string | null;
}

/** Protects a person, at once. */
export class Protect extends NameStaff {
  @Code(kindsOfProtection, { says: 'What kind of protection' }) protection!: Exclude<Protection, 'none'>;
}

/** Who sees a protected person, by whose decision, and until when. */
export class NamedStaff {
  @Id({ says: 'Who is named' }) staffId!: string;
  @Text({ says: 'Name', max: 120 }) name!: string;
  @Text({ says: 'Who decided it', max: 120 }) decidedByName!: string;
  @LocalDate({ says: 'Day of the decision' }) decidedOn!: string;
  @LocalDate({ says: 'The last day' }) validTo!: string;
  @Flag({ says: 'Whether it is you' }) me!: boolean;
}

/** Somebody who works with the person today, and may be named. */
export class StaffToName {
  @Id({ says: 'Id' }) id!: string;
  @Text({ says: 'Name', max: 120 }) name!: string;
  @Flag({ says: 'Whether it is you' }) me!: boolean;
}

/** The person after a decision. */
export class Named {
  @Id({ says: 'Person' }) id!: string;
  @Code(protections, { says: 'Protected personal data' }) protection!: Protection;
}
