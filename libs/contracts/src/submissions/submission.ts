import { Code, Flag, Id, Instant, LocalDate, Many, Text, Whole } from '../fields/kinds.js';
import { type ReportSection, reportSections } from '../report-runs/codes.js';

/** A row as it leaves the project: text, since small groups are hidden ("<5", or nothing where a figure is not shown). */
export class PublishedRow {
  @Code(Object.keys(reportSections), { says: 'Section' }) section!: ReportSection;
  @Text({ says: 'Row', max: 40 }) row!: string;
  @Text({ says: 'Women; null where only the total is shown', max: 12, nullable: true }) woman!: string | null;
  @Text({ says: 'Men; null where only the total is shown', max: 12, nullable: true }) man!: string | null;
  @Text({ says: 'Non-binary; null where only the total is shown', max: 12, nullable: true }) nonBinary!: string | null;
  @Text({ says: 'Total; "<5" from 1 to 4; null where it would tell of a small group', max: 12, nullable: true }) total!: string | null;
}

/** A report as the funder reads it. It names nobody, and hides small groups. */
export class Submission {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'Project' }) projectId!: string;
  @Text({ says: "The project's name", max: 200 }) projectName!: string;
  @LocalDate({ says: 'First day of the period' }) periodStart!: string;
  @LocalDate({ says: 'Last day of the period' }) periodEnd!: string;
  @Whole({ says: 'Version of the counting rules', min: 1, max: 10000 }) ruleVersion!: number;
  @Text({ says: "The leader's comment", max: 4000, nullable: true }) comment!: string | null;
  @Instant({ says: 'Submitted' }) submittedAt!: string;
  @Text({ says: 'Submitted by', max: 120 }) submittedByName!: string;
  @Instant({ says: 'Returned by the funder', nullable: true }) returnedAt!: string | null;
  @Text({ says: 'Returned by', max: 120, nullable: true }) returnedByName!: string | null;
  @Text({ says: 'Why it was returned', max: 4000, nullable: true }) returnComment!: string | null;
  @Flag({ says: 'A later submission of the same period has taken its place' }) replaced!: boolean;
  @Many(() => PublishedRow, { says: 'Figures', max: 200 }) rows!: PublishedRow[];
}

/** What the funder tells the project leader when a report comes back. */
export class SubmissionReturn {
  @Text({ says: 'What has to be mended, for the project leader', max: 4000 }) comment!: string;
}

export class SubmissionFilters {
  @Id({ says: 'Project', optional: true }) projectId?: string;
}
