import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';

let demo: DemoApi;
beforeAll(async () => {
  demo = await demoApi();
}, 180_000);
afterAll(() => demo.stop());

describe('signing in', () => {
  it('lets somebody in at several places at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const statuses = await Promise.all(
        Array.from(
          { length: 6 },
          async () => (await new Client(demo.url).post('/api/auth/sign-in', { email: 'funder@stegvis.example', password: 'stegvis-demo' })).status,
        ),
      );
      expect(statuses).toEqual(Array(6).fill(200));
    }
  }, 30_000);

  it('opens a session in an HttpOnly cookie and tells who is signed in', async () => {
    const client = new Client(demo.url);
    const { status, body, headers } = await client.post<{ email: string; verbs: string[] }>('/api/auth/sign-in', {
      email: ' Coach@Stegvis.example',
      password: 'stegvis-demo',
    });
    expect(status).toBe(200);
    expect(body.email).toBe('coach@stegvis.example');
    expect(body.verbs).toContain('meetings.plan');
    expect(headers.getSetCookie()[0]).toMatch(/^stegvis=[\w-]{43}; .*HttpOnly.*SameSite=Lax/);
    expect((await client.get('/api/auth/me')).status).toBe(200);
  });

  it('answers an unknown account and a wrong password alike', async () => {
    const client = new Client(demo.url);
    const wrong = await client.post<ProblemDocument>('/api/auth/sign-in', { email: 'coach@stegvis.example', password: 'no' });
    const unknown = await client.post<ProblemDocument>('/api/auth/sign-in', { email: 'nobody@stegvis.example', password: 'no' });
    const { requestId: _one, ...first } = wrong.body;
    const { requestId: _two, ...second } = unknown.body;
    expect(wrong.status).toBe(401);
    expect(second).toEqual(first);
  });

  it('refuses further tries on an account after ten failures from one address, and says what to do', async () => {
    const client = new Client(demo.url, 'en');
    for (let i = 0; i < 10; i++) await client.post('/api/auth/sign-in', { email: 'tried@stegvis.example', password: 'no' });
    const { status, body } = await client.post<ProblemDocument>('/api/auth/sign-in', { email: 'tried@stegvis.example', password: 'no' });
    expect(status).toBe(429);
    expect(body.message).toBe('Too many tries. Wait a while, a quarter of an hour at most, and try again.');
  });

  it('knows nobody after signing out, however the cookie is sent', async () => {
    const client = await demo.as('coach');
    const stolen = client.session;
    expect((await client.post('/api/auth/sign-out')).status).toBe(204);
    expect((await client.get('/api/auth/me', { Cookie: stolen })).status).toBe(401);
  });

  it('takes a closed account at its next request', async () => {
    const client = await demo.as('funder');
    await demo.database.sql(`update app.staff set active = false, version = version + 1 where email = 'funder@stegvis.example'`);
    expect((await client.get('/api/auth/me')).status).toBe(401);
    await demo.database.sql(`update app.staff set active = true, version = version + 1 where email = 'funder@stegvis.example'`);
  });

  it('ends a session that was idle for an hour', async () => {
    const client = await demo.as('coach');
    await demo.database.sql(`update sign_in.session set last_seen_at = last_seen_at - interval '61 minutes'`);
    expect((await client.get('/api/auth/me')).status).toBe(401);
  });
});

describe('requests that another website makes a browser send', () => {
  const body = { email: 'coach@stegvis.example', password: 'stegvis-demo' };
  it.each([
    ['Sec-Fetch-Site says cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['Sec-Fetch-Site says same-site', { 'Sec-Fetch-Site': 'same-site' }],
    ['Origin is another', { Origin: 'http://evil.example' }],
    ['Origin is null', { Origin: 'null' }],
  ])('are refused when %s', async (_name, headers) => {
    const { status } = await new Client(demo.url).post<ProblemDocument>('/api/auth/sign-in', body, headers);
    expect(status).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('are refused when they are %s', async (type) => {
    const { status } = await new Client(demo.url).post('/api/auth/sign-in', JSON.stringify(body), { 'Content-Type': type });
    expect(status).toBe(415);
  });
});
