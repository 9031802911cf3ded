import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';
import { type OpenApi, type WrongRequest, wrongRequests } from './malformed.js';
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

/**
 * The answer to a wrong request. A body that is too large is refused before all of it has been sent, and who is still sending
 * may meet the closed connection before reading the answer; then it is asked again, and has to be answered in one of ten tries.
 */
async function answerTo(asker: Client, { method, path, body, headers }: WrongRequest): Promise<Answer<{ code?: string; message?: string }>> {
  for (let tries = 1; ; tries++) {
    try {
      return await asker.send(method, path, body, headers);
    } catch (error) {
      if ((body?.length ?? 0) < 1_000_000 || tries === 10) throw error;
    }
  }
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
      const { status, body } = await answerTo(chance.one(askers), wrong);
      const named = `${wrong.method} ${wrong.path.slice(0, 120)} (${wrong.fault}): ${status}`;
      if (status >= 500) faults.push(named);
      if (status >= 400 && (!body.code || !body.message)) faults.push(`${named} without a reason`);
      if (status < 300 && wrong.method !== 'GET' && !(wrong.path === anyText && wrong.fault.startsWith('hostile')))
        faults.push(`${named} was carried out`);
    }
    expect({ seed, faults }).toEqual({ seed, faults: [] });
    expect(await everythingSaved()).toEqual(before);
  }, 1_800_000);
});
