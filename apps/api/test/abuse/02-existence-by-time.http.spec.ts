import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { Client } from '../client.js';
import { demoDatabase } from '../demo-api.js';
import { startApi } from '../processes.js';
import { casesOf } from './cases.js';

const requests = 60;
/** As a coach, as a local leader, by a grant of names. */
const waysToSee = 3;
const ofTheAsker = ['app.sight', 'access.key'];
const none = { scans: 0, rows: 0 };

let database: TestDatabase;
beforeAll(async () => {
  database = await demoDatabase();
  // So that no plan changes in the middle.
  await database.sql('analyze');
}, 180_000);
afterAll(() => database.drop());

type Work = Record<string, { scans: number; rows: number }>;

/** How often tables were looked into and how many rows were fetched, table by table, since the database was made. Servers have to be gone. */
async function workSoFar(): Promise<Work> {
  const busy = () => database.sql('select from pg_stat_activity where datname = current_database() and usename <> current_user');
  while ((await busy()).length > 0) await new Promise((next) => setTimeout(next, 20));
  // The owner's own connection tells of its work with the next transaction.
  await database.sql('select pg_stat_force_next_flush()');
  const rows = await database.sql<{ name: string; scans: string; rows: string }>(
    `select schemaname || '.' || relname as name, (coalesce(seq_scan, 0) + coalesce(idx_scan, 0)) as scans, (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) as rows
     from pg_stat_user_tables`,
  );
  return Object.fromEntries(rows.map(({ name, scans, rows: fetched }) => [name, { scans: Number(scans), rows: Number(fetched) }]));
}

/** What the database does for one request about an id of a kind, in whole looks and rows. A first look at anything is spread over many. */
async function workFor(whose: string, idOf: () => string): Promise<Work> {
  const took: number[] = [];
  const before = await workSoFar();
  const api = await startApi(database);
  const coach = await Client.signedIn(api.url, 'coach@stegvis.example');
  for (let request = 0; request < requests; request++) {
    const since = performance.now();
    expect((await coach.get(`/api/participants/${idOf()}`)).status).toBe(404);
    took.push(performance.now() - since);
  }
  console.log(`GET /api/participants/:id of ${whose}: in the middle ${took.sort((one, other) => one - other)[requests / 2]?.toFixed(2)} ms`);
  await api.stop();
  const after = await workSoFar();
  const each = (name: string, what: 'scans' | 'rows') => Math.round(((after[name]?.[what] ?? 0) - (before[name]?.[what] ?? 0)) / requests);
  return Object.fromEntries(
    Object.keys(after)
      .map((name) => [name, { scans: each(name, 'scans'), rows: each(name, 'rows') }] as const)
      .filter(([, { scans, rows }]) => scans > 0 || rows > 0),
  );
}

describe('abuse case 2: the time that an answer takes tells who exists', () => {
  // Times belong to the bench; what takes the time is counted here.
  it('an id of somebody else makes the database look into no other table than one that nobody has', async () => {
    const { sameSite, otherOrganisation } = await casesOf(database);
    const unknown = await workFor('nobody', randomUUID);
    expect(unknown['app.participant']?.scans).toBe(1);
    for (const [whose, { participants }] of Object.entries({ sameSite, otherOrganisation })) {
      const work = await workFor(whose, () => participants);
      const more = Object.keys({ ...work, ...unknown }).flatMap((table) => {
        const [here, there] = [work[table] ?? none, unknown[table] ?? none];
        return here.scans === there.scans && here.rows === there.rows ? [] : [[table, here.scans - there.scans, here.rows - there.rows] as const];
      });
      console.log(`more for ${whose} than for nobody: ${JSON.stringify(more)}`);
      // The row is fetched and withheld, by what the asker may see: that is looked up, and its signature verified, once for each way to see somebody.
      expect(more.filter(([table]) => !['app.participant', ...ofTheAsker].includes(table))).toEqual([]);
      expect(Math.abs((work['app.participant']?.rows ?? 0) - (unknown['app.participant']?.rows ?? 0))).toBeLessThanOrEqual(1);
      expect(work['app.participant']?.scans).toBe(unknown['app.participant']?.scans);
      for (const [table, scans] of more) if (ofTheAsker.includes(table)) expect([table, scans > 0 && scans <= waysToSee]).toEqual([table, true]);
    }
  });
});
