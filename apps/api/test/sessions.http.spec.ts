import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import type { OwnSessions, SessionLeft } from '@stegvis/contracts/sign-in/session';
import { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';
import { startApi } from './processes.js';

let demo: DemoApi;
beforeAll(async () => {
  demo = await demoApi();
}, 180_000);
afterAll(() => demo.stop());

const windows = { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const credentials = { email: 'coach@stegvis.example', password: 'stegvis-demo' };
const left = async (client: Client, headers = {}) => (await client.get<SessionLeft>('/api/auth/sessions/left', headers)).body;
const aged = (minutes: number) =>
  demo.database.sql('update sign_in.session set last_seen_at = last_seen_at - make_interval(mins => $1) where ended_at is null', [minutes]);
const idOf = async (role: string) =>
  String((await demo.database.sql('select id from app.staff where email = $1', [`${role}@stegvis.example`]))[0]?.id);

describe('one’s own sessions', () => {
  it('are listed with where they were begun, and each can be ended; it is over on its next request', async () => {
    await demo.database.sql('update sign_in.session set ended_at = now()');
    const own = await demo.as('coach');
    const office = new Client(demo.url);
    await office.post('/api/auth/sign-in', credentials, windows);
    const { body } = await own.get<OwnSessions>('/api/auth/sessions');
    expect(body.sessions.map(({ browser, system, current }) => ({ browser, system, current }))).toEqual([
      { browser: '', system: '', current: true },
      { browser: 'Firefox', system: 'Windows', current: false },
    ]);
    expect(JSON.stringify(body)).not.toContain(office.session.split('=')[1]);
    expect((await own.post(`/api/auth/sessions/${body.sessions[1]?.id}/end`)).status).toBe(204);
    expect((await office.get('/api/auth/me')).status).toBe(401);
    expect((await own.get<OwnSessions>('/api/auth/sessions')).body.sessions).toHaveLength(1);
  });

  it('of another person are not there, and cannot be ended', async () => {
    const [coach, leader] = [await demo.as('coach'), await demo.as('local-leader')];
    const { body } = await leader.get<OwnSessions>('/api/auth/sessions');
    const refused = await coach.post<ProblemDocument>(`/api/auth/sessions/${body.sessions[0]?.id}/end`);
    expect([refused.status, refused.body.code]).toEqual([404, 'not-found']);
    expect((await leader.get('/api/auth/me')).status).toBe(200);
  });

  it('all end but the one that asks', async () => {
    const [own, one, other] = [await demo.as('coach'), await demo.as('coach'), await demo.as('coach')];
    expect((await own.post('/api/auth/sessions/end-others')).status).toBe(204);
    expect([(await one.get('/api/auth/me')).status, (await other.get('/api/auth/me')).status, (await own.get('/api/auth/me')).status]).toEqual([
      401, 401, 200,
    ]);
  });
});

describe('an administrator', () => {
  it('ends the sessions of an account, and turns off a second factor whose phone is gone; nobody else does', async () => {
    const [administrator, coach] = [await demo.as('administrator'), await demo.as('coach')];
    const id = await idOf('coach');
    for (const verb of ['end-sessions', 'turn-off-second-factor']) expect((await coach.post(`/api/staff/${id}/${verb}`)).status).toBe(403);
    expect((await administrator.post(`/api/staff/${id}/end-sessions`)).status).toBe(204);
    expect((await coach.get('/api/auth/me')).status).toBe(401);

    await demo.database.sql(`insert into sign_in.second_factor (staff_id, secret_encrypted, confirmed_at) values ($1, '\\x00', now())`, [id]);
    await demo.database.sql(`update sign_in.session set authenticated_at = now() - interval '6 minutes'`);
    const turnOff = () => administrator.post<ProblemDocument>(`/api/staff/${id}/turn-off-second-factor`);
    expect((await turnOff()).body.code).toBe('step-up-needed');
    expect((await administrator.post('/api/auth/step-up', { password: 'stegvis-demo' })).status).toBe(204);
    expect((await turnOff()).status).toBe(204);
    expect((await Client.signedIn(demo.url, credentials.email)).session).not.toBe('');
  });

  it('gives a role only after showing who is at the keyboard', async () => {
    const administrator = await demo.as('administrator');
    await demo.database.sql(`update sign_in.session set authenticated_at = now() - interval '6 minutes'`);
    const give = () => administrator.post<ProblemDocument>('/api/role-assignments', {});
    expect([(await give()).status, (await give()).body.code]).toEqual([403, 'step-up-needed']);
    expect((await administrator.post('/api/auth/step-up', { password: 'stegvis-demo' })).status).toBe(204);
    expect((await give()).status).toBe(400);
  });
});

describe('the limits of a session', () => {
  it('are an hour without anybody there and twelve hours anyhow; being there lengthens it, a page that asks by itself does not', async () => {
    const client = await demo.as('coach');
    await aged(50);
    const alone = { 'Stegvis-Unattended': '1' };
    const [before, after] = [await left(client, alone), await left(client, alone)];
    expect([before.idle, after.idle].filter((idle) => idle > 600 || idle < 540)).toEqual([]);
    expect((await left(client)).idle).toBeGreaterThan(3500);
    expect((await left(client)).anyhow).toBeGreaterThan(12 * 3600 - 300);
  });

  it('can be set', async () => {
    const strict = await startApi(demo.database, { SESSION_IDLE_MINUTES: '15', SESSION_HOURS: '8' });
    const client = await Client.signedIn(strict.url, credentials.email);
    const { idle, anyhow } = await left(client);
    expect(idle).toBeLessThanOrEqual(900);
    expect(anyhow).toBeLessThanOrEqual(8 * 3600);
    await aged(16);
    expect((await client.get('/api/auth/me')).status).toBe(401);
    await strict.stop();
  });
});
