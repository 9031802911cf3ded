import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';
import { type OpenApi, wrongRequests } from './malformed.js';
import { Seeded } from './seeded.js';

let demo: DemoApi;
beforeAll(async () => {
  demo = await demoApi();
}, 180_000);
afterAll(() => demo.stop());

/** Any text can be searched for; that nothing is saved by it is looked at below. */
const anyText = '/api/search';

/** Everything that a person could have saved: rows of every table, and every version of every row. */
async function everythingSaved(): Promise<Record<string, number>> {
  const tables = await demo.database.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('app', 'history') order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await demo.database.sql<{ rows: number }>(`select count(*)::integer as rows from ${name}`);
    counts[name] = row?.rows ?? -1;
  }
  return counts;
}

describe('malformed requests (abuse cases 22 and 34)', () => {
  it('are refused with a reason, never answered by 5xx, and save nothing', async () => {
    const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000);
    const { body: api } = await (await demo.as('coach')).get<OpenApi>('/api/openapi.json');
    const askers: Client[] = await Promise.all(
      ['coach', 'local-leader', 'project-leader', 'funder', 'auditor', 'administrator'].map((role) => demo.as(role)),
    );
    const records = await demo.database.sql<{ id: string }>(
      ['participant', 'enrolment', 'meeting', 'stage_period', 'reminder', 'report_run', 'project', 'staff']
        .map((table) => `(select id from app.${table} limit 4)`)
        .join(' union all '),
    );
    const before = await everythingSaved();
    const faults: string[] = [];
    const chance = new Seeded(seed);
    for (const wrong of wrongRequests(
      api,
      chance,
      process.env.TEST_LONG ? 10_000 : 1_000,
      records.map((one) => one.id),
    )) {
      // Signing out would only end the asker's own session.
      if (wrong.path.endsWith('/sign-out')) continue;
      const { status, body } = await chance
        .one(askers)
        .send<{ code?: string; message?: string }>(wrong.method, wrong.path, wrong.body, wrong.headers);
      const named = `${wrong.method} ${wrong.path.slice(0, 120)} (${wrong.fault}): ${status}`;
      if (status >= 500) faults.push(named);
      if (status >= 400 && (!body.code || !body.message)) faults.push(`${named} without a reason`);
      if (status < 300 && wrong.method !== 'GET' && !(wrong.path === anyText && wrong.fault.startsWith('hostile')))
        faults.push(`${named} was carried out`);
    }
    expect({ seed, faults }).toEqual({ seed, faults: [] });
    expect(await everythingSaved()).toEqual(before);
  }, 600_000);
});
