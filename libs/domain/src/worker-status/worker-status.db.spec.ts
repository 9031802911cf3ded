import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asJob } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { aStaff } from '../participants/testing.js';
import { WorkerStatusService } from './index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

describe('the worker', () => {
  it('has never started, works, or is late when nothing was heard of it for more than a minute', async () => {
    const funder = await aStaff(db, null);
    const api = new WorkerStatusService(await db.work('api'));
    const worker = new WorkerStatusService(await db.work('worker'));
    const read = () => asStaff(funder, () => api.read());
    const age = (worker: string, time: string) =>
      db.sql('update app.worker_heartbeat set beat_at = now() - $2::interval where worker = $1', [worker, time]);

    expect(await read()).toEqual({ state: 'never-started', lastBeatAt: null });
    await asJob('heartbeat', 'spec', () => worker.beat('one'));
    expect(await read()).toMatchObject({ state: 'working', lastBeatAt: expect.stringMatching(/Z$/) });
    await age('one', '61 seconds');
    expect((await read()).state).toBe('late');
    await asJob('heartbeat', 'spec', () => worker.beat('two'));
    expect((await read()).state).toBe('working');
    await age('one', '25 hours');
    await asJob('heartbeat', 'spec', () => worker.beat('two'));
    expect(await db.sql('select worker from app.worker_heartbeat')).toEqual([{ worker: 'two' }]);
  });
});
