import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportRunPage } from '@stegvis/contracts/report-runs/report-run';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { Client } from './client.js';
import { demoDatabase } from './demo-api.js';
import { type OurProcess, startApi, startWorker } from './processes.js';

interface Line {
  msg: string;
  port?: number;
  requestId?: string;
  runId?: string;
}

let database: TestDatabase;
let api: OurProcess;
let worker: OurProcess;

beforeAll(async () => {
  database = await demoDatabase();
  [api, worker] = await Promise.all([startApi(database, { METRICS_PORT: '0' }), startWorker(database, { METRICS_PORT: '0' })]);
}, 180_000);
afterAll(async () => {
  await api.stop();
  await worker.stop();
  await database.drop();
});

const linesOf = (of: OurProcess): Line[] => of.logged.map((line) => JSON.parse(line) as Line);

/** The line with this message that fits, already there or to come. */
async function says(of: OurProcess, message: string, fits: (line: Line) => boolean = () => true): Promise<Line> {
  for (;;) {
    const line = linesOf(of).find((one) => one.msg === message && fits(one));
    if (line) return line;
    await new Promise((next) => setTimeout(next, 50));
  }
}

async function metricsOf(of: OurProcess, path = '/metrics') {
  const { port } = await says(of, 'metrics are served');
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
}

/** The value of the one line that begins so. */
const figureOf = (text: string, begin: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(begin))
      ?.split(' ')
      .at(-1),
  );

describe('what Prometheus reads', () => {
  it('counts requests by the pattern of their route, and tells nothing of anybody', async () => {
    const coach = await Client.signedIn(api.url, 'coach@stegvis.example');
    const [enrolment] = (await coach.get<{ id: string; participantName: string }[]>('/api/enrolments')).body;
    expect((await coach.get(`/api/enrolments/${enrolment?.id}`)).status).toBe(200);
    expect((await coach.get('/api/nothing/of/the/kind')).status).toBe(404);
    const { status, type, text } = await metricsOf(api);
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    const of = (route: string, outcome: string) => `stegvis_http_request_duration_seconds_count{method="GET",route="${route}",status="${outcome}"}`;
    expect(figureOf(text, of('/api/enrolments/:id', '2xx'))).toBe(1);
    expect(figureOf(text, of('none', '4xx'))).toBe(1);
    expect(figureOf(text, 'stegvis_pool_connections{pool="api",state="idle"}')).toBeGreaterThanOrEqual(1);
    expect(figureOf(text, 'stegvis_pool_waiting{pool="auth"}')).toBe(0);
    expect(text).toContain('process_cpu_user_seconds_total');
    for (const somebody of [enrolment?.id, enrolment?.participantName, 'stegvis.example', 'of/the']) expect(text).not.toContain(somebody as string);
  });

  it('knows of the worker how old its work is, and how long jobs take', async () => {
    await says(worker, 'follow-ups swept');
    const { text } = await metricsOf(worker);
    expect(figureOf(text, 'stegvis_worker_heartbeat_age_seconds')).toBeLessThan(60);
    expect(figureOf(text, 'stegvis_doorbell_oldest_seconds')).toBeLessThan(60);
    const [{ overdue } = { overdue: -1 }] = await database.sql<{ overdue: number }>(
      'select count(*)::integer as overdue from reminder where reminder_is_overdue(state, due_date, snoozed_until)',
    );
    expect(figureOf(text, 'stegvis_follow_ups_overdue')).toBe(overdue);
    expect(figureOf(text, 'stegvis_job_duration_seconds_count{job="sweep-follow-ups",outcome="done"}')).toBeGreaterThanOrEqual(1);
  });

  it('is on a port of its own, and there is nothing else there', async () => {
    expect((await new Client(api.url).get('/metrics')).status).toBe(404);
    expect((await new Client(api.url).get('/api/metrics')).status).toBe(404);
    expect((await metricsOf(api, '/api/meetings')).status).toBe(404);
  });
});

it('a report that is asked for carries the id of its request into the database, the queue and the log of the job', async () => {
  const leader = await Client.signedIn(api.url, 'project-leader@stegvis.example');
  const [known] = (await leader.get<ReportRunPage[]>('/api/report-runs?state=submitted')).body;
  const { projectId, periodStart, periodEnd } = known as ReportRunPage;
  const asked = await leader.post<ReportRunPage>('/api/report-runs', { projectId, periodStart, periodEnd });
  expect(asked.status).toBe(201);
  const { id } = asked.body;
  const built = await says(worker, 'report built', ({ runId }) => runId === id);
  const [bell] = await database.sql('select request_id as "requestId" from doorbell where subject_id = $1', [id]);
  const [version] = await database.sql(`select request_id as "requestId" from history.row_version where row_id = $1 order by id limit 1`, [id]);
  expect(built.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(asked.headers.get('x-request-id')).toBe(built.requestId);
  expect([bell, version]).toEqual([{ requestId: built.requestId }, { requestId: built.requestId }]);
});
