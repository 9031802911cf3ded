import { ChangeOf } from '../fields/field.js';
import { Code, Decimal, Id, LocalDate, Text, Whole } from '../fields/kinds.js';
import { type ProjectKind, projectKinds } from './codes.js';

class ProjectFacts {
  @Text({ says: 'Registration number at the fund', max: 40 }) registrationNumber!: string;
  @Text({ says: 'Name', max: 200 }) name!: string;
  @Code(projectKinds, { says: 'What the project does' }) kind!: ProjectKind;
  @Text({ says: 'Fund', max: 60, optional: true, nullable: true }) fund?: string | null;
  @Text({ says: 'Programme', max: 60, optional: true, nullable: true }) programme?: string | null;
  @Text({ says: 'Programme area', max: 20, optional: true, nullable: true }) programmeArea?: string | null;
  @Text({ says: 'Specific objective', max: 20, optional: true, nullable: true }) specificObjective?: string | null;
  @Text({ says: 'Type of intervention', max: 20, optional: true, nullable: true }) interventionType?: string | null;
  @LocalDate({ says: 'First day' }) startDate!: string;
  @LocalDate({ says: 'Last day' }) endDate!: string;
  @Whole({ says: 'Total budget, whole SEK', min: 0, max: 2147483647, optional: true, nullable: true }) budgetSek?: number | null;
  @Whole({ says: 'Granted support, whole SEK', min: 0, max: 2147483647, optional: true, nullable: true }) grantSek?: number | null;
  @Decimal({ says: "The Union's share, per cent", min: 0, max: 100, optional: true, nullable: true }) euCofinancingRate?: number | null;
  @Text({ says: 'NUTS 2 region', max: 4, optional: true, nullable: true }) nuts2?: string | null;
  @Text({ says: 'The period the project really had, where this one is a demonstration', max: 100, optional: true, nullable: true }) realPeriod?:
    | string
    | null;
  @Whole({ says: 'Days without an attended meeting after which a coach is reminded', min: 7, max: 365 }) contactWithinDays!: number;
  @Whole({ says: 'Days after the start within which entry facts are due', min: 0, max: 90 }) entryFactsWithinDays!: number;
}

/** A project with a period, an owner and a kind. */
export class Project extends ProjectFacts {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'The organisation that owns the project' }) ownerId!: string;
  @Text({ says: "The owner's name", max: 200 }) ownerName!: string;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

export class NewProject extends ProjectFacts {
  @Id({ says: 'The organisation that owns the project' }) ownerId!: string;
}

@ChangeOf(() => Project)
export class ProjectChange extends ProjectFacts {
  @Whole({ says: 'The version that was read', min: 1, max: 2147483647, optional: true }) version?: number;
}

export class ProjectFilters {
  @Text({ says: 'Part of the name or number', max: 100, optional: true }) q?: string;
  @Code(projectKinds, { says: 'Kind', optional: true }) kind?: ProjectKind;
}
