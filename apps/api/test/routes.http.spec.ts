import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { environmentOf } from './api-process.js';

let database: TestDatabase;
let app: NestFastifyApplication;
let routes: typeof import('../src/routes-are-complete.js');

beforeAll(async () => {
  database = await testDatabase();
  Object.assign(process.env, environmentOf(database));
  routes = await import('../src/routes-are-complete.js');
  app = await (await import('../src/app.js')).makeApp();
  await app.init();
}, 60_000);
afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('the routes of the API', () => {
  it('each say a verb and declare a response', () => {
    const all = app.get(routes.RoutesAreComplete).routes();
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((route) => !route.response || (!route.open && !route.verb)).map((route) => route.name)).toEqual([]);
  });

  it('use every verb of the permissions, so that none means nothing', () => {
    expect(app.get(routes.RoutesAreComplete).unusedVerbs()).toEqual([]);
  });

  it('are open to people who are not signed in only where they must be', () => {
    const open = app.get(routes.RoutesAreComplete).routes().filter((route) => route.open);
    expect(open.map((route) => `${route.method} ${route.path}`).sort()).toEqual(['GET /health/live', 'GET /health/ready', 'POST /auth/set-password', 'POST /auth/sign-in', 'POST /auth/sign-out']);
  });
});
