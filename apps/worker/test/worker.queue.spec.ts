import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aWorld, dayFromToday } from '@stegvis/domain/participants/testing';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { Redis } from 'ioredis';
import { endWorkers, onRedis, startWorker } from './worker-process.js';

const aMinute = 60_000;
let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
});
afterEach(async () => {
  await endWorkers();
  await db.drop();
});

/** Asks again until the answer will do. */
async function eventually<T>(ask: () => Promise<T>, enough: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (enough(answer)) return answer;
    await new Promise((next) => setTimeout(next, 50));
  }
}

describe('the worker', () => {
  it(
    'hears the bell at once, and builds the report that was asked for',
    async () => {
      const worker = startWorker(db);
      expect(await worker.says('the worker works')).toMatchObject({ queue: onRedis ? 'redis' : 'postgres' });
      const { projectId } = await aWorld(db);
      const [run] = await db.sql<{ id: string }>(
        'insert into app.report_run (project_id, period_start, period_end, rule_version) values ($1, $2, $3, 1) returning id',
        [projectId, await dayFromToday(db, -60), await dayFromToday(db, -30)],
      );
      await db.sql(`insert into app.doorbell (job, subject_id, request_id) values ('build-report', $1, 'a-request')`, [run?.id]);
      await eventually(
        () => db.sql<{ state: string }>('select state from app.report_run where id = $1', [run?.id]),
        ([row]) => row?.state === 'draft',
      );
      // The job carries on the request that asked for it, and says so with ids only.
      expect(await worker.says('report built')).toMatchObject({ runId: run?.id, built: true, requestId: 'a-request', job: 'build-report' });
      const [bell] = await db.sql<{ seconds: number }>('select extract(epoch from relayed_at - rung_at)::float as seconds from app.doorbell');
      expect(bell?.seconds).toBeLessThan(4);
    },
    aMinute,
  );

  it(
    'answers bells that were rung while it was away, and two workers share them out',
    async () => {
      await db.sql(`insert into app.doorbell (job, subject_id) select 'build-report', gen_random_uuid() from generate_series(1, 250)`);
      const workers = [startWorker(db), startWorker(db)];
      const answered = () => workers.flatMap(({ lines }) => lines.filter(({ msg }) => msg === 'report built').map(({ runId }) => runId));
      await eventually(
        async () => answered().length,
        (length) => length >= 250,
      );
      const [left] = await db.sql('select count(*)::integer as count from app.doorbell where relayed_at is null');
      expect(left).toEqual({ count: 0 });
      expect(new Set(answered()).size).toBe(250);
      expect(answered()).toHaveLength(250);
    },
    aMinute,
  );

  it(
    'gives a sign of life, and stops when its parent goes away',
    async () => {
      const worker = startWorker(db, { STEGVIS_STOP_WITH_PARENT: '1' });
      await worker.says('the worker works');
      await eventually(
        () => db.sql<{ count: number }>('select count(*)::integer as count from app.worker_heartbeat'),
        ([row]) => row?.count === 1,
      );
      worker.child.disconnect();
      expect(await worker.says('the worker has stopped')).toBeDefined();
    },
    aMinute,
  );

  it(
    'logs of a job that fails its code and constraint, and nothing of anybody',
    async () => {
      await db.sql(`create function app.fail() returns trigger language plpgsql as $$
        begin raise exception 'Åsa Öberg' using errcode = '23514', constraint = 'planted', detail = '19900517-1234'; end $$`);
      await db.sql('create trigger fail before insert on app.reminder for each statement execute function app.fail()');
      const { siteId, coach } = await aWorld(db);
      const { aParticipant } = await import('@stegvis/domain/participants/testing');
      await aParticipant(db, { siteId, coachId: coach });
      const worker = startWorker(db);
      expect(await worker.says('job failed')).toMatchObject({ job: 'sweep-follow-ups', code: '23514', constraint: 'planted' });
      expect(JSON.stringify(worker.lines) + worker.complaint()).not.toMatch(/Åsa|19900517/);
    },
    aMinute,
  );

  if (onRedis) {
    it(
      'refuses a Redis that throws jobs away',
      async () => {
        const redis = new Redis(process.env.TEST_REDIS_URL ?? '');
        try {
          await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
          const worker = startWorker(db);
          await expect(worker.says('the worker works')).rejects.toThrow('Set it to noeviction');
        } finally {
          await redis.config('SET', 'maxmemory-policy', 'noeviction');
          await redis.quit();
        }
      },
      aMinute,
    );
  }
});
