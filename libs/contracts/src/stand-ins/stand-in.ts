import { Flag, Id, Instant, LocalDate, Text, Whole } from '../fields/kinds.js';

class StandInFacts {
  @Id({ says: 'Site whose caseload it is' }) siteId!: string;
  @Id({ says: 'The coach who is away' }) coachId!: string;
  @Id({ says: 'Who stands in; a coach at the site' }) standInId!: string;
  @LocalDate({ says: 'First day, today at the earliest' }) startsOn!: string;
  @LocalDate({ says: 'Last day; ninety days in all, at most' }) endsOn!: string;
  @Text({ says: 'Why the coach is away, and what is agreed; about no participant', min: 10, max: 500 }) reason!: string;
}

/** A coach who works with the whole caseload of another who is away: at a site, from one day to another. */
export class StandIn extends StandInFacts {
  @Id({ says: 'Id' }) id!: string;
  @Text({ says: "The site's name", max: 100 }) siteName!: string;
  @Text({ says: 'Name of the coach who is away', max: 120 }) coachName!: string;
  @Text({ says: 'Name of the person who stands in', max: 120 }) standInName!: string;
  @Text({ says: 'Name of the person who decided it', max: 120 }) appointedByName!: string;
  @Instant({ says: 'Ended before its last day', nullable: true }) endedAt!: string | null;
  @Flag({ says: 'Whether it holds today' }) inForce!: boolean;
  @Flag({ says: 'Whether its last day has passed, or it was ended' }) over!: boolean;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

export class NewStandIn extends StandInFacts {}

export class StandInFilters {
  @Id({ says: 'Site', optional: true }) siteId?: string;
  @Flag({ says: 'Whether it holds today', optional: true }) inForce?: boolean;
}
