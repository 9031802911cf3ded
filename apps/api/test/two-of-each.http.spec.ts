import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { demoDatabase } from './demo-api.js';
import { brokenPromises, doubledReminders } from './kept-promises.js';
import { MixedLoad } from './mixed-load.js';
import type { Moment, Outcome } from './mixed-load-outcome.js';
import { type OurProcess, startApi, startWorker } from './processes.js';
import { Seeded } from './seeded.js';

const long = process.env.TEST_LONG === '1';
/** Minutes of load on each queue; the long version may be made longer still. */
const minutes = long ? Number(process.env.TEST_MINUTES ?? 3) : 0.25;
const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000);
const queues = { PostgreSQL: {}, ...(process.env.TEST_REDIS_URL && { Redis: { REDIS_URL: process.env.TEST_REDIS_URL } }) };
const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds));

/** How many of each kind of work have to be answered, for a minute of load; follow-ups come to an end. */
const leastOf = Object.entries({
  'read a list': 60,
  'read a person': 15,
  search: 3,
  'log a meeting': 25,
  'change a meeting': 8,
  'void a meeting': 2,
  'refer a person': 6,
  'accept a referral': 2,
  'complete a reminder': 2,
  'ask for a report': 2,
}).map(([kind, each]) => [kind, long && kind !== 'complete a reminder' ? each * minutes : 1] as const);

/** The kinds of work of which too little was answered to say something. */
const missingFrom = ({ answered }: Outcome): string[] => leastOf.filter(([kind, least]) => (answered.get(kind) ?? 0) < least).map(([kind]) => kind);

let database: TestDatabase;
let apis: OurProcess[] = [];
let workers: OurProcess[] = [];
/** When a process was not there, in milliseconds; `api` is -1 for a worker. */
let gone: Moment[] = [];
/** The processes that were killed, as the system ended them. */
let killed: { pid: number | undefined; signal: NodeJS.Signals | null }[] = [];
/** Jobs that a worker took up because the one that had them was killed. */
let takenUp = 0;

const aWorker = (more: Record<string, string>) => startWorker(database, { SWEEP_EVERY_SECONDS: '5', ...more }, 'the worker works');

/** A world of its own for each queue: what one load closes is not there for the next. */
async function begin(more: Record<string, string>): Promise<void> {
  console.log(`TEST_SEED=${seed}`);
  [gone, killed, takenUp] = [[], [], 0];
  database = await demoDatabase();
  apis = await Promise.all([startApi(database, more), startApi(database, more)]);
  workers = await Promise.all([aWorker(more), aWorker(more)]);
}

afterEach(async () => {
  await Promise.all([...apis, ...workers].map((one) => one.stop()));
  await database.drop();
});

/** Kills one of ours in the middle of its work, and starts another one in its place. */
async function replace(api: number, before: OurProcess, chance: Seeded, start: () => Promise<OurProcess>): Promise<OurProcess> {
  const away = { api, from: Date.now(), to: Number.POSITIVE_INFINITY };
  gone.push(away);
  const ended = once(before.process, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  before.process.kill('SIGKILL');
  const [, signal] = await ended;
  killed.push({ pid: before.process.pid, signal });
  await pause(chance.next() * 500);
  const after = await start();
  away.to = Date.now();
  return after;
}

async function replaceApi(api: number, chance: Seeded, more: Record<string, string>): Promise<void> {
  const before = apis[api] as OurProcess;
  apis[api] = await replace(api, before, chance, () => startApi(database, { ...more, PORT: new URL(before.url).port }));
}

async function replaceWorker(worker: number, chance: Seeded, more: Record<string, string>): Promise<void> {
  const before = workers[worker] as OurProcess;
  takenUp += stalledIn(before);
  workers[worker] = await replace(-1, before, chance, () => aWorker(more));
}

const stalledIn = ({ logged }: OurProcess) => logged.filter((line) => line.includes('a job whose worker died is taken up again')).length;

/** Load for a while, during which one process of each is killed and replaced again and again. Two times at least. */
async function loadAndKill(queue: string, more: Record<string, string>): Promise<Outcome> {
  const chance = new Seeded(seed);
  const load = new MixedLoad(
    apis.map(({ url }) => url),
    new Seeded(seed + 1),
    `${queue} ${seed}`,
  );
  await load.start(5);
  const until = Date.now() + minutes * 60_000;
  // Chance may leave out a kind for a while: the load goes on for it, as long again and no longer.
  const goOn = () => Date.now() < until || (Date.now() < until + minutes * 60_000 && missingFrom(load.outcome).length > 0);
  let kills = 0;
  for (; kills < 2 || goOn(); kills++) {
    await pause(500 + chance.next() * (long ? 30_000 : 500));
    await Promise.all([replaceApi(kills % 2, chance, more), replaceWorker(Math.floor(chance.next() * 2), chance, more)]);
  }
  await pause(500);
  const outcome = await load.stop();
  takenUp += workers.map(stalledIn).reduce((sum, count) => sum + count, 0);
  const kinds = [...outcome.answered].map(([kind, count]) => `${kind} ${count}`).join(', ');
  console.log(
    `${queue}: ${kills} killed of each; answered: ${kinds}; ${outcome.unanswered.length} unanswered, ${outcome.busy.length} times 503, ` +
      `${outcome.tooLate} reminders closed before; ${takenUp} jobs taken up from killed workers`,
  );
  // One of each every time, and each of them by the system and not of its own accord.
  expect(killed).toHaveLength(2 * kills);
  expect(new Set(killed.map(({ pid }) => pid)).size).toBe(2 * kills);
  expect(killed.filter(({ signal }) => signal !== 'SIGKILL')).toEqual([]);
  return outcome;
}

/** Whether one of these processes was gone at some moment of a request. */
const whileGone = ({ from, to }: Moment, of: (api: number) => boolean) => gone.some((away) => of(away.api) && away.from <= to && away.to >= from);

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
      await begin(more);
      const outcome = await loadAndKill(queue, more);
      const { unanswered, busy, faults, promised, sent } = outcome;

      // Whoever got no answer had asked a process that was killed; and nobody was put off while all were there.
      expect(faults).toEqual([]);
      expect(unanswered.filter((one) => !whileGone(one, (api) => api === one.api))).toEqual([]);
      expect(busy.filter((one) => !whileGone(one, () => true))).toEqual([]);

      // Enough of every kind was done for the rest to say something.
      expect(missingFrom(outcome)).toEqual([]);
      expect(await brokenPromises(database.sql, `${queue} ${seed}`, promised, sent)).toEqual([]);

      // Every report that was taken is built, once.
      const { reports } = promised;
      await untilBuilt(reports);
      const [built] = await database.sql(
        `select count(*)::integer as count, count(distinct row_id)::integer as reports from history.row_version
         where table_name = 'report_run' and content ->> 'state' = 'draft' and row_id = any ($1)`,
        [reports],
      );
      expect(built).toEqual({ count: reports.length, reports: reports.length });

      const [{ made } = { made: 0 }] = await database.sql<{ made: number }>('select count(*)::integer as made from reminder');
      expect(made).toBeGreaterThan(0);
      expect(await doubledReminders(database.sql)).toEqual([]);
      console.log(`${queue}: ${reports.length} reports built once each, ${made} reminders, none doubled; every promise kept`);
    },
    2 * minutes * 60_000 + 360_000,
  );
});
