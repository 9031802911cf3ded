import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verbs } from '@stegvis/contracts/permissions/permissions';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { Client } from './client.js';
import { type OurProcess, startApi } from './processes.js';

interface Described {
  'x-verb'?: string;
  'x-open-to-all'?: boolean;
  responses: Record<string, { content?: object }>;
}

let database: TestDatabase;
let api: OurProcess;
let routes: [string, Described][];

beforeAll(async () => {
  database = await testDatabase();
  api = await startApi(database);
  const { body } = await new Client(api.url).get<{ paths: Record<string, Record<string, Described>> }>('/api/openapi.json');
  routes = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]): [string, Described] => [`${method.toUpperCase()} ${path}`, route]),
  );
}, 60_000);
afterAll(async () => {
  await api.stop();
  await database.drop();
});

describe('the routes of the API', () => {
  it('each say a verb of the permissions, or that they are open to all', () => {
    expect(routes.length).toBeGreaterThan(50);
    const known = new Set<string>(verbs);
    expect(routes.filter(([, route]) => !route['x-open-to-all'] && !known.has(route['x-verb'] ?? '')).map(([name]) => name)).toEqual([]);
  });

  it('use every verb, so that none means nothing', () => {
    const used = new Set(routes.map(([, route]) => route['x-verb']));
    expect(verbs.filter((verb) => !used.has(verb))).toEqual([]);
  });

  it('are open to people who are not signed in only where they must be', () => {
    const open = routes.filter(([, route]) => route['x-open-to-all']).map(([name]) => name);
    expect(open.sort()).toEqual([
      'GET /health/live',
      'GET /health/ready',
      'POST /api/auth/second-factor',
      'POST /api/auth/second-factor/needed',
      'POST /api/auth/second-factor/needed/confirm',
      'POST /api/auth/set-password',
      'POST /api/auth/sign-in',
      'POST /api/auth/sign-out',
    ]);
  });
});
