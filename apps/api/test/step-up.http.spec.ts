import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { Client } from './client.js';
import { letInUnproved, provedRoutes } from './fresh-proof.js';
import { cellsOf } from './matrix/deviations.js';
import { thePeople } from './matrix/people.js';
import { type OurProcess, startApi } from './processes.js';

let database: TestDatabase;
let api: OurProcess;
let askers: Awaited<ReturnType<typeof thePeople>>['askers'];
beforeAll(async () => {
  database = await testDatabase();
  api = await startApi(database);
  ({ askers } = await thePeople(database));
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

describe('what takes a fresh proof of who is at the keyboard', () => {
  it('is known: these routes and no others', async () => {
    const { body } = await new Client(api.url).get<{ paths: Record<string, Record<string, { 'x-step-up'?: boolean }>> }>('/api/openapi.json');
    const marked = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, told]) => (told['x-step-up'] ? [`${method.toUpperCase()} ${path}`] : [])),
    );
    expect(marked.sort()).toEqual([...provedRoutes].sort());
  });

  it.each(provedRoutes)('%s is refused to everybody who may use it and whose last proof is six minutes old', async (route) => {
    const may = new Set(cellsOf(route).flatMap(({ asker, answer }) => (asker === 'nobody' || /^40[13]$/.test(answer) ? [] : [asker])));
    expect(may.size).toBeGreaterThan(0);
    for (const asker of may) expect([asker, await letInUnproved(api.url, database, askers[asker], route)]).toEqual([asker, []]);
  });
});
