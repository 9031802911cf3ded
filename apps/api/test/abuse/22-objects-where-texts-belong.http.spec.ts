import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';

const runs = process.env.TEST_LONG === '1' ? 1_000 : 200;
const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000);

let demo: DemoApi;
let coach: Client;
let own: Set<string>;
beforeAll(async () => {
  demo = await demoApi();
  coach = await demo.as('coach');
  own = new Set();
  for (const list of lists) for (const { id } of (await coach.get<{ id: string }[]>(`/api/${list}?_end=100`)).body) own.add(id);
  for (let start = 100; start < 1_000; start += 100)
    for (const { id } of (await coach.get<{ id: string }[]>(`/api/meetings?_start=${start}&_end=${start + 100}`)).body) own.add(id);
}, 180_000);
afterAll(() => demo.stop());

const lists = ['participants', 'enrolments', 'meetings', 'reminders', 'stage-periods'] as const;
const names = [
  'q',
  'id',
  'status',
  'projectId',
  'siteId',
  'mine',
  'filter',
  'where',
  'order',
  'range',
  'sort',
  '_sort',
  '_order',
  '_start',
  '_end',
  '__proto__',
];
const operators = ['', '[]', '[$ne]', '[not]', '[$gt]', '[name]', '[__proto__][x]', '[constructor]', '.name', '[0][id]'];
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
  fc.constantFrom(
    '{"organisation":{"name":"x"}}',
    '{"$ne":null}',
    '[]',
    'undefined',
    'null',
    '[object Object]',
    '{"__proto__":{"admin":true}}',
    '\u0000',
    '%',
    '*',
  ),
);
const parameter = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...operators), anything);

describe(`abuse case 22: objects where texts belong (seed ${seed})`, () => {
  it(`${runs} queries of lists are refused with a reason or answered rightly: never by 5xx, and with no row of another`, async () => {
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lists), fc.array(parameter, { minLength: 1, maxLength: 4 }), async (list, parameters) => {
        const query = parameters.map(([name, operator, value]) => `${encodeURIComponent(name + operator)}=${encodeURIComponent(value)}`).join('&');
        const { status, body } = await coach.get<{ id: string }[] & { code?: string }>(`/api/${list}?${query}`);
        seen.set(status, (seen.get(status) ?? 0) + 1);
        expect([200, 400]).toContain(status);
        if (status === 400) expect(body.code).toEqual(expect.any(String));
        else expect(body.filter(({ id }) => !own.has(id))).toEqual([]);
      }),
      { numRuns: runs, seed },
    );
    expect(seen.get(400) ?? 0).toBeGreaterThan(runs / 4);
  }, 240_000);

  it('bodies with objects for texts are refused, and change nobody', async () => {
    const before = await demo.database.sql('select count(*)::integer as versions from history.row_version');
    const { body: reminders } = await coach.get<{ id: string; version: number }[]>('/api/reminders?_end=1');
    const object = fc.oneof(fc.object({ maxDepth: 2 }), fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 3 }), fc.constant({ toString: 'x' }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<[string, string, string]>(
          ['POST', '/api/search', 'q'],
          ['POST', '/api/participants/find', 'identityNumber'],
          ['POST', '/api/meetings', 'startsAt'],
          ['POST', '/api/stage-periods', 'enrolmentId'],
          ['PUT', `/api/reminders/${reminders[0]?.id}`, 'note'],
          ['POST', '/api/auth/step-up', 'password'],
        ),
        object,
        async ([method, path, field], value) => {
          const { status, body } = await coach.send<{ code?: string }>(method, path, { version: reminders[0]?.version, [field]: value });
          expect([path, JSON.stringify(value), status, typeof body.code]).toEqual([path, JSON.stringify(value), 400, 'string']);
        },
      ),
      { numRuns: runs, seed },
    );
    expect(await demo.database.sql('select count(*)::integer as versions from history.row_version')).toEqual(before);
  }, 240_000);
});
