import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import type { Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';

let demo: DemoApi;
let coach: Client;
beforeAll(async () => {
  demo = await demoApi();
  coach = await demo.as('coach');
}, 180_000);
afterAll(() => demo.stop());

const json = 'application/json';
const own = { 'Sec-Fetch-Site': 'same-origin' };

/** What another website's page can make a browser send, with the cookie of somebody who is signed in. */
const attempts: readonly (readonly [string, Record<string, string>, number])[] = [
  ['from another site, by the browser’s word', { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': json }, 403],
  ['from a sister host', { 'Sec-Fetch-Site': 'same-site', 'Content-Type': json }, 403],
  ['from nowhere, as an address that is typed', { 'Sec-Fetch-Site': 'none', 'Content-Type': json }, 403],
  ['from another origin, by an older browser', { Origin: 'https://evil.example', 'Content-Type': json }, 403],
  ['from an origin that begins like ours', { Origin: 'http://127.0.0.1.evil.example', 'Content-Type': json }, 403],
  ['from an origin that is hidden', { Origin: 'null', 'Content-Type': json }, 403],
  ['as plain text', { ...own, 'Content-Type': 'text/plain' }, 415],
  ['as a form', { ...own, 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
  ['as a form with files', { ...own, 'Content-Type': 'multipart/form-data; boundary=x' }, 415],
];

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
  it.each(attempts)('%s is refused on every kind of route, and nothing has changed', async (_name, headers, status) => {
    const before = await state();
    for (const [method, path, body] of routes) {
      const answer = await coach.send<ProblemDocument>(method, path, JSON.stringify(body), headers);
      expect([path, answer.status]).toEqual([path, status]);
    }
    expect(await state()).toEqual(before);
    expect((await coach.get('/api/auth/me')).status).toBe(200);
  });

  it('that says nothing of where it comes from is refused', async () => {
    for (const [method, path, body] of routes) {
      const headers = { Cookie: coach.session, 'Content-Type': json };
      expect([path, (await fetch(`${demo.url}${path}`, { method, headers, body: JSON.stringify(body) })).status]).toEqual([path, 403]);
    }
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
