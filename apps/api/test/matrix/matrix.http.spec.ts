import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { Client } from '../client.js';
import type { OpenApi } from '../malformed.js';
import { type OurProcess, startApi } from '../processes.js';
import { Asking } from './asking.js';
import { cellsOf, deviationsOf, routes } from './deviations.js';
import { thePeople } from './people.js';
import { makers, none, noSuch } from './records.js';
import { askOf } from './requests.js';

const isList = (route: string): boolean => cellsOf(route).some(({ answer }) => answer === 'shown');

let database: TestDatabase;
let api: OurProcess;
let asking: Asking;

beforeAll(async () => {
  database = await testDatabase();
  api = await startApi(database);
  asking = new Asking(api.url, database, await thePeople(database));
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

describe('the matrix', () => {
  it('has every route of the API, and no other', async () => {
    const { body } = await new Client(api.url).get<OpenApi>('/api/openapi.json');
    const there = Object.entries(body.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect([...routes].sort()).toEqual(there.sort());
  });

  it.each(routes)('asks %s for every kind of record', (route) => {
    const kinds = new Set(cellsOf(route).map(({ record }) => record));
    const maker = makers[askOf(route).word];
    const due = maker && !kinds.has(none) ? [...maker.kinds, ...(isList(route) ? [] : [noSuch])] : [none];
    expect([...kinds].sort()).toEqual([...due].sort());
  });
});

describe('each gets the answer that the matrix says (abuse cases 1 and 7)', () => {
  // Lists first, while each fits on a page.
  it.each([...routes.filter(isList), ...routes.filter((route) => !isList(route))])('%s', async (route) => {
    for (const { record, asker } of cellsOf(route)) await asking.record(route, record, asker);
    const wrong: string[] = [];
    for (const cell of cellsOf(route)) wrong.push(...(await deviationsOf(asking, database, cell)));
    expect(wrong).toEqual([]);
  });
});
