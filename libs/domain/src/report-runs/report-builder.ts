import { Injectable } from '@nestjs/common';
import { reportColumns, ruleVersion } from '@stegvis/contracts/report-runs/codes';
import { InjectUnitOfWork, sqlBeside, type UnitOfWork } from '@stegvis/platform/postgres';
import type { EntityManager } from 'typeorm';
import { placesOfReport } from './report-places.js';

const subjects = sqlBeside(import.meta.url, 'subjects.sql');
const figures = sqlBeside(import.meta.url, 'figures.sql');
const due = sqlBeside(import.meta.url, 'draft-due.sql');

/** How long a doorbell may be on its way, as PostgreSQL's interval, before a requested run is built without it. */
const bellIsLostAfter = '1 minute';

/**
 * Makes reports, in the worker's process and under the database role that reads every case of a project and writes only
 * figures. Every method needs a job around it (`asJob`), and may run twice or side by side without harm.
 */
@Injectable()
export class ReportBuilder {
  constructor(@InjectUnitOfWork('report') private readonly work: UnitOfWork) {}

  /** Builds a requested run: subjects, figures and the people behind each, in one transaction. False when there was nothing to do. */
  build(runId: string): Promise<boolean> {
    return this.work.transaction(async (manager) => {
      // A run that another worker holds is being built there.
      const [run] = await manager.query(`select id from app.report_run where id = $1 and state = 'requested' for update skip locked`, [runId]);
      if (!run) return false;
      await countFigures(manager, runId);
      await manager.query(`update app.report_run set state = 'draft', built_at = now(), version = version + 1 where id = $1`, [runId]);
      return true;
    });
  }

  /** Builds what was requested more than a minute ago, whose doorbell must have been lost. Answers with the runs it built. */
  async buildRequested(): Promise<string[]> {
    const runs = await this.work.read<{ id: string }>({
      text: `select id from app.report_run where state = 'requested' and requested_at < now() - $1::interval order by requested_at`,
      values: [bellIsLostAfter],
    });
    return this.buildAll(runs);
  }

  /**
   * Drafts what active schedules owe for the local calendar month before a day (`YYYY-MM-DD`, today if left out), cut to
   * the project's period, once for each schedule and month. Answers with the runs it built.
   */
  async draftDue(day?: string): Promise<string[]> {
    return this.buildAll(await this.work.read<{ id: string }>({ text: due, values: [ruleVersion, day ?? null] }));
  }

  /** One transaction each: a run that fails does not take the others with it, and is found again as requested. */
  private async buildAll(runs: readonly { id: string }[]): Promise<string[]> {
    const built: string[] = [];
    const faults: unknown[] = [];
    for (const { id } of runs) {
      try {
        if (await this.build(id)) built.push(id);
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (faults.length > 0) throw faults[0];
    return built;
  }
}

/** Counts a requested run's figures from the rows as they are now, and keeps the people behind each. */
export async function countFigures(manager: EntityManager, runId: string): Promise<void> {
  const places = placesOfReport();
  await manager.query(subjects, [runId]);
  await manager.query(figures, [runId, places.map((place) => place.section), places.map((place) => place.row), reportColumns]);
}
