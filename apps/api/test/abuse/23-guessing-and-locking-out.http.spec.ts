import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { Client } from '../client.js';
import { demoDatabase } from '../demo-api.js';
import { type OurProcess, startApi } from '../processes.js';

let database: TestDatabase;
let apis: OurProcess[] = [];
beforeAll(async () => {
  database = await demoDatabase();
  // A trusted proxy stands before both, so that a request can come from anywhere.
  apis = await Promise.all([startApi(database), startApi(database)]);
}, 180_000);
afterAll(async () => {
  await Promise.all(apis.map((one) => one.stop()));
  await database.drop();
});

const guess = (nth: number, email: string, address: string) =>
  new Client(apis[nth % 2]?.url ?? '').post<ProblemDocument>(
    '/api/auth/sign-in',
    { email, password: `guess ${nth}` },
    { 'X-Forwarded-For': address },
  );

/** Ages what was tried, as if so many seconds had passed. */
const later = (seconds: number) => database.sql('update sign_in.attempt set tried_at = tried_at - make_interval(secs => $1)', [seconds]);
const credentials = { email: 'coach@stegvis.example', password: 'stegvis-demo' };

/** Guesses until the account is refused from this address. */
async function guessAway(email: string, address: string): Promise<void> {
  for (let nth = 0; nth < 11; nth++) await guess(nth, email, address);
}

describe('abuse case 23: guessing passwords, looking for accounts, and locking somebody out', () => {
  it('of a thousand guesses at twenty accounts, over two API processes at once, each account takes ten', async () => {
    const taken = new Map<string, number>();
    const statuses = new Set<number>();
    const one = async (nth: number) => {
      const email = `person${nth % 20}@stegvis.example`;
      const { status } = await guess(nth, email, `203.0.113.${nth % 20}`);
      statuses.add(status);
      if (status === 401) taken.set(email, (taken.get(email) ?? 0) + 1);
    };
    const all = Array.from({ length: 1000 }, (_one, nth) => nth);
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (let nth = all.shift(); nth !== undefined; nth = all.shift()) await one(nth);
      }),
    );
    expect([...statuses].sort()).toEqual([401, 429]);
    // The hour of the test is short of the first wait, unless the machine is very slow: then a few more are let through, each after its wait.
    expect([...taken.values()].filter((count) => count < 10)).toEqual([]);
    expect([...taken.values()].reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(200 + 40);
  }, 300_000);

  it('one address that tries many accounts is slowed down as well', async () => {
    const statuses: number[] = [];
    for (let nth = 0; nth < 70; nth++) statuses.push((await guess(nth, `one${nth}@stegvis.example`, '198.51.100.7')).status);
    expect(statuses.slice(0, 60)).toEqual(Array<number>(60).fill(401));
    expect(statuses.slice(60)).toContain(429);
  });

  it('says how long to wait; each failure after the wait doubles it, and no wait is longer than a quarter of an hour', async () => {
    const waits: number[] = [];
    await guessAway('waits@stegvis.example', '198.51.100.8');
    for (let nth = 0; nth < 8; nth++) {
      const { status, headers } = await guess(nth, 'waits@stegvis.example', '198.51.100.8');
      expect(status).toBe(429);
      waits.push(Number(headers.get('retry-after')));
      await later(waits.at(-1) ?? 0);
      expect((await guess(nth, 'waits@stegvis.example', '198.51.100.8')).status).toBe(401);
    }
    for (const [nth, longest] of [30, 60, 120, 240, 480, 900, 900, 900].entries()) {
      expect(waits[nth]).toBeLessThanOrEqual(longest);
      expect(waits[nth]).toBeGreaterThan(longest - 25);
    }
  });

  it('the person herself gets in at once: with a browser she has used before, and from another address', async () => {
    const hers = new Client(apis[0]?.url ?? '');
    const desk = { 'X-Forwarded-For': '198.51.100.9' };
    expect((await hers.post('/api/auth/sign-in', credentials, desk)).status).toBe(200);
    await hers.post('/api/auth/sign-out', {}, desk);
    await guessAway(credentials.email, '198.51.100.9');
    expect((await guess(1, credentials.email, '198.51.100.9')).status).toBe(429);
    // Somebody at the next desk guesses, and so does somebody far away: she is let in, on either server.
    expect((await hers.post('/api/auth/sign-in', credentials, desk)).status).toBe(200);
    const elsewhere = new Client(apis[1]?.url ?? '');
    expect((await elsewhere.post('/api/auth/sign-in', credentials, { 'X-Forwarded-For': '198.51.100.10' })).status).toBe(200);
  });

  it('a browser that is known for one account is not known for another, and its own guesses are counted', async () => {
    const known = await Client.signedIn(apis[0]?.url ?? '', credentials.email);
    const statuses: number[] = [];
    for (let nth = 0; nth < 11; nth++)
      statuses.push(
        (await known.post('/api/auth/sign-in', { ...credentials, password: 'no' }, { 'X-Forwarded-For': `198.51.100.${20 + nth}` })).status,
      );
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
    const others: number[] = [];
    for (let nth = 0; nth < 11; nth++)
      others.push(
        (await known.post('/api/auth/sign-in', { email: 'funder@stegvis.example', password: 'no' }, { 'X-Forwarded-For': '198.51.100.40' })).status,
      );
    expect(others).toEqual([...Array<number>(10).fill(401), 429]);
  });

  it('an account that exists and one that does not are answered alike, before and after the wait begins', async () => {
    const told: unknown[] = [];
    for (const email of ['funder@stegvis.example', 'nobody.at.all@stegvis.example']) {
      const answers = [];
      for (let nth = 0; nth < 11; nth++) {
        const { status, body, headers } = await guess(nth, email, '198.51.100.50');
        const { requestId: _own, ...problem } = body;
        answers.push([status, problem, headers.has('retry-after'), headers.getSetCookie()]);
      }
      told.push(answers);
    }
    expect(told[0]).toEqual(told[1]);
  });

  it('claiming another address with each request changes nothing where no proxy is trusted to say it', async () => {
    const api = await startApi(database, { TRUSTED_PROXIES: '192.0.2.7' });
    const statuses: number[] = [];
    for (let nth = 0; nth < 11; nth++) {
      const headers = { 'X-Forwarded-For': `198.51.100.${60 + nth}` };
      statuses.push((await new Client(api.url).post('/api/auth/sign-in', { email: 'rotated@stegvis.example', password: 'no' }, headers)).status);
    }
    await api.stop();
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
  });
});
