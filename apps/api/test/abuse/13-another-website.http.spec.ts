import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attempts, letIn } from '../another-website.js';
import type { Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';

let demo: DemoApi;
let coach: Client;
beforeAll(async () => {
  demo = await demoApi();
  coach = await demo.as('coach');
}, 180_000);
afterAll(() => demo.stop());

/** Something of every kind: a verb of the session, of the account, of a case. */
const routes: readonly (readonly ['POST' | 'PUT', string, object])[] = [
  ['POST', '/api/auth/sign-out', {}],
  ['POST', '/api/auth/sessions/end-others', {}],
  ['POST', '/api/auth/second-factor/turn-off', {}],
  ['PUT', '/api/auth/language', { language: 'en' }],
  ['POST', '/api/participants', { name: 'Skriven utifrån' }],
];

/** Every row of the case, its history, and the sessions that stand. */
const state = () =>
  demo.database.sql(
    `select (select count(*)::integer from app.participant) as people, (select count(*)::integer from history.row_version) as versions,
            (select count(*)::integer from sign_in.session where ended_at is null) as sessions`,
  );

describe('abuse case 13: a request that another website makes', () => {
  it.each(attempts)('%s is refused on every kind of route, and nothing has changed', async (name) => {
    const before = await state();
    for (const [method, path, body] of routes) expect(await letIn(demo.url, coach.session, method, path, body, [name])).toEqual([]);
    expect(await state()).toEqual(before);
    expect((await coach.get('/api/auth/me')).status).toBe(200);
  });

  it('gets no answer that its page may read', async () => {
    const { headers } = await coach.get('/api/auth/me', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await fetch(`${demo.url}/api/auth/sign-out`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});
