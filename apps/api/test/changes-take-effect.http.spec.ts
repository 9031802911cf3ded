import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Account } from '@stegvis/contracts/sign-in/sign-in';
import { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';

let demo: DemoApi;
beforeAll(async () => {
  demo = await demoApi();
}, 180_000);
afterAll(() => demo?.stop());

const list = '/api/enrolments?_start=0&_end=5';
const sql = (text: string, values: unknown[] = []) => demo.database.sql(text, values);
const idOf = async (email: string) => String((await sql('select id from app.staff where email = $1', [email]))[0]?.id);

/** A coach who has just been at work, so that the API remembers the session. */
async function atWork(email = 'coach@stegvis.example'): Promise<{ client: Client; id: string }> {
  const client = await Client.signedIn(demo.url, email);
  for (let turn = 0; turn < 2; turn++) expect((await client.get(list)).status).toBe(200);
  return { client, id: await idOf(email) };
}

describe('a session that the API remembers (abuse case 12)', () => {
  it('is over on the next request when it was ended elsewhere', async () => {
    const { client, id } = await atWork();
    await sql('update sign_in.session set ended_at = now() where staff_id = $1 and ended_at is null', [id]);
    for (const path of [list, '/api/my-day', '/api/auth/me', '/api/worker-status', '/api/projects?_start=0&_end=5'])
      expect([path, (await client.get(path)).status]).toEqual([path, 401]);
    expect((await client.post('/api/meetings', { startsAt: new Date().toISOString(), attendances: [] })).status).toBe(401);
  });

  it('is over when it was not used for an hour, or is older than twelve', async () => {
    const { client, id } = await atWork();
    await sql(`update sign_in.session set last_seen_at = now() - interval '61 minutes' where staff_id = $1 and ended_at is null`, [id]);
    expect((await client.get(list)).status).toBe(401);
    const again = await atWork();
    await sql(`update sign_in.session set started_at = now() - interval '13 hours' where staff_id = $1 and ended_at is null`, [id]);
    expect((await again.client.get(list)).status).toBe(401);
  });

  it('shows on the next request that a case has gone, and that it is back', async () => {
    const { client, id } = await atWork();
    const total = async () => Number((await client.get(list)).headers.get('x-total-count'));
    const before = await total();
    const [{ given } = { given: '' }] = (await sql(
      `update app.enrolment_coach set valid_from = app.today() + 1, version = version + 1
       where id = (select id from app.enrolment_coach where staff_id = $1 and valid_to is null and valid_from <= app.today() order by id limit 1) returning id as given`,
      [id],
    )) as { given: string }[];
    expect(await total()).toBe(before - 1);
    await sql('update app.enrolment_coach set valid_from = app.today(), version = version + 1 where id = $1', [given]);
    expect(await total()).toBe(before);
  });

  it('stands however often its cases change meanwhile', async () => {
    const { client, id } = await atWork();
    let going = true;
    const changing = Promise.all(
      [1, 2, 3].map(async () => {
        while (going) await sql('select access.raise_sight($1)', [[id]]);
      }),
    );
    const statuses = new Map<number, number>();
    const ask = async (path: string) => {
      const { status } = await client.get(path);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    };
    for (let turn = 0; turn < 100; turn++) await Promise.all([list, '/api/my-day', '/api/reminders?_end=25', '/api/participants?_end=5'].map(ask));
    going = false;
    await changing;
    expect([...statuses]).toEqual([[200, 400]]);
  }, 60_000);

  it('goes on in a transaction, although its own change has made what was remembered old', async () => {
    const { client, id } = await atWork();
    const [mine] = (await client.get<{ id: string }[]>('/api/enrolments?status=active&_start=0&_end=1')).body;
    const log = () =>
      client.post('/api/stage-periods', {
        enrolmentId: mine?.id,
        stage: 'follow-along',
        startDate: new Date().toISOString().slice(0, 10),
        main: false,
      });
    await sql('update app.sight set version = version + 1 where staff_id = $1', [id]);
    expect((await log()).status).toBe(201);
  });

  it('may on the next request what a new role lets it, and no more what an old one did', async () => {
    const { client, id } = await atWork();
    expect((await client.get('/api/role-assignments?_start=0&_end=5')).status).toBe(403);
    await sql(`insert into app.role_assignment (staff_id, role, valid_from) values ($1, 'administrator', app.today())`, [id]);
    expect((await client.get('/api/role-assignments?_start=0&_end=5')).status).toBe(200);
    expect((await client.get<Account>('/api/auth/me')).body.roles.map(({ role }) => role)).toContain('administrator');
    await sql(`delete from app.role_assignment where staff_id = $1 and role = 'administrator'`, [id]);
    expect((await client.get('/api/role-assignments?_start=0&_end=5')).status).toBe(403);
    expect((await client.get<Account>('/api/auth/me')).body.roles.map(({ role }) => role)).not.toContain('administrator');
  });

  it('is over when the account is closed, and the case was never touched', async () => {
    const [{ email } = { email: '' }] = (await sql(
      `select s.email from app.staff s join app.role_assignment r on r.staff_id = s.id where r.role = 'coach' and s.active and s.email not like '%@stegvis.example' limit 1`,
    )) as { email: string }[];
    const id = await idOf(email);
    await sql('insert into sign_in.credential (staff_id, password_hash) select $1, password_hash from sign_in.credential limit 1', [id]);
    const { client } = await atWork(email);
    await sql('update app.staff set active = false, version = version + 1 where id = $1', [id]);
    expect((await client.get(list)).status).toBe(401);
    expect((await client.get('/api/auth/me')).status).toBe(401);
  });

  it('is one person’s, however many ask at once', async () => {
    const people = await Promise.all(['coach', 'local-leader', 'project-leader', 'funder', 'administrator'].map((role) => demo.as(role)));
    const alone = await Promise.all(people.map(async (one) => (await one.get('/api/auth/me')).body));
    const seen = async (one: Client) => {
      const { status, body } = await one.get<{ id: string }[]>('/api/enrolments?_start=0&_end=100');
      return status === 200 ? body.map(({ id }) => id) : status;
    };
    const rows = await Promise.all(people.map(seen));
    const rounds = Array.from({ length: 60 }, (_, turn) => turn % people.length);
    await Promise.all(
      rounds.map(async (who) => {
        const one = people[who] as Client;
        expect((await one.get('/api/auth/me')).body).toEqual(alone[who]);
        expect(await seen(one)).toEqual(rows[who]);
      }),
    );
  });
});
