import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aWorld } from '@stegvis/domain/participants/testing';
import { manyFollowUps } from '@stegvis/domain/reminders/testing';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { endWorkers, startWorker, type WorkerProcess } from './worker-process.js';

const long = process.env.TEST_LONG === '1';
const count = long ? 10_000 : 300;
const kills = long ? 20 : 3;
const batch = { SWEEP_BATCH: String(count / (long ? 200 : 30)) };
/** Ten thousand slow rows take their time; a test ends when it hangs, not when it is slow. */
const minutes = long ? 300_000 : 60_000;

/** Numbers from 0 to 1 that a seed gives again (mulberry32), so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

let db: TestDatabase;
let random: () => number;

beforeAll(() => {
  const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`TEST_SEED=${seed}`);
  random = randomFrom(seed);
});
beforeEach(async () => {
  db = await testDatabase();
  await manyFollowUps(db, await aWorld(db), count);
  // Slow enough to be killed in the middle.
  await db.sql(`create function app.slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.003); return null; end $$`);
  await db.sql('create trigger slow after insert on app.reminder for each row execute function app.slow()');
});
afterEach(async () => {
  await endWorkers();
  await db.drop();
});

const made = async () => (await db.sql<{ count: number }>('select count(*)::integer as count from app.reminder'))[0]?.count ?? 0;
const outcome = async () =>
  (
    await db.sql(`select count(*)::integer as reminders, count(distinct enrolment_id)::integer as people,
                         count(*) filter (where state = 'open' and version = 1)::integer as untouched from app.reminder`)
  )[0];
const whole = { reminders: count, people: count, untouched: count };

/** Waits until so many reminders are there. */
async function until(target: number): Promise<void> {
  while ((await made()) < target) await new Promise((next) => setTimeout(next, 5));
}

/** Ends a worker at a random time of the sweep that it is at, early enough to leave something for the kills to come. */
async function killInTheMiddle(worker: WorkerProcess, stillToCome: number): Promise<void> {
  const from = await made();
  await until(from + 1 + Math.floor((random() * (count - from)) / (stillToCome + 2)));
  expect(await worker.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
}

describe('a sweep over due follow-ups', () => {
  it(
    'whose worker is killed again and again leaves exactly one reminder for each',
    async () => {
      for (let left = kills - 1; left >= 0; left--) await killInTheMiddle(startWorker(db, batch), left);
      const between = await made();
      expect(between).toBeGreaterThan(0);
      expect(between).toBeLessThan(count);
      const last = startWorker(db, batch);
      expect(await last.says('follow-ups swept')).toMatchObject({ looked: count });
      expect(await outcome()).toEqual(whole);
    },
    5 * minutes,
  );

  it(
    'that two workers are at, which are killed one after the other, leaves exactly one reminder for each',
    async () => {
      const [one, two] = [startWorker(db, batch), startWorker(db, batch)];
      await killInTheMiddle(one, 1);
      await killInTheMiddle(two, 0);
      const between = await made();
      expect(between).toBeGreaterThan(0);
      expect(between).toBeLessThan(count);
      const again = [startWorker(db, batch), startWorker(db, batch)];
      for (const worker of again) await worker.says('follow-ups swept');
      expect(await outcome()).toEqual(whole);
    },
    5 * minutes,
  );

  it(
    'ends between two batches when the worker is asked to stop, and the next one goes on',
    async () => {
      const worker = startWorker(db, batch);
      await until(1);
      const since = performance.now();
      await worker.end('SIGTERM');
      expect(performance.now() - since).toBeLessThan(20_000);
      await worker.says('the worker has stopped');
      expect(await made()).toBeLessThan(count);
      await startWorker(db, batch).says('follow-ups swept');
      expect(await outcome()).toEqual(whole);
    },
    minutes,
  );
});
