import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { demoDatabase } from './demo-api.js';
import { MixedLoad, type Outcome } from './mixed-load.js';
import { type OurProcess, startApi, startWorker } from './processes.js';
import { Seeded } from './seeded.js';

const long = process.env.TEST_LONG === '1';
/** Minutes of load on each queue; the long version may be made longer still. */
const minutes = long ? Number(process.env.TEST_MINUTES ?? 3) : 0.1;
const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000);
const queues = { PostgreSQL: {}, ...(process.env.TEST_REDIS_URL && { Redis: { REDIS_URL: process.env.TEST_REDIS_URL } }) };
const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds));

let database: TestDatabase;
let apis: OurProcess[];
const workers: OurProcess[] = [];
/** When an API process was not there, in milliseconds. */
const gone: { api: number; from: number; to: number }[] = [];

const aWorker = (more: Record<string, string>) => startWorker(database, { SWEEP_EVERY_SECONDS: '5', ...more }, 'the worker works');

beforeAll(async () => {
  console.log(`TEST_SEED=${seed}`);
  database = await demoDatabase();
  apis = await Promise.all([startApi(database), startApi(database)]);
}, 180_000);
afterAll(async () => {
  await Promise.all([...apis, ...workers].map((one) => one.stop()));
  await database.drop();
});

async function kill(one: OurProcess): Promise<void> {
  const ended = once(one.process, 'exit');
  one.process.kill('SIGKILL');
  await ended;
}

/** Kills an API process in the middle of its requests, and starts another one at its address. */
async function replaceApi(api: number, chance: Seeded): Promise<void> {
  const before = apis[api] as OurProcess;
  const away = { api, from: Date.now(), to: Number.POSITIVE_INFINITY };
  gone.push(away);
  await kill(before);
  await pause(chance.next() * 500);
  apis[api] = await startApi(database, { PORT: new URL(before.url).port });
  away.to = Date.now();
}

async function replaceWorker(worker: number, chance: Seeded, more: Record<string, string>): Promise<void> {
  await kill(workers[worker] as OurProcess);
  await pause(chance.next() * 500);
  workers[worker] = await aWorker(more);
}

/** Load for a while, during which one process of each is killed and replaced again and again. Two times at least. */
async function loadAndKill(queue: string, more: Record<string, string>): Promise<Outcome> {
  const chance = new Seeded(seed);
  const load = new MixedLoad(
    apis.map(({ url }) => url),
    new Seeded(seed + 1),
    `${queue} ${seed}`,
  );
  workers.push(...(await Promise.all([aWorker(more), aWorker(more)])));
  await load.start(5);
  const until = Date.now() + minutes * 60_000;
  let kills = 0;
  for (; kills < 2 || Date.now() < until; kills++) {
    await pause(500 + chance.next() * (long ? 10_000 : 500));
    await Promise.all([replaceApi(kills % 2, chance), replaceWorker(Math.floor(chance.next() * 2), chance, more)]);
  }
  await pause(500);
  const outcome = await load.stop();
  const { answered, unanswered, meetings, busy } = outcome;
  console.log(
    `${queue}: ${kills} killed of each, ${answered} answered, ${meetings.size} of them meetings, ${unanswered.length} unanswered, ${busy} times 503`,
  );
  return outcome;
}

/** A worker that was killed may have held a job, which another one takes up within a minute. */
async function untilBuilt(reports: string[]): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    const [left] = await database.sql<{ count: number }>(
      `select count(*)::integer as count from report_run where id = any ($1) and state = 'requested'`,
      [reports],
    );
    if (left?.count === 0) return;
    await pause(100);
  }
  throw new Error('a report that was asked for has not been built');
}

describe('two API processes and two workers, of which one each is killed again and again', () => {
  it.each(Object.entries(queues))(
    'with the queue in %s lose no write that was answered, and do nothing twice',
    async (queue, more) => {
      const { answered, unanswered, faults, meetings, sent, reports } = await loadAndKill(queue, more);

      // Whoever got no answer had asked a process that was killed.
      expect(faults).toEqual([]);
      const unexplained = unanswered.filter((one) => !gone.some(({ api, from, to }) => api === one.api && one.from <= to && one.to >= from));
      expect(unexplained).toEqual([]);
      expect(answered).toBeGreaterThan(50);
      expect(meetings.size).toBeGreaterThan(10);

      // Every meeting that was answered is there, once; one that was not answered may be there, once.
      const saved = await database.sql<{ id: string; summary: string }>(
        `select a.meeting_id as id, n.summary from attendance_note n join attendance a on a.id = n.id join meeting m on m.id = a.meeting_id
         where n.summary like $1 || ' %'`,
        [`${queue} ${seed}`],
      );
      const savedOnce = new Map(saved.map(({ id, summary }) => [summary, id]));
      expect(saved).toHaveLength(savedOnce.size);
      expect([...meetings].filter(([summary, id]) => savedOnce.get(summary) !== id)).toEqual([]);
      expect([...savedOnce.keys()].filter((summary) => !sent.includes(summary))).toEqual([]);
      const [history] = await database.sql(
        `select count(*)::integer as count, count(distinct row_id)::integer as meetings from history.row_version
         where table_name = 'meeting' and operation = 'insert' and row_id = any ($1)`,
        [[...meetings.values()]],
      );
      expect(history).toEqual({ count: meetings.size, meetings: meetings.size });

      // Every report that was taken is built, once.
      expect(reports.length).toBeGreaterThan(0);
      await untilBuilt(reports);
      const [built] = await database.sql(
        `select count(*)::integer as count, count(distinct row_id)::integer as reports from history.row_version
         where table_name = 'report_run' and content ->> 'state' = 'draft' and row_id = any ($1)`,
        [reports],
      );
      expect(built).toEqual({ count: reports.length, reports: reports.length });

      // Nobody was reminded of a thing while a reminder of it was open already.
      const [{ made } = { made: 0 }] = await database.sql<{ made: number }>('select count(*)::integer as made from reminder');
      expect(made).toBeGreaterThan(0);
      const doubled = await database.sql(
        `select r.rule, r.subject_id from reminder r join reminder again using (rule, subject_id, enrolment_id)
         where again.id <> r.id and again.created_at >= r.created_at and again.created_at < coalesce(r.closed_at, 'infinity')`,
      );
      expect(doubled).toEqual([]);
      await Promise.all(workers.splice(0).map((one) => one.stop()));
    },
    minutes * 60_000 + 180_000,
  );
});
