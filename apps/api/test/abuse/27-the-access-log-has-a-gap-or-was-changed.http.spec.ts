import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase } from '@stegvis/platform/postgres/testing';
import pg from 'pg';
import { Client } from '../client.js';
import { demoDatabase } from '../demo-api.js';
import { type OurProcess, startApi } from '../processes.js';

const long = process.env.TEST_LONG === '1';
const kills = long ? 50 : 3;
const readsOfEach = long ? 1_000 : 100;
const clients = 8;
const minutes = 60_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await demoDatabase();
}, 180_000);
afterAll(() => database.drop());

/** The requests among these of which nothing is noted. */
async function notNoted(requests: readonly string[]): Promise<string[]> {
  const rows = await database.sql<{ id: string }>(
    'select asked.id from unnest($1::text[]) as asked (id) where not exists (select from access_log.event e where e.request_id = asked.id)',
    [requests],
  );
  return rows.map(({ id }) => id);
}

describe('abuse case 27: the access log has a gap, or was changed', () => {
  it(`has exactly one event for each of ${clients * readsOfEach} reads at the same time`, async () => {
    const api = await startApi(database);
    const coach = await Client.signedIn(api.url, 'coach@stegvis.example');
    const { body: people } = await coach.get<{ id: string }[]>('/api/participants');
    const wanted = new Map<string, string>();
    await Promise.all(
      Array.from({ length: clients }, async (_, number) => {
        for (let read = 0; read < readsOfEach; read++) {
          const { id } = people[(number + read) % people.length] as { id: string };
          const { status, headers } = await coach.get(`/api/participants/${id}`);
          expect(status).toBe(200);
          wanted.set(headers.get('x-request-id') as string, id);
        }
      }),
    );
    const noted = await database.sql<{ request: string; participants: string[] }>(
      'select request_id as request, participants::text[] from access_log.event where request_id = any ($1)',
      [[...wanted.keys()]],
    );
    expect(noted).toHaveLength(clients * readsOfEach);
    expect(noted.filter(({ request, participants }) => participants.length !== 1 || participants[0] !== wanted.get(request))).toEqual([]);
    await api.stop();
  }, 300_000);

  it(
    `never gave an answer that is not in it, though the API was killed ${kills} times under load`,
    async () => {
      const answered: string[] = [];
      let unanswered = 0;
      for (let kill = 0; kill < kills; kill++) {
        const api: OurProcess = await startApi(database);
        const coach = await Client.signedIn(api.url, 'coach@stegvis.example');
        const { body: people } = await coach.get<{ id: string }[]>('/api/participants');
        const paths = ['/api/participants', '/api/my-day', ...people.map(({ id }) => `/api/participants/${id}/page`)];
        let going = true;
        const reading = Array.from({ length: clients }, async (_, number) => {
          for (let read = number; going; read++) {
            const answer = await coach.get(paths[read % paths.length] as string).catch(() => undefined);
            if (answer?.status === 200) answered.push(answer.headers.get('x-request-id') as string);
            else unanswered++;
          }
        });
        const enough = answered.length + 10 + (kill % 7);
        while (answered.length < enough) await new Promise((next) => setTimeout(next, 1 + (kill % 5)));
        api.process.kill('SIGKILL');
        await once(api.process, 'exit');
        going = false;
        await Promise.all(reading);
      }
      expect(answered.length).toBeGreaterThanOrEqual(10 * kills);
      expect(unanswered).toBeGreaterThanOrEqual(kills);
      expect(await notNoted(answered)).toEqual([]);
    },
    kills * minutes,
  );

  it.each(['api', 'auth', 'worker', 'report'] as const)('is closed to the role %s: nothing is read, changed or removed', async (role) => {
    const client = new pg.Client({ connectionString: database.url(role) });
    await client.connect();
    for (const statement of [
      'select count(*) from access_log.event',
      `update access_log.event set action = 'nothing'`,
      'delete from access_log.event',
      'truncate access_log.event',
      `insert into access_log.event (roles, action, outcome) values ('{}', 'participants.read', 'given')`,
    ])
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });
});
