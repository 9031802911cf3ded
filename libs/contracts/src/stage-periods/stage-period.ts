import { type Stage, stages } from '../enrolments/codes.js';
import { ChangeOf } from '../fields/field.js';
import { Code, Flag, Id, LocalDate, Whole } from '../fields/kinds.js';

/** A stage that lasts, or lasted, for a time. Periods may overlap; one at a time is the main one. */
export class StagePeriod {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'Enrolment' }) enrolmentId!: string;
  @Code(stages, { says: 'Stage' }) stage!: Stage;
  @LocalDate({ says: 'First day' }) startDate!: string;
  @LocalDate({ says: 'Last day, or null while it goes on', nullable: true }) endDate!: string | null;
  @Flag({ says: 'Whether lists show this one' }) main!: boolean;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

/** Starting a stage; a new main stage takes that place from the one that had it. */
export class StartStage {
  @Id({ says: 'Enrolment' }) enrolmentId!: string;
  @Code(stages, { says: 'Stage' }) stage!: Stage;
  @LocalDate({ says: 'First day' }) startDate!: string;
  @Flag({ says: 'Make it the main stage', optional: true }) main?: boolean;
}

@ChangeOf(() => StagePeriod)
export class StagePeriodChange {
  @LocalDate({ says: 'First day' }) startDate!: string;
  @LocalDate({ says: 'Last day, or null while it goes on', optional: true, nullable: true }) endDate?: string | null;
  @Flag({ says: 'Whether lists show this one' }) main!: boolean;
  @Whole({ says: 'The version that was read', min: 1, max: 2147483647, optional: true }) version?: number;
}

export class EndStage {
  @LocalDate({ says: 'Last day' }) endDate!: string;
}

export class StagePeriodFilters {
  @Id({ says: 'Enrolment', optional: true }) enrolmentId?: string;
  @Code(stages, { says: 'Stage', optional: true }) stage?: Stage;
  @Flag({ says: 'Only those that go on today', optional: true }) open?: boolean;
}
