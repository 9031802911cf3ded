import { ChangeOf } from '../fields/field.js';
import { Code, Id, LocalDate, Text, Whole } from '../fields/kinds.js';
import { type Gender, genders } from '../participants/codes.js';
import { type TargetIndicator, targetIndicators } from './codes.js';

class TargetFacts {
  @Id({ says: 'Site, or null for the whole project', optional: true, nullable: true }) siteId?: string | null;
  @Code(targetIndicators, { says: 'What is counted' }) indicator!: TargetIndicator;
  @Code(genders, { says: 'Gender, or null for all', optional: true, nullable: true }) gender?: Gender | null;
  @LocalDate({ says: 'First day of the period, or null for the whole project', optional: true, nullable: true }) startDate?: string | null;
  @LocalDate({ says: 'Last day of the period, or null for the whole project', optional: true, nullable: true }) endDate?: string | null;
  @Whole({ says: 'The number to reach', min: 0, max: 1000000 }) value!: number;
}

/** A number that a project has promised to reach. */
export class Target extends TargetFacts {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'Project' }) projectId!: string;
  @Text({ says: "The project's name", max: 200 }) projectName!: string;
  @Text({ says: "The site's name", max: 100, nullable: true }) siteName!: string | null;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

export class NewTarget extends TargetFacts {
  @Id({ says: 'Project' }) projectId!: string;
}

@ChangeOf(() => Target)
export class TargetChange extends TargetFacts {
  @Whole({ says: 'The version that was read', min: 1, max: 2147483647, optional: true }) version?: number;
}

export class TargetFilters {
  @Id({ says: 'Project', optional: true }) projectId?: string;
  @Id({ says: 'Site', optional: true }) siteId?: string;
  @Code(targetIndicators, { says: 'What is counted', optional: true }) indicator?: TargetIndicator;
}
