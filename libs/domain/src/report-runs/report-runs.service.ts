import { Injectable } from '@nestjs/common';
import type { ListWindow } from '@stegvis/contracts/lists/list';
import { invalidInput, notFound } from '@stegvis/contracts/problems/refusal';
import { type ReportState, replacedStates, reportColumns, ruleVersion } from '@stegvis/contracts/report-runs/codes';
import type {
  NewReportRun,
  ReportCell,
  ReportRun,
  ReportRunChange,
  ReportRunFilters,
  ReportRunPage,
  SmallDifference,
} from '@stegvis/contracts/report-runs/report-run';
import type { Language } from '@stegvis/contracts/staff/codes';
import type { JobName } from '@stegvis/platform/doorbell';
import {
  type ExpectedVersion,
  type ListSpec,
  mustBeAt,
  type Page,
  readOne,
  readPage,
  sqlBeside,
  UnitOfWork,
  writeChange,
} from '@stegvis/platform/postgres';
import type { FileFormat, SpreadsheetFile } from '@stegvis/platform/spreadsheet';
import type { EntityManager } from 'typeorm';
import { fileOfRun } from './report-file.js';
import { placesOfReport } from './report-places.js';
import { ReportRunEntity } from './report-run.entity.js';
import { type Earlier, smallDifferences } from './small-differences.js';
import { hideSmallGroups } from './small-groups.js';
import { SubmissionEntity } from './submission.entity.js';

const runs: ListSpec = {
  rows: sqlBeside(import.meta.url, 'report-runs.sql'),
  sorts: { projectName: 'swedish', periodStart: 'plain', periodEnd: 'plain', state: 'plain', requestedAt: 'plain', submittedAt: 'plain' },
  order: { sort: 'periodEnd', order: 'DESC' },
};
const cells = sqlBeside(import.meta.url, 'report-cells.sql');
const overlapping = sqlBeside(import.meta.url, 'overlapping-submissions.sql');

/** The worker's job that builds a run. */
const buildReport: JobName = 'build-report';

/** Who acts, and when: the database's clock, as ISO 8601 and as a local day. */
interface Act {
  me: string;
  myName: string;
  now: string;
  today: string;
}

/** Reports of a project and a period, as its leader asks for them, checks them and submits them. */
@Injectable()
export class ReportRunsService {
  constructor(private readonly work: UnitOfWork) {}

  list(filters: ReportRunFilters, window: ListWindow, ids?: readonly string[]): Promise<Page<ReportRun>> {
    return readPage(this.work, runs, filters, window, ids);
  }

  /** A run with its figures; none yet while it is only requested. */
  get(id: string): Promise<ReportRunPage> {
    return this.work.transaction(async () => {
      const run = await readOne<ReportRun>(this.work, runs, id);
      const figures = await this.cellsOf(id);
      return { ...run, cells: figures, smallDifferences: run.state === 'checked' ? await this.differencesOf(run, figures) : [] };
    });
  }

  /** Asks for a run. It is built by the worker, whose doorbell rings as this is saved. Throws a refusal of the period's dates. */
  request(draft: NewReportRun): Promise<ReportRunPage> {
    return this.work.transaction(async (manager) => {
      const [project] = await manager.query(
        'select start_date as "startDate", end_date as "endDate", access.asker_id() as me from app.project where id = $1',
        [draft.projectId],
      );
      if (!project) throw invalidInput('projectId', 'unknown-reference');
      if (draft.periodEnd < draft.periodStart) throw invalidInput('periodEnd', 'ends-before-start');
      if (draft.periodEnd < project.startDate || draft.periodStart > project.endDate) throw invalidInput('periodStart', 'period-outside-project');
      const { id } = await manager.save(ReportRunEntity, manager.create(ReportRunEntity, { ...draft, ruleVersion, requestedBy: project.me }));
      await manager.query('insert into app.doorbell (job, subject_id, request_id) values ($1, $2, access.request_id())', [buildReport, id]);
      return this.get(id);
    });
  }

  /** Writes the comment. A change that changes nothing is accepted in every state. */
  change(id: string, change: ReportRunChange, expected: ExpectedVersion): Promise<ReportRunPage> {
    return this.work.transaction(async (manager) => {
      mustBeAt(expected, await this.get(id));
      const run = await find(manager, id);
      if (change.comment !== undefined && change.comment !== run.comment)
        await writeChange(manager, ReportRunEntity, id, expected.version, run.commentOn(change.comment));
      return this.get(id);
    });
  }

  check(id: string): Promise<ReportRunPage> {
    return this.work.transaction(async (manager) => {
      const run = await find(manager, id);
      const act = await readAct(manager);
      await writeChange(manager, ReportRunEntity, id, run.version, run.check(act.me, act.now));
      return this.get(id);
    });
  }

  /** Sends the run to the funder, small groups hidden. What was submitted for the same project and period before is superseded. */
  submit(id: string): Promise<ReportRunPage> {
    return this.work.transaction(async (manager) => {
      const { projectId, periodStart, periodEnd } = await find(manager, id);
      // Locked in one order, so that of two submissions at once the later one sees the earlier.
      const samePeriod = await manager.find(ReportRunEntity, {
        where: { projectId, periodStart, periodEnd },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const run = samePeriod.find((one) => one.id === id);
      if (!run) throw notFound();
      const act = await readAct(manager);
      const submitted = run.submit(act.me, act.now, act.today);
      for (const earlier of samePeriod.filter((one) => (replacedStates as readonly ReportState[]).includes(one.state)))
        await writeChange(manager, ReportRunEntity, earlier.id, earlier.version, earlier.supersede());
      await writeChange(manager, ReportRunEntity, id, run.version, submitted);
      await manager.insert(SubmissionEntity, {
        projectId,
        runId: id,
        periodStart,
        periodEnd,
        ruleVersion,
        published: hideSmallGroups(await this.cellsOf(id)),
        comment: run.comment,
        submittedAt: act.now,
        submittedBy: act.me,
        submittedByName: act.myName,
      });
      return this.get(id);
    });
  }

  /** The run as a file, with its exact figures. */
  async export(id: string, format: FileFormat, language: Language): Promise<SpreadsheetFile> {
    return fileOfRun(await this.get(id), format, language);
  }

  /** Rows that would tell of a small group beside what the funder has read about days of the period. */
  private async differencesOf({ projectId, periodStart, periodEnd }: ReportRun, figures: ReportCell[]): Promise<SmallDifference[]> {
    const earlier = await this.work.read<Earlier>({ text: overlapping, values: [projectId, periodStart, periodEnd] });
    return smallDifferences(hideSmallGroups(figures), earlier);
  }

  private cellsOf(id: string): Promise<ReportCell[]> {
    const places = placesOfReport();
    return this.work.read({ text: cells, values: [id, places.map((place) => place.section), places.map((place) => place.row), reportColumns] });
  }
}

async function find(manager: EntityManager, id: string): Promise<ReportRunEntity> {
  const run = await manager.findOneBy(ReportRunEntity, { id });
  if (!run) throw notFound();
  return run;
}

async function readAct(manager: EntityManager): Promise<Act> {
  const [act] = await manager.query(
    'select s.id as me, s.name as "myName", now() as now, app.today() as today from app.staff s where s.id = access.asker_id()',
  );
  return act;
}
