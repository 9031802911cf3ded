import { Flag, Id, Instant, LocalDate, Text, Whole } from '../fields/kinds.js';

class NameGrantFacts {
  @Id({ says: 'Site whose people are seen by name' }) siteId!: string;
  @Id({ says: 'Who may see them; leads the project' }) staffId!: string;
  @Text({ says: 'The ground: why the names are needed, and by which right', min: 10, max: 500 }) ground!: string;
  @LocalDate({ says: 'Last day, a year from today at most' }) validTo!: string;
}

const sensitiveFacts = 'Whether the answers to voluntary questions (disability, minority, housing) are seen too';

/** The names of a site's people, for somebody who leads the project and else sees them without names: on a ground, until a day. */
export class NameGrant extends NameGrantFacts {
  @Id({ says: 'Id' }) id!: string;
  @Flag({ says: sensitiveFacts }) sensitiveFacts!: boolean;
  @Text({ says: "The site's name", max: 100 }) siteName!: string;
  @Text({ says: 'Name of the person who may see', max: 120 }) staffName!: string;
  @LocalDate({ says: 'First day' }) validFrom!: string;
  @Text({ says: 'Name of the person who gave it', max: 120 }) givenByName!: string;
  @Instant({ says: 'Ended before its last day', nullable: true }) endedAt!: string | null;
  @Flag({ says: 'Whether it holds today' }) inForce!: boolean;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

export class NewNameGrant extends NameGrantFacts {
  @Flag({ says: sensitiveFacts, optional: true }) sensitiveFacts?: boolean;
}

export class NameGrantFilters {
  @Id({ says: 'Site', optional: true }) siteId?: string;
  @Flag({ says: 'Whether it holds today', optional: true }) inForce?: boolean;
}
