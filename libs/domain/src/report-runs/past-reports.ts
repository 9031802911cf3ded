import { randomUUID } from 'node:crypto';
import { type ReportState, replacedStates, reportColumns, reportTransitions, ruleVersion } from '@stegvis/contracts/report-runs/codes';
import type { ReportCell } from '@stegvis/contracts/report-runs/report-run';
import { sqlBeside } from '@stegvis/platform/postgres';
import type { EntityManager } from 'typeorm';
import { countFigures } from './report-builder.js';
import { placesOfReport } from './report-places.js';
import { hideSmallGroups } from './small-groups.js';

const cells = sqlBeside(import.meta.url, 'report-cells.sql');

/** A step of a report: when, as PostgreSQL reads a moment, and by whom. */
export interface PastStep {
  at: string;
  by: { staff: string } | { job: string };
}

/** Whose report, of which local days; asked for by hand when nobody's schedule owes it. */
export interface PastPeriod {
  projectId: string;
  periodStart: string;
  periodEnd: string;
  byHand: boolean;
}

/**
 * Reports of months gone by, for whoever loads a world as it came to be: each is made of the rows that are there at that
 * point of the story, so that its figures are those known then. Runs on the owner's connection, who may say when something
 * was recorded; a moment that lies ahead becomes now.
 */
export class PastReports {
  constructor(private readonly manager: EntityManager) {}

  /** Asks for a run and builds it at once. Gives back its id. */
  async draft({ projectId, periodStart, periodEnd, byHand }: PastPeriod, asked: PastStep, built: PastStep): Promise<string> {
    const [run] = await this.as(asked, (moment, staff) => [
      `insert into app.report_run (project_id, schedule_id, period_start, period_end, rule_version, requested_at, requested_by)
       select $1, (select s.id from app.report_schedule s where s.project_id = $1 and not $2), $3, $4, $5, $6, $7 returning id`,
      [projectId, byHand, periodStart, periodEnd, ruleVersion, moment, staff],
    ]);
    await countFigures(this.manager, run.id);
    await this.to('draft', ['requested'], run.id, built, (moment) => ({ built_at: moment }));
    return run.id;
  }

  /** The leader stands by the figures, and says a word about them where there is one to be said. */
  async check(id: string, step: PastStep, comment: string | null = null): Promise<void> {
    if (comment !== null) await this.as(step, () => ['update app.report_run set comment = $2, version = version + 1 where id = $1', [id, comment]]);
    const { from, to } = reportTransitions.check;
    await this.to(to, from, id, step, (moment, staff) => ({ checked_at: moment, checked_by: staff }));
  }

  /** Sends it to the funder. What was submitted for the same period before is superseded. */
  async submit(id: string, step: PastStep): Promise<void> {
    await this.as(step, () => [
      `update app.report_run r set state = 'superseded', version = r.version + 1 from app.report_run later
       where later.id = $1 and r.id <> later.id and r.state = any ($2) and (r.project_id, r.period_start, r.period_end) = (later.project_id, later.period_start, later.period_end)`,
      [id, replacedStates],
    ]);
    const { from, to } = reportTransitions.submit;
    await this.to(to, from, id, step, (moment, staff) => ({ submitted_at: moment, submitted_by: staff }));
    const published = JSON.stringify(hideSmallGroups(await this.cellsOf(id)));
    await this.as(step, (moment) => [
      `insert into app.submission (project_id, run_id, period_start, period_end, rule_version, published, comment, submitted_at, submitted_by, submitted_by_name)
       select r.project_id, r.id, r.period_start, r.period_end, r.rule_version, $2, r.comment, $3, s.id, s.name
       from app.report_run r join app.staff s on s.id = r.submitted_by where r.id = $1`,
      [id, published, moment],
    ]);
  }

  private cellsOf(id: string): Promise<ReportCell[]> {
    const places = placesOfReport();
    return this.manager.query(cells, [id, places.map((place) => place.section), places.map((place) => place.row), reportColumns]);
  }

  private async to(state: ReportState, from: readonly ReportState[], id: string, step: PastStep, facts: (...who: Told) => Record<string, unknown>) {
    const [, changed] = await this.as(step, (...who) => {
      const set = Object.entries(facts(...who));
      const columns = set.map(([column], place) => `${column} = $${place + 4}, `).join('');
      return [
        `update app.report_run set ${columns}state = $2, version = version + 1 where id = $1 and state = any ($3)`,
        [id, state, from, ...set.map(([, value]) => value)],
      ];
    });
    if (changed !== 1) throw new Error(`The run ${id} does not become ${state}`);
  }

  /** Runs a statement of the step's moment and staff, and lets history say the same. */
  private async as({ at, by }: PastStep, statement: (...who: Told) => [text: string, values: unknown[]]) {
    const [{ moment }] = await this.manager.query(`select least($1::timestamptz, clock_timestamp() - interval '1 second') as moment`, [at]);
    const [staff, job] = 'staff' in by ? [by.staff, null] : [null, by.job];
    const recorded = { '*': { at: moment, staff, job, request: randomUUID() } };
    await this.manager.query(`select set_config('stegvis.recorded', $1, true)`, [JSON.stringify(recorded)]);
    const rows = await this.manager.query(...statement(moment, staff));
    await this.manager.query(`select set_config('stegvis.recorded', '', true)`);
    return rows;
  }
}

/** The moment as the database has it, and the member of staff, if it is one. */
type Told = [moment: string, staff: string | null];
