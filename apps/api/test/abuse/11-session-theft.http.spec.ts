import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';
import { startApi } from '../processes.js';

let demo: DemoApi;
beforeAll(async () => {
  demo = await demoApi();
}, 180_000);
afterAll(() => demo.stop());

const credentials = { email: 'coach@stegvis.example', password: 'stegvis-demo' };
const status = async (cookie: string) => (await new Client(demo.url).get('/api/auth/me', { Cookie: cookie })).status;

describe('abuse case 11: a session that is stolen, used again, or given beforehand', () => {
  it('its token is 256 random bits in a cookie that no script reads, and over https bound to the host', async () => {
    const client = new Client(demo.url);
    const { headers, body } = await client.post('/api/auth/sign-in', credentials);
    const [cookie = ''] = headers.getSetCookie().filter((set) => set.startsWith('stegvis='));
    expect(cookie).toMatch(/^stegvis=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(JSON.stringify(body)).not.toContain(client.session.split('=')[1]);
    expect(demo.logged().filter((line) => line.includes(client.session.split('=')[1] ?? '?'))).toEqual([]);

    const secure = await startApi(demo.database, { PUBLIC_URL: 'https://stegvis.kommun.example' });
    const over = await new Client(secure.url).post('/api/auth/sign-in', credentials, { Origin: 'https://stegvis.kommun.example' });
    const [bound = ''] = over.headers.getSetCookie().filter((set) => set.startsWith('__Host-stegvis='));
    expect(bound).toMatch(/^__Host-stegvis=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    await secure.stop();
  });

  it('the database holds the hash of the token only', async () => {
    const client = await demo.as('coach');
    const token = client.session.split('=')[1] ?? '';
    const rows = await demo.database.sql<{ hash: Buffer }>('select token_hash as hash from sign_in.session');
    expect(rows.filter(({ hash }) => hash.equals(createHash('sha256').update(token).digest()))).toHaveLength(1);
    expect(rows.filter(({ hash }) => hash.toString('latin1').includes(token))).toEqual([]);
  });

  it('a cookie that was there before the sign-in is not taken up, and a session that the browser had ends', async () => {
    const planted = `stegvis=${'A'.repeat(43)}`;
    const victim = new Client(demo.url);
    await victim.post('/api/auth/sign-in', credentials, { Cookie: planted });
    expect(victim.session).not.toBe(planted);
    expect(await status(planted)).toBe(401);
    const before = victim.session;
    await victim.post('/api/auth/sign-in', credentials);
    expect(await status(before)).toBe(401);
    expect(await status(victim.session)).toBe(200);
  });

  it('the token of before is nobody’s once the person has proved again who they are', async () => {
    const client = await demo.as('coach');
    const stolen = client.session;
    expect(await status(stolen)).toBe(200);
    expect((await client.post('/api/auth/step-up', { password: 'stegvis-demo' })).status).toBe(204);
    expect(client.session).not.toBe(stolen);
    expect(await status(stolen)).toBe(401);
    expect((await client.get('/api/auth/me')).status).toBe(200);
  });

  it('guessing the password from within a stolen session is counted, and locks out nobody else', async () => {
    const client = await demo.as('local-leader');
    const tries: number[] = [];
    for (let nth = 0; nth < 11; nth++) tries.push((await client.post('/api/auth/step-up', { password: `guess ${nth}` })).status);
    expect(tries).toEqual([...Array<number>(10).fill(400), 429]);
    expect((await Client.signedIn(demo.url, 'local-leader@stegvis.example')).session).not.toBe('');
  });

  it.each([
    ['after signing out', async (client: Client) => client.post('/api/auth/sign-out')],
    [
      'after an hour without a request',
      async () => demo.database.sql(`update sign_in.session set last_seen_at = last_seen_at - interval '61 minutes'`),
    ],
    ['after twelve hours anyhow', async () => demo.database.sql(`update sign_in.session set started_at = started_at - interval '13 hours'`)],
  ])('it is nobody’s %s, on whichever server', async (_when, passes) => {
    const client = await demo.as('coach');
    const stolen = client.session;
    expect(await status(stolen)).toBe(200);
    await passes(client);
    expect(await status(stolen)).toBe(401);
  });
});
