import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';

let demo: DemoApi;
beforeAll(async () => {
  demo = await demoApi();
}, 180_000);
afterAll(() => demo.stop());

const chosen = 'en blå cykel i regnet';
const change = (client: Client, current: string, password: string) => client.put<ProblemDocument>('/api/auth/password', { current, password });

describe('changing one’s own password', () => {
  it('needs the one of before, and says at the field that it is wrong', async () => {
    const client = await demo.as('funder');
    const { status, body } = await change(client, 'not the password', chosen);
    expect([status, body.errors]).toEqual([400, { current: 'Det är inte ditt nuvarande lösenord.' }]);
    expect((await Client.signedIn(demo.url, 'funder@stegvis.example')).session).not.toBe('');
  });

  it('refuses one that is easy to guess, and says why at the field', async () => {
    const client = await demo.as('funder');
    const reasons = [];
    for (const password of ['fjorton tecken', 'passwordpassword', 'funder@stegvis.example', 'x'.repeat(129)])
      reasons.push((await change(client, 'stegvis-demo', password)).body.errors?.password);
    expect(reasons).toEqual([
      'Minst 15 tecken.',
      expect.stringContaining('lätt att gissa'),
      expect.stringContaining('mest ditt namn'),
      'Högst 128 tecken.',
    ]);
  });

  it('ends every other session, keeps its own, and from then on only the new one counts, however the keyboard writes it', async () => {
    const [own, other] = [await demo.as('funder'), await demo.as('funder')];
    expect((await change(own, 'stegvis-demo', chosen.normalize('NFD'))).status).toBe(204);
    expect((await own.get('/api/auth/me')).status).toBe(200);
    expect((await other.get('/api/auth/me')).status).toBe(401);
    const signIn = (password: string) => new Client(demo.url).post('/api/auth/sign-in', { email: 'funder@stegvis.example', password });
    expect((await signIn('stegvis-demo')).status).toBe(401);
    expect((await signIn(chosen.normalize('NFC'))).status).toBe(200);
  });
});

describe('the link of a new account', () => {
  it('is kept when the password is refused, and works once', async () => {
    const administrator = await demo.as('administrator');
    const { body: staff } = await administrator.post<{ id: string }>('/api/staff', {
      name: 'Ny Person',
      email: 'ny.person@stegvis.example',
      language: 'sv',
      active: true,
    });
    const { body } = await administrator.post<{ link: string }>(`/api/staff/${staff.id}/invite`);
    const token = new URL(body.link.replace('/#', '')).searchParams.get('token');
    const set = (password: string) => new Client(demo.url).post<ProblemDocument>('/api/auth/set-password', { token, password });
    const refused = await set('nyperson nyperson');
    expect([refused.status, Object.keys(refused.body.errors ?? {})]).toEqual([400, ['password']]);
    expect((await set(chosen)).status).toBe(204);
    expect((await set(`${chosen} igen`)).body.errors).toEqual({ token: expect.stringContaining('redan använd') });
    expect((await Client.signedIn(demo.url, 'ny.person@stegvis.example', chosen)).session).not.toBe('');
  });
});
