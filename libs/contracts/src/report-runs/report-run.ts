import { ChangeOf } from '../fields/field.js';
import { Code, Flag, Id, Instant, LocalDate, Many, Text, Whole } from '../fields/kinds.js';
import { type ReportColumn, type ReportSection, type ReportState, reportColumns, reportSections, reportStates } from './codes.js';

const sections = Object.keys(reportSections);
const largest = 100_000_000;

/** A figure of a run; the enrolments behind it are `GET /api/enrolments?reportCellId=<id>`. */
export class ReportCell {
  @Id({ says: 'Cell' }) id!: string;
  @Code(sections, { says: 'Section' }) section!: ReportSection;
  @Text({ says: 'Row', max: 40 }) row!: string;
  @Code(reportColumns, { says: 'Column' }) column!: ReportColumn;
  @Whole({ says: 'Enrolments', min: 0, max: largest }) value!: number;
}

/** One making of the report: a project, a period, the rules it was made by, and its figures. */
export class ReportRun {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'Project' }) projectId!: string;
  @Text({ says: "The project's name", max: 200 }) projectName!: string;
  @LocalDate({ says: 'First day of the period' }) periodStart!: string;
  @LocalDate({ says: 'Last day of the period' }) periodEnd!: string;
  @Whole({ says: 'Version of the counting rules', min: 1, max: 10000 }) ruleVersion!: number;
  @Code(reportStates, { says: 'Where it stands' }) state!: ReportState;
  @Text({ says: "The leader's comment, which the funder reads too", max: 4000, nullable: true }) comment!: string | null;
  @Flag({ says: 'Drafted by the schedule' }) scheduled!: boolean;
  @Instant({ says: 'Requested' }) requestedAt!: string;
  @Instant({ says: 'Figures as they were known then', nullable: true }) builtAt!: string | null;
  @Instant({ says: 'Checked', nullable: true }) checkedAt!: string | null;
  @Text({ says: 'Checked by', max: 120, nullable: true }) checkedByName!: string | null;
  @Instant({ says: 'Submitted', nullable: true }) submittedAt!: string | null;
  @Text({ says: 'Submitted by', max: 120, nullable: true }) submittedByName!: string | null;
  @Instant({ says: 'Returned by the funder', nullable: true }) returnedAt!: string | null;
  @Text({ says: 'Returned by', max: 120, nullable: true }) returnedByName!: string | null;
  @Text({ says: 'Why it was returned', max: 4000, nullable: true }) returnComment!: string | null;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

/**
 * A row that differs by 1 to 4 from the same row of a report that the funder has: laid beside each other, the two would tell
 * of a small group.
 */
export class SmallDifference {
  @Code(sections, { says: 'Section' }) section!: ReportSection;
  @Text({ says: 'Row', max: 40 }) row!: string;
  @LocalDate({ says: "First day of the other report's period" }) periodStart!: string;
  @LocalDate({ says: "Last day of the other report's period" }) periodEnd!: string;
  @Instant({ says: 'When the other report was submitted' }) submittedAt!: string;
}

/** A run with its figures. */
export class ReportRunPage extends ReportRun {
  @Many(() => SmallDifference, { says: 'While it is checked: rows that would tell of a small group beside an earlier submission', max: 10000 })
  smallDifferences!: SmallDifference[];
  @Many(() => ReportCell, { says: 'Figures', max: 1000 }) cells!: ReportCell[];
}

export class NewReportRun {
  @Id({ says: 'Project' }) projectId!: string;
  @LocalDate({ says: 'First day of the period' }) periodStart!: string;
  @LocalDate({ says: 'Last day of the period' }) periodEnd!: string;
}

@ChangeOf(() => ReportRunPage)
export class ReportRunChange {
  @Text({ says: "The leader's comment, which the funder reads too", max: 4000, optional: true, nullable: true }) comment?: string | null;
  @Whole({ says: 'The version that was read', min: 1, max: 2147483647, optional: true }) version?: number;
}

export class ReportRunFilters {
  @Id({ says: 'Project', optional: true }) projectId?: string;
  @Code(reportStates, { says: 'State', optional: true }) state?: ReportState;
}

/** Which report drafts itself, and how often. */
export class ReportSchedule {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'Project' }) projectId!: string;
  @Text({ says: "The project's name", max: 200 }) projectName!: string;
  @Code(['month'], { says: 'How often' }) every!: 'month';
  @Flag({ says: 'Whether it runs' }) active!: boolean;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

@ChangeOf(() => ReportSchedule)
export class ReportScheduleChange {
  @Flag({ says: 'Whether it runs' }) active!: boolean;
  @Whole({ says: 'The version that was read', min: 1, max: 2147483647, optional: true }) version?: number;
}

export class ReportScheduleFilters {
  @Id({ says: 'Project', optional: true }) projectId?: string;
}
