/** The worker's two heavy jobs, beside their SQL run by hand without access rules. */
import http from 'node:http';
import { workerProgram } from '../workspace.mjs';
import { asRole } from './cause.mjs';
import { ask } from './measure.mjs';
import { allRules, sqlOf } from './plain-sql.mjs';
import { lineWith, startApi, startProgram } from './servers.mjs';
import { jobLine } from './table.mjs';

const batch = 1_000;
const aim = 1.2;
const since = (/** @type {number} */ start) => (performance.now() - start) / 1000;

/** @param {NodeJS.ProcessEnv} env @param {import('pg').Client} owner @param {import('./world.mjs').World} world @param {(line: string) => void} say */
export async function measureJobs(env, owner, world, say) {
  const worker = startProgram(workerProgram, { ...env, SWEEP_EVERY_SECONDS: '86400', STEGVIS_STOP_WITH_PARENT: '1', LOG_LEVEL: 'info' });
  const started = performance.now();
  await lineWith(worker, 'follow-ups swept');
  say(`\nA worker had swept everything ${since(started).toFixed(1)} s after its start.`);
  await measureReport(env, owner, world, say);
  worker.kill('SIGTERM');
  const role = await asRole(env, 'worker');
  const [ours, plain] = [await sweep(role, true), await sweep(owner, false)];
  await role.end();
  say(jobLine('sweep, nothing new', aim, ours, plain));
}

/** Goes over every enrolment as the sweep does. @param {import('pg').Client} client @param {boolean} fenced */
async function sweep(client, fenced) {
  const [next, rules, make, settle] = [
    sqlOf('reminders/next-enrolments.sql'),
    allRules(),
    sqlOf('reminders/make-due.sql'),
    sqlOf('reminders/settle.sql'),
  ];
  const start = performance.now();
  /** @type {string | null} */
  let last = null;
  do {
    await client.query('begin');
    if (fenced) await client.query(`select access.enter_as_job('bench', 'bench')`);
    /** @type {string[]} */
    const ids = (await client.query(next, [last, batch])).rows.map(({ id }) => id);
    const found = (await client.query(rules, [ids])).rows;
    const columns = ['rule', 'enrolment_id', 'subject_id', 'due_date'].map((name) => found.map((row) => row[name]));
    if (found.length > 0) await client.query(make, [...columns, '{}']);
    await client.query(settle, [ids, ...columns.slice(0, 3)]);
    await client.query('commit');
    last = ids.length === batch ? (ids.at(-1) ?? null) : null;
  } while (last !== null);
  return since(start);
}

/** From the leader's request to the draft, by way of the doorbell and the worker. @param {NodeJS.ProcessEnv} env @param {import('pg').Client} owner @param {import('./world.mjs').World} world @param {(line: string) => void} say */
async function measureReport(env, owner, { project, projectLeaders: [leader] }, say) {
  const api = await startApi(env);
  const agent = new http.Agent({ keepAlive: true });
  const cookie = leader?.cookie;
  const period = (await owner.query(`select (app.today() - 365)::text as "periodStart", (app.today() - 1)::text as "periodEnd"`)).rows[0];
  const start = performance.now();
  const { id } = JSON.parse((await ask(agent, api, { path: '/api/report-runs', cookie, body: { projectId: project, ...period } })).text);
  let run;
  do {
    await new Promise((resume) => setTimeout(resume, 20));
    run = JSON.parse((await ask(agent, api, { path: `/api/report-runs/${id}`, cookie })).text);
  } while (run.state === 'requested');
  const ours = since(start);
  agent.destroy();
  const places = [
    ...new Map(run.cells.map((/** @type {{ section: string, row: string }} */ cell) => [`${cell.section} ${cell.row}`, cell])).values(),
  ];
  const columns = [...new Set(run.cells.map((/** @type {{ column: string }} */ cell) => cell.column))];
  const report = await asRole(env, 'report');
  const copy = await owner.query(
    'insert into app.report_run (project_id, period_start, period_end, rule_version) select project_id, period_start, period_end, rule_version from app.report_run where id = $1 returning id',
    [id],
  );
  const build = async (/** @type {import('pg').Client} */ client, /** @type {boolean} */ fenced) => {
    const begin = performance.now();
    await client.query('begin');
    if (fenced) await client.query(`select access.enter_as_job('bench', 'bench')`);
    await client.query(sqlOf('report-runs/subjects.sql'), [copy.rows[0].id]);
    await client.query(sqlOf('report-runs/figures.sql'), [
      copy.rows[0].id,
      places.map(({ section }) => section),
      places.map(({ row }) => row),
      columns,
    ]);
    const passed = since(begin);
    await client.query('rollback');
    return passed;
  };
  const [fenced, plain] = [await build(report, true), await build(owner, false)];
  await report.end();
  for (const table of ['report_member', 'report_cell', 'report_subject']) await owner.query(`delete from app.${table} where run_id = $1`, [id]);
  await owner.query('delete from app.report_run where id = any ($1)', [[id, copy.rows[0].id]]);
  say(jobLine('report, asked for until drafted', aim, ours, plain));
  say(jobLine('report, its statements', aim, fenced, plain));
}
