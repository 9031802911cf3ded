import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowsBehind } from '@stegvis/contracts/dashboard/links';
import type { Submission } from '@stegvis/contracts/submissions/submission';
import { DashboardService } from '@stegvis/domain/dashboard';
import { EnrolmentsService } from '@stegvis/domain/enrolments';
import { FollowUpSweep, RemindersService } from '@stegvis/domain/reminders';
import { ReportRunsService, reportEntities, SubmissionsService } from '@stegvis/domain/report-runs';
import { asJob, type UnitOfWork } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase } from '@stegvis/platform/postgres/testing';
import { demoDatabase } from './testing.js';

const window = { order: 'ASC' as const, start: 0, end: 100 };
const started = `e.start_date is not null and e.exit_reason is distinct from 'registered-by-mistake'`;
const running = `select from app.stage_period g where g.enrolment_id = e.id and app.today() between g.start_date and coalesce(g.end_date, 'infinity')`;

/** What each row of the report counts, said once more: about one person `p` of the project, known as of the period's end. */
const lastDay = '(p.last_end is null or p.last_end >= r.period_end)';
const left = 'p.last_end between r.period_start and r.period_end';
const entered = 'p.first_start between r.period_start and r.period_end';
const active = 'p.latest_day >= r.period_start';
const younger = (years: number) => `p.born + interval '${years} years' > p.first_start`;
const ages = {
  'under-18': younger(18),
  '18-29': `not ${younger(18)} and ${younger(30)}`,
  '30-54': `not ${younger(30)} and ${younger(55)}`,
  '55-and-over': `not ${younger(55)}`,
};
const open = (stage?: string) =>
  `exists (select from stage_period g where g.enrolment_id = p.last_id and g.start_date <= r.period_end and coalesce(g.end_date, 'infinity') >= r.period_end${stage ? ` and g.stage = '${stage}'` : ''})`;
const byAge = (section: string, who: string) => Object.entries(ages).map(([band, of]) => [`${section}/${band}`, `${who} and ${of}`] as const);
const counted = new Map<string, string>([
  ['participants/entered', entered],
  ['participants/active', active],
  ['participants/left', left],
  ...byAge('entered-by-age', entered),
  ...byAge('active-by-age', active),
  ...byAge('left-by-age', left),
  ...['coaching', 'mapping', 'internship', 'matching', 'follow-along'].map(
    (stage) => [`active-by-stage/${stage}`, `${lastDay} and ${open(stage)}`] as const,
  ),
  ['active-by-stage/none', `${lastDay} and not ${open()}`],
  ['results-at-exit/employed', `${left} and l.exit_labour_status in ('employed', 'self-employed') and p.labour_status in ('unemployed', 'inactive')`],
  ['results-at-exit/in-education', `${left} and l.exit_in_education`],
  ['results-at-exit/job-seeking', `${left} and l.exit_job_seeking and p.labour_status = 'inactive'`],
  ['results-at-exit/qualification', `${left} and l.exit_qualification`],
  [
    'results-at-exit/facts-missing',
    `${left} and (p.labour_status is null or l.exit_labour_status is null or l.exit_in_education is null or l.exit_qualification is null)`,
  ],
]);
const people = `
  select e.participant_id, min(e.start_date) as first_start, max(coalesce(e.end_date, 'infinity')) as latest_day,
         (array_agg(e.gender order by e.start_date))[1] as gender, (array_agg(e.date_of_birth order by e.start_date))[1] as born,
         (array_agg(e.labour_status order by e.start_date))[1] as labour_status,
         (array_agg(e.end_date order by e.start_date desc))[1] as last_end, (array_agg(e.id order by e.start_date desc))[1] as last_id
  from enrolment e
  where e.project_id = r.project_id and e.start_date <= r.period_end and e.exit_reason is distinct from 'registered-by-mistake'
  group by e.participant_id`;

/** The rows of a table as history knows them from before a run was built: what was known then. */
const knownThen = (table: string) => `${table} as materialized (
  select known.* from r cross join lateral (
    select distinct on (v.row_id) v.content from history.row_version v where v.table_name = '${table}' and v.recorded_at <= r.built_at order by v.row_id, v.id desc
  ) as last cross join lateral jsonb_populate_record(null::app.${table}, last.content) as known)`;

/** Of an enrolment `e`, that its person is not protected, or that somebody is named for them today: whom their dashboard knows. */
const known = (staff: string) => `not exists (
  select from app.participant p where p.id = e.participant_id and p.protection <> 'none'
    and not exists (select from app.named_staff n where n.participant_id = p.id and n.staff_id = ${staff} and app.today() between n.valid_from and n.valid_to))`;

describe('the figures of the demo world', () => {
  let db: TestDatabase;
  let api: UnitOfWork;
  let staff: Map<string, string>;
  let projects: { id: string; name: string }[];

  const count = async (text: string, values: unknown[]): Promise<number> =>
    (await db.sql<{ count: number }>(`select count(*)::integer as count ${text}`, values))[0]?.count as number;
  const as = <T>(role: string, run: () => Promise<T>) => asStaff(staff.get(`${role}@stegvis.example`) as string, run);

  beforeAll(async () => {
    db = await demoDatabase();
    const worker = await db.work('worker');
    await asJob('spec', 'spec', () => new FollowUpSweep(worker).run(500));
    api = await db.work('api', reportEntities);
    staff = new Map((await db.sql<{ email: string; id: string }>('select email, id from app.staff')).map(({ email, id }) => [email, id]));
    projects = await db.sql('select distinct p.id, p.name from app.project p join app.enrolment e on e.project_id = p.id order by p.name');
  }, 120_000);
  afterAll(() => db.drop());

  it('of the dashboard equal counts made by hand, and lead to as many rows', async () => {
    const dashboards = new DashboardService(api);
    const reminders = new RemindersService(api);
    const enrolments = new EnrolmentsService(api, reminders);
    let figures = 0;
    for (const [role, projectIds, sites] of await readers()) {
      for (const projectId of projectIds) {
        await as(role, async () => {
          const shown = await dashboards.of(projectId);
          const me = staff.get(`${role}@stegvis.example`);
          const here = `from app.enrolment e where e.project_id = $1 and e.site_id = any ($2::uuid[]) and ${known(`'${me}'`)}`;
          const same = async (figure: number, condition: string, filters: object, values: unknown[] = []) => {
            figures++;
            expect([condition, figure]).toEqual([condition, await count(`${here} and ${condition}`, [projectId, sites, ...values])]);
            expect([filters, figure]).toEqual([filters, (await enrolments.list(filters, window)).total]);
          };
          await same(shown.active, `e.status = 'active'`, rowsBehind.active(projectId));
          await same(shown.waiting, `e.status in ('referred', 'waiting')`, rowsBehind.waiting(projectId));
          await same(shown.entered, started, rowsBehind.entered(projectId));
          await same(shown.left, `${started} and e.end_date is not null`, rowsBehind.left(projectId));
          for (const figure of shown.stages) {
            const stage = figure.stage === 'none' ? `not exists (${running}) and $4 = 'none'` : `exists (${running} and g.stage = $4)`;
            await same(figure.count, `e.status = 'active' and e.gender = $3 and ${stage}`, rowsBehind.stage(projectId, figure), [
              figure.gender,
              figure.stage,
            ]);
          }
          expect(shown.targets.length).toBeGreaterThan(0);
          for (const figure of shown.targets) {
            const reasons = figure.indicator === 'exited-to-work' ? ['work'] : ['work', 'studies'];
            const reached =
              figure.indicator === 'entered'
                ? `e.start_date between $5 and $6 and ${started} and $7::text[] is not null`
                : 'e.end_date between $5 and $6 and e.exit_reason = any ($7::text[])';
            await same(
              figure.reached,
              `coalesce(e.site_id = $3::uuid, $3 is null) and coalesce(e.gender = $4, $4 is null) and ${reached}`,
              rowsBehind.target(projectId, figure),
              [figure.siteId, figure.gender, figure.startDate, figure.endDate, reasons],
            );
          }
          expect(shown.overdue.length).toBeGreaterThan(0);
          for (const figure of shown.overdue) {
            const overdue = `((m.state = 'open' and m.due_date < app.today()) or (m.state = 'snoozed' and m.snoozed_until <= app.today()))`;
            expect(figure.count).toBe(
              await count(`from app.reminder m where m.site_id = $1 and m.rule = $2 and ${overdue}`, [figure.siteId, figure.rule]),
            );
            expect(figure.count).toBe((await reminders.list(rowsBehind.overdue(projectId, figure), window)).total);
            figures++;
          }
        });
      }
    }
    expect(figures).toBeGreaterThan(60);
  });

  it('of every report equal counts made by hand of what was known when it was built, and keep as many people behind them', async () => {
    const runs = new ReportRunsService(api);
    const { rows } = await as('project-leader', () => runs.list({}, window));
    // All of them, and one that gave way to a later one.
    expect(rows.length).toBeGreaterThan(25);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['submitted', 'superseded']));
    for (const { id } of rows) {
      const run = await as('project-leader', () => runs.get(id));
      const own = await handMade(id);
      expect(run.cells).toHaveLength(counted.size * 4);
      for (const cell of run.cells)
        expect([cell.section, cell.row, cell.column, cell.value]).toEqual([
          cell.section,
          cell.row,
          cell.column,
          own.get(`${cell.section}/${cell.row}/${cell.column}`),
        ]);
      const behind = await db.sql<{ id: string; count: number }>(
        'select c.id, count(m.enrolment_id)::integer as count from app.report_cell c left join app.report_member m on m.cell_id = c.id where c.run_id = $1 group by 1',
        [id],
      );
      expect(new Map(behind.map((cell) => [cell.id, cell.count]))).toEqual(new Map(run.cells.map((cell) => [cell.id, cell.value])));
    }
  });

  it('include the submitted report of last month for the funder, with no figure from 1 to 4', async () => {
    const submissions = new SubmissionsService(api);
    const { rows } = await as('funder', () => submissions.list({}, window));
    const [lastMonth] = await db.sql<{ day: string }>(`select (date_trunc('month', app.today()) - interval '1 day')::date as day`);
    expect(new Set(rows.filter((one) => one.periodEnd === lastMonth?.day).map((one) => one.projectId))).toEqual(
      new Set(projects.map(({ id }) => id)),
    );
    const shown = rows.flatMap((one: Submission) => one.rows.flatMap((row) => [row.woman, row.man, row.nonBinary, row.total]));
    expect(shown.filter((text) => text !== null && /^[1-4]$/.test(text))).toEqual([]);
    expect(shown).toContain('<5');
  });

  /** Each leader with the projects they lead something of and the sites they see. */
  async function readers(): Promise<[role: string, projectIds: string[], sites: string[]][]> {
    const all = await db.sql<{ id: string; project_id: string }>('select id, project_id from app.site');
    const own = await db.sql<{ id: string; project_id: string }>(
      `select s.id, s.project_id from app.role_assignment r join app.staff w on w.id = r.staff_id join app.site s on s.id = r.site_id where w.email = 'local-leader@stegvis.example'`,
    );
    return [
      ['project-leader', projects.map(({ id }) => id), all.map(({ id }) => id)],
      ['local-leader', [...new Set(own.map((site) => site.project_id))], own.map(({ id }) => id)],
    ];
  }

  /** The report's figures by other SQL than the report's own: one count for each row and column, from the cases as history knows them. */
  async function handMade(runId: string): Promise<Map<string, number>> {
    const columns = [`p.gender = 'woman'`, `p.gender = 'man'`, `p.gender = 'non-binary'`, 'true'];
    const counts = [...counted.values()].flatMap((condition) =>
      columns.map((column) => `count(*) filter (where ${condition} and ${column})::integer`),
    );
    const [made] = await db.sql<{ figures: number[] }>(
      `with r as (select * from app.report_run where id = $1), ${knownThen('enrolment')}, ${knownThen('stage_period')}
       select array[${counts.join(', ')}] as figures from r cross join lateral (${people}) as p join enrolment l on l.id = p.last_id`,
      [runId],
    );
    const names = [...counted.keys()].flatMap((place) => ['woman', 'man', 'non-binary', 'total'].map((column) => `${place}/${column}`));
    return new Map(names.map((name, at) => [name, made?.figures[at] as number]));
  }
});
