import type { LabourStatus, Stage } from '@stegvis/contracts/enrolments/codes';
import { reportColumns } from '@stegvis/contracts/report-runs/codes';
import { asJob, type UnitOfWork } from '@stegvis/platform/postgres';
import { anEnrolment, aParticipant, type Builder, type MadeParticipant, type ParticipantDraft } from '../participants/testing.js';
import { ReportBuilder } from './report-builder.js';

/** What a report counts an enrolment by. Whoever has an end has left, because of work, and lacks exit facts unless they are given. */
export interface SubjectDraft extends Pick<ParticipantDraft, 'siteId' | 'gender' | 'dateOfBirth'> {
  start: string;
  end?: string;
  labourStatus?: LabourStatus | null;
  exitReason?: string;
  exit?: { labourStatus: LabourStatus; inEducation: boolean; qualification: boolean; jobSeeking?: boolean };
  stages?: readonly (readonly [stage: Stage, start: string, end?: string])[];
}

/** A person with one enrolment. */
export async function aSubject(db: Builder, draft: SubjectDraft): Promise<MadeParticipant> {
  const made = await aParticipant(db, enrolmentOf(draft));
  await fillIn(db, made.enrolmentId, draft);
  return made;
}

/** The same person once more. */
export async function aReturn(db: Builder, participantId: string, draft: SubjectDraft): Promise<string> {
  const id = await anEnrolment(db, participantId, enrolmentOf(draft));
  await fillIn(db, id, draft);
  return id;
}

const enrolmentOf = ({ siteId, gender, dateOfBirth, start, end }: SubjectDraft): ParticipantDraft => ({
  siteId,
  gender,
  dateOfBirth,
  startDate: start,
  endDate: end,
  status: end ? 'exited' : 'active',
});

async function fillIn(db: Builder, id: string, draft: SubjectDraft): Promise<void> {
  const labour = draft.labourStatus === undefined ? 'unemployed' : draft.labourStatus;
  const { exit } = draft;
  await db.sql(
    `update app.enrolment set labour_status = $2, exit_reason = coalesce($3, exit_reason), exit_labour_status = $4, exit_in_education = $5, exit_qualification = $6,
            exit_job_seeking = $7, version = version + 1 where id = $1`,
    [
      id,
      labour,
      draft.exitReason ?? null,
      exit?.labourStatus ?? null,
      exit?.inEducation ?? null,
      exit?.qualification ?? null,
      exit?.jobSeeking ?? null,
    ],
  );
  for (const [stage, start, end] of draft.stages ?? []) {
    await db.sql(
      `insert into app.stage_period (organisation_id, project_id, site_id, enrolment_id, stage, start_date, end_date, main)
       select organisation_id, project_id, site_id, id, $2, $3, $4, false from app.enrolment where id = $1`,
      [id, stage, start, end ?? null],
    );
  }
}

/** A requested run, not yet built. */
export async function aRun(db: Builder, run: { projectId: string; periodStart: string; periodEnd: string }): Promise<string> {
  const [made] = await db.sql<{ id: string }>(
    'insert into app.report_run (project_id, period_start, period_end, rule_version) values ($1, $2, $3, 1) returning id',
    [run.projectId, run.periodStart, run.periodEnd],
  );
  return (made as { id: string }).id;
}

/** A run, built as the worker builds it. `report` is the database as the role of that name. */
export async function aBuiltRun(
  db: Builder,
  report: UnitOfWork,
  run: { projectId: string; periodStart: string; periodEnd: string },
): Promise<string> {
  const id = await aRun(db, run);
  await asJob('spec', 'spec', () => new ReportBuilder(report).build(id));
  return id;
}

/** The figures of a run as `{ 'participants/entered': [women, men, non-binary, total] }`. */
export async function figuresOf(db: Builder, runId: string): Promise<Record<string, number[]>> {
  const rows = await db.sql<{ place: string; figures: number[] }>(
    `select section || '/' || row_name as place, array_agg(value order by array_position($2::text[], column_name)) as figures from app.report_cell where run_id = $1 group by 1`,
    [runId, reportColumns],
  );
  return Object.fromEntries(rows.map(({ place, figures }) => [place, figures]));
}
export { type Figure, workedOut } from './attacker/testing.js';
