import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportRunPage } from '@stegvis/contracts/report-runs/report-run';
import type { Submission } from '@stegvis/contracts/submissions/submission';
import { asJob, databaseFault, type UnitOfWork } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { EnrolmentsService } from '../enrolments/index.js';
import { aWorld, type World } from '../participants/testing.js';
import { RemindersService } from '../reminders/index.js';
import { ReportBuilder, ReportRunsService, ReportSchedulesService, reportEntities, SubmissionsService } from './index.js';
import { aBuiltRun, aSubject } from './testing.js';

const window = { order: 'ASC' as const, start: 0, end: 100 };
const period = async (db: TestDatabase) => {
  const [row] = await db.sql<{ periodStart: string; periodEnd: string; tomorrow: string }>(
    `select app.today() - 60 as "periodStart", app.today() - 1 as "periodEnd", app.today() + 1 as tomorrow`,
  );
  return row as { periodStart: string; periodEnd: string; tomorrow: string };
};

describe('a report, from its request until the funder reads it', () => {
  let db: TestDatabase;
  let world: World;
  let api: UnitOfWork;
  let report: UnitOfWork;
  let runs: ReportRunsService;
  let submissions: SubmissionsService;
  let dates: { periodStart: string; periodEnd: string; tomorrow: string };
  const leader = <T>(run: () => Promise<T>) => asStaff(world.projectLeader, run);
  const built = (more: object = {}) => aBuiltRun(db, report, { projectId: world.projectId, ...dates, ...more });

  beforeAll(async () => {
    db = await testDatabase();
    world = await aWorld(db);
    api = await db.work('api', reportEntities);
    report = await db.work('report');
    runs = new ReportRunsService(api);
    submissions = new SubmissionsService(api);
    dates = await period(db);
    for (let n = 0; n < 7; n++) await aSubject(db, { siteId: world.siteId, gender: n < 2 ? 'man' : 'woman', start: dates.periodStart });
  });
  afterAll(() => db.drop());

  it('is requested by the leader, and a bell rings for the worker', async () => {
    const run = await leader(() => runs.request({ projectId: world.projectId, periodStart: dates.periodStart, periodEnd: dates.periodEnd }));
    expect(run).toMatchObject({ state: 'requested', cells: [], version: 1, scheduled: false });
    expect(await db.sql('select job, request_id from app.doorbell where subject_id = $1', [run.id])).toEqual([
      { job: 'build-report', request_id: 'spec' },
    ]);
    await expect(leader(() => runs.check(run.id))).rejects.toMatchObject({ code: 'not-from-this-status' });
    await asJob('spec', 'spec', () => new ReportBuilder(report).build(run.id));
    expect(await leader(() => runs.get(run.id))).toMatchObject({ state: 'draft', version: 2 });
  });

  it('is refused for a period that ends before it starts, that the project knows nothing of, and to those who do not lead the project', async () => {
    const ask = (draft: object) => runs.request({ projectId: world.projectId, periodStart: dates.periodStart, periodEnd: dates.periodEnd, ...draft });
    await expect(leader(() => ask({ periodEnd: '2020-01-01' }))).rejects.toMatchObject({
      detail: { errors: { periodEnd: { code: 'ends-before-start' } } },
    });
    await expect(leader(() => ask({ periodStart: '2001-01-01', periodEnd: '2001-12-31' }))).rejects.toMatchObject({
      detail: { errors: { periodStart: { code: 'period-outside-project' } } },
    });
    for (const stranger of [world.localLeader, world.coach, world.funder])
      await expect(asStaff(stranger, () => ask({}))).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('takes a comment until it is submitted, and accepts itself back unchanged afterwards', async () => {
    const id = await built();
    const draft = await leader(() => runs.change(id, { comment: 'Två slutade.' }, { version: 2, told: 'body' }));
    expect(draft).toMatchObject({ comment: 'Två slutade.', version: 3 });
    await expect(leader(() => runs.change(id, { comment: 'Tre.' }, { version: 2, told: 'header' }))).rejects.toMatchObject({
      kind: 'changed-meanwhile',
    });
    await leader(() => runs.check(id));
    const sent = await leader(() => runs.submit(id));
    expect(await leader(() => runs.change(id, { comment: sent.comment }, { version: sent.version, told: 'body' }))).toMatchObject({
      version: sent.version,
    });
    await expect(leader(() => runs.change(id, { comment: 'Fyra.' }, { version: sent.version, told: 'body' }))).rejects.toMatchObject({
      code: 'not-from-this-status',
    });
  });

  it('is checked before it is submitted, and not submitted before its period is over', async () => {
    const id = await built();
    await expect(leader(() => runs.submit(id))).rejects.toMatchObject({ code: 'not-from-this-status' });
    expect(await leader(() => runs.check(id))).toMatchObject({ state: 'checked', checkedByName: 'Petra Projekt' });
    const early = await built({ periodEnd: dates.tomorrow });
    await leader(() => runs.check(early));
    await expect(leader(() => runs.submit(early))).rejects.toMatchObject({ code: 'period-not-over' });
  });

  it('hides small groups from the funder, who sees the later submission take the place of the earlier', async () => {
    const submit = async () => {
      const id = await built();
      await leader(() => runs.check(id));
      return leader(() => runs.submit(id));
    };
    const [first, second] = [await submit(), await submit()];
    expect(await leader(() => runs.get(first.id))).toMatchObject({ state: 'superseded' });
    const { rows, total } = await asStaff(world.funder, () =>
      submissions.list({ projectId: world.projectId }, { ...window, sort: 'submittedAt', order: 'DESC' }),
    );
    expect([total, rows.filter((one) => !one.replaced).length]).toEqual([3, 1]);
    expect(rows[0]).toMatchObject({
      replaced: false,
      submittedByName: 'Petra Projekt',
      projectId: world.projectId,
      periodStart: dates.periodStart,
      submittedAt: second.submittedAt,
    });
    // Five women and two men began.
    expect(rows[0]?.rows[0]).toEqual({ section: 'participants', row: 'entered', woman: null, man: null, nonBinary: null, total: '7' });
    expect((await leader(() => runs.get(second.id))).cells.slice(0, 4).map((cell) => cell.value)).toEqual([5, 2, 0, 7]);
  });

  it('shows the funder the submissions and nothing else', async () => {
    for (const table of [
      'participant',
      'enrolment',
      'enrolment_coach',
      'voluntary_facts',
      'stage_period',
      'meeting',
      'attendance',
      'attendance_note',
      'reminder',
      'report_run',
      'report_subject',
      'report_cell',
      'report_member',
    ]) {
      expect([table, await asStaff(world.funder, () => api.read({ text: `select from app.${table}` }))]).toEqual([table, []]);
    }
    const [mine] = (await asStaff(world.funder, () => submissions.list({}, window))).rows;
    const file = await asStaff(world.funder, () => submissions.export(mine?.id as string, 'csv', 'sv'));
    expect(file.content.toString()).toContain('"visas ej";"visas ej";"visas ej";"7"');
    await expect(asStaff(world.localLeader, () => submissions.get(mine?.id as string))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leads from each figure to exactly the enrolments behind it', async () => {
    const enrolments = new EnrolmentsService(api, new RemindersService(api));
    const run: ReportRunPage = await leader(async () => runs.get(await built()));
    for (const cell of run.cells) expect((await leader(() => enrolments.list({ reportCellId: cell.id }, window))).total).toBe(cell.value);
    const women = run.cells.find((cell) => cell.column === 'woman' && cell.row === 'entered');
    expect((await asStaff(world.coach, () => enrolments.list({ reportCellId: women?.id }, window))).total).toBe(0);
  });

  it('is drafted by a schedule that only the leader of the project sees and stops', async () => {
    const schedules = new ReportSchedulesService(api);
    await db.sql('insert into app.report_schedule (project_id) values ($1)', [world.projectId]);
    const [schedule] = (await leader(() => schedules.list({}, window))).rows;
    expect(await leader(() => schedules.change(schedule?.id as string, { active: false }, { version: 1, told: 'body' }))).toMatchObject({
      active: false,
      version: 2,
    });
    expect(await asJob('spec', 'spec', () => new ReportBuilder(report).draftDue())).toEqual([]);
    expect((await asStaff(world.localLeader, () => schedules.list({}, window))).total).toBe(0);
  });

  describe('when the funder returns it', () => {
    let first: ReportRunPage;
    let sent: Submission;
    const submissionOf = async (run: ReportRunPage): Promise<Submission> => {
      const { rows } = await asStaff(world.funder, () => submissions.list({ projectId: world.projectId }, window));
      return rows.find((one) => one.submittedAt === run.submittedAt) as Submission;
    };
    const submitted = async () => {
      const id = await built();
      await leader(() => runs.check(id));
      return leader(() => runs.submit(id));
    };
    beforeAll(async () => {
      first = await submitted();
      sent = await submissionOf(first);
    });

    it('is refused to everybody else, and changes nothing then', async () => {
      const other = await aWorld(db);
      for (const stranger of [world.localLeader, world.coach, other.funder, other.projectLeader])
        await expect(asStaff(stranger, () => submissions.return(sent.id, { comment: 'Nej' }))).rejects.toMatchObject({ code: 'not-found' });
      // The leader reads submissions, and so gets as far as the database.
      await expect(leader(() => submissions.return(sent.id, { comment: 'Nej' }))).rejects.toMatchObject({ driverError: { code: 'SV404' } });
      const column = await asStaff(world.funder, () => api.read({ text: 'update app.submission set return_comment = null' })).catch((fault) => fault);
      expect(databaseFault(column)).toMatchObject({ code: '42501' });
      expect(await leader(() => runs.get(first.id))).toMatchObject({ state: 'submitted', returnedAt: null });
    });

    it('tells the leader who, when and why, and history who it was', async () => {
      const returned = await asStaff(world.funder, () => submissions.return(sent.id, { comment: 'Antalet avslutade stämmer inte.' }));
      expect(returned).toMatchObject({ returnComment: 'Antalet avslutade stämmer inte.', returnedByName: 'Finn Finansiär', replaced: false });
      expect(await leader(() => runs.get(first.id))).toMatchObject({
        state: 'returned',
        returnComment: 'Antalet avslutade stämmer inte.',
        returnedByName: 'Finn Finansiär',
        returnedAt: returned.returnedAt,
        version: first.version + 1,
        cells: first.cells,
      });
      expect((await leader(() => runs.list({ state: 'returned' }, window))).total).toBe(1);
      const versions = await db.sql(
        `select table_name as "table", asker_id as who from history.row_version where row_id = any ($1) and operation = 'update' and asker_id = $2 order by 1`,
        [[first.id, sent.id], world.funder],
      );
      expect(versions).toEqual([
        { table: 'report_run', who: world.funder },
        { table: 'submission', who: world.funder },
      ]);
    });

    it('is over: it is not returned twice, and not submitted again', async () => {
      await expect(asStaff(world.funder, () => submissions.return(sent.id, { comment: 'Igen' }))).rejects.toMatchObject({
        code: 'not-from-this-status',
      });
      await expect(leader(() => runs.submit(first.id))).rejects.toMatchObject({ code: 'not-from-this-status' });
      await expect(leader(() => runs.change(first.id, { comment: 'Nej' }, { version: first.version + 1, told: 'body' }))).rejects.toMatchObject({
        code: 'not-from-this-status',
      });
    });

    it('is replaced by the next one, which keeps what was said of it', async () => {
      const second = await submitted();
      expect(await leader(() => runs.get(first.id))).toMatchObject({ state: 'superseded', returnComment: 'Antalet avslutade stämmer inte.' });
      expect(await submissionOf(first)).toMatchObject({ replaced: true, returnComment: 'Antalet avslutade stämmer inte.' });
      expect(await submissionOf(second)).toMatchObject({ replaced: false, returnedAt: null });
    });

    it('of two at once, one is told that it came too late', async () => {
      const again = await submissionOf(await submitted());
      const outcomes = await Promise.allSettled(
        [1, 2, 3].map((nth) => asStaff(world.funder, () => submissions.return(again.id, { comment: `Nummer ${nth}` }))),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  });

  it('warns the leader of rows that differ by a few from what the funder has', async () => {
    const checked = async (more: object) => {
      const id = await built(more);
      return leader(() => runs.check(id));
    };
    // Seven have entered in the earlier period and eight in the longer one, which the funder could take from each other.
    const [{ longer } = { longer: '' }] = await db.sql<{ longer: string }>('select (app.today() - 61)::text as longer');
    await aSubject(db, { siteId: world.siteId, gender: 'woman', start: longer });
    const run = await checked({ periodStart: longer });
    const told = run.smallDifferences.filter((one) => one.periodStart === dates.periodStart && one.section === 'participants');
    expect(new Set(told.map(({ row }) => row))).toEqual(new Set(['entered', 'active']));
    const { smallDifferences: _gone, ...rest } = await leader(() => runs.submit(run.id));
    expect(rest.state).toBe('submitted');
    // Where nothing has been submitted, there is nothing to compare with.
    const [{ before } = { before: '' }] = await db.sql<{ before: string }>('select (app.today() - 90)::text as before');
    expect((await checked({ periodStart: before, periodEnd: before })).smallDifferences).toEqual([]);
  });
});
