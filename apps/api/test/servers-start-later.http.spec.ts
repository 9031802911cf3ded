import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import { Client } from './client.js';
import { type OurProcess, startApi, startWorker } from './processes.js';
import { type OnCall, postgresOnCall, redisOnCall } from './servers-on-call.js';

const withRedis = process.env.TEST_REDIS_URL !== undefined;
const waits = 'PostgreSQL cannot be reached; waiting for it';
let postgres: Awaited<ReturnType<typeof postgresOnCall>>;
let redis: Awaited<ReturnType<typeof redisOnCall>> | undefined;
const running: OurProcess[] = [];

beforeAll(async () => {
  postgres = await postgresOnCall();
  if (withRedis) redis = await redisOnCall();
}, 120_000);
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
});
afterAll(async () => {
  await redis?.end();
  await postgres.end();
});

const kept = (one: OurProcess): OurProcess => {
  running.push(one);
  return one;
};
const secrets = () => ({ STEGVIS_SECRETS: postgres.secrets });
const anApi = async (ready: string) => kept(await startApi(postgres, secrets(), ready));
const aWorker = async (ready: string, more: Record<string, string> = {}) => kept(await startWorker(postgres, { ...secrets(), ...more }, ready));

const messages = (of: OurProcess): string[] => of.logged.map((line) => (JSON.parse(line) as { msg: string }).msg);

/** The line with this message, already there or to come. */
async function says(of: OurProcess, message: string): Promise<void> {
  while (!messages(of).includes(message)) {
    if (of.process.exitCode !== null) throw new Error(`It ended with ${of.process.exitCode} without saying "${message}"`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** How a process ends that is asked to, and after how many milliseconds. */
async function stopped(one: OurProcess): Promise<{ code: number | null; after: number }> {
  const since = performance.now();
  const ended = once(one.process, 'exit') as Promise<[number | null]>;
  one.process.kill('SIGTERM');
  const [code] = await ended;
  return { code, after: performance.now() - since };
}

const whileAway = async (server: OnCall, work: () => Promise<void>): Promise<void> => {
  await server.stop();
  try {
    await work();
  } finally {
    await server.start();
  }
};

describe('a PostgreSQL that is started after the servers', () => {
  it('is waited for by the API, which is alive meanwhile and says that it cannot serve', async () => {
    let api: OurProcess | undefined;
    await whileAway(postgres, async () => {
      api = await anApi('the API waits');
      const client = new Client(api.url, 'en');
      expect(await client.get('/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
      for (const path of ['/health/ready', '/api/my-day', '/']) {
        const { status, body, headers } = await client.get<ProblemDocument>(path);
        expect([path, status, body.code, headers.get('retry-after')]).toEqual([path, 503, 'unavailable', '2']);
      }
      const refused = await client.post<ProblemDocument>('/api/auth/sign-in', { email: 'a@b.example', password: 'x' });
      expect([refused.status, refused.body.message]).toEqual([503, 'The service is busy or restarting. Try again in a moment; nothing was saved.']);
      await new Promise((next) => setTimeout(next, 2_000));
      expect(messages(api).filter((one) => one === waits)).toHaveLength(1);
    });
    const up = api as OurProcess;
    await says(up, 'the API listens');
    expect(await new Client(up.url).get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect((await stopped(up)).code).toBe(0);
  });

  it('is waited for by the worker, which then works', async () => {
    let worker: OurProcess | undefined;
    await whileAway(postgres, async () => {
      worker = await aWorker(waits);
      await new Promise((next) => setTimeout(next, 1_500));
      expect(messages(worker).filter((one) => one === waits)).toHaveLength(1);
    });
    await says(worker as OurProcess, 'the worker works');
    await says(worker as OurProcess, 'follow-ups swept');
  });

  it('keeps nobody from stopping who waits for it', async () => {
    await whileAway(postgres, async () => {
      for (const one of [await anApi('the API waits'), await aWorker(waits)]) {
        const { code, after } = await stopped(one);
        expect(code).toBe(0);
        expect(after).toBeLessThan(2_000);
      }
    });
  });

  it('is not waited for when it refuses us: the sentence says why', async () => {
    const wrong = new URL(postgres.url('worker'));
    wrong.password = 'wrong';
    await expect(startWorker(postgres, { ...secrets(), DATABASE_URL_WORKER: wrong.toString() }, waits)).rejects.toThrow('ended with 1');
    const api = new URL(postgres.url('api'));
    api.password = 'wrong';
    await expect(startApi(postgres, { ...secrets(), DATABASE_URL_API: api.toString() }, waits)).rejects.toThrow('ended with 1');
  });
});

if (withRedis)
  describe('a Redis that is started after the worker', () => {
    const redisWaits = 'Redis cannot be reached; waiting for it';

    it('is waited for, and whoever waits can be stopped', async () => {
      const server = redis as NonNullable<typeof redis>;
      const [one, other] = [await aWorker(redisWaits, { REDIS_URL: server.url }), await aWorker(redisWaits, { REDIS_URL: server.url })];
      const { code, after } = await stopped(other);
      expect([code, after < 2_000]).toEqual([0, true]);
      await server.start();
      await says(one, 'follow-ups swept');
      expect(messages(one).filter((message) => message === redisWaits)).toHaveLength(1);
      // Gone while it works: it says so once, and stops all the same.
      await server.stop();
      await says(one, 'Redis cannot be reached');
      await new Promise((next) => setTimeout(next, 3_000));
      expect(messages(one).filter((message) => message === 'Redis cannot be reached')).toHaveLength(1);
      expect((await stopped(one)).after).toBeLessThan(20_000);
    });
  });
