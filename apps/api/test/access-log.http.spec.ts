import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noting } from '@stegvis/contracts/access-log/noting';
import { mayUse, type Verb } from '@stegvis/contracts/permissions/permissions';
import { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';
import { lastSignIns, notedOf } from './noted.js';

interface Operation {
  'x-verb'?: Verb;
}

let demo: DemoApi;
/** Every GET of the API and its verb. */
let gets: { path: string; verb: Verb }[];
const unknown = '00000000-0000-4000-8000-000000000000';

beforeAll(async () => {
  demo = await demoApi();
  const { body } = await new Client(demo.url).get<{ paths: Record<string, { get?: Operation }> }>('/api/openapi.json');
  gets = Object.entries(body.paths).flatMap(([path, { get }]) => (get?.['x-verb'] ? [{ path, verb: get['x-verb'] }] : []));
}, 180_000);
afterAll(() => demo.stop());

/** A path with the id of a record that the asker sees, if it wants one. */
async function filled(client: Client, path: string): Promise<string> {
  if (!path.includes('{')) return path;
  const list = path.slice(0, path.indexOf('/{'));
  const { body } = await client.get<{ id: string }[]>(list);
  return path.replace(/\{\w+\}/, Array.isArray(body) ? (body[0]?.id ?? unknown) : unknown);
}

const idsIn = (body: unknown, names: readonly string[]): string[] =>
  [
    ...new Set(
      names.flatMap((name) => [...JSON.stringify(body).matchAll(new RegExp(`"${name}":"([0-9a-f-]{36})"`, 'g'))].map(([, id]) => id as string)),
    ),
  ].sort();

describe('a read that shows people', () => {
  it('is noted on every route whose verb shows people, with those whom it shows', async () => {
    const coach = await demo.as('coach');
    const routes = gets.filter(({ verb }) => noting[verb] === 'people' && mayUse(['coach'], verb));
    expect(routes.length).toBeGreaterThan(10);
    const enrolments = new Map(
      (await demo.database.sql<{ id: string; person: string }>('select id, participant_id as person from app.enrolment')).map(({ id, person }) => [
        id,
        person,
      ]),
    );
    for (const { path, verb } of routes) {
      const asked = await filled(coach, path);
      const answer = await coach.get(asked);
      expect({ path, status: answer.status }).toEqual({ path, status: 200 });
      const noted = await notedOf(demo, answer);
      expect({ path, noted: noted.map(({ action, outcome, email, roles }) => ({ action, outcome, email, roles })) }).toEqual({
        path,
        noted: [{ action: verb, outcome: 'given', email: 'coach@stegvis.example', roles: ['coach'] }],
      });
      const people = new Set(enrolments.values());
      const own = path.startsWith('/api/participants') ? [...idsIn(answer.body, ['id']), ...asked.split('/')].filter((id) => people.has(id)) : [];
      const behind = idsIn(answer.body, ['enrolmentId', 'id']).flatMap((id) => enrolments.get(id) ?? []);
      const shown = new Set([...own, ...behind, ...idsIn(answer.body, ['participantId'])]);
      expect({ path, participants: [...(noted[0]?.participants ?? [])].sort() }).toEqual({ path, participants: [...shown].sort() });
      expect(shown.size).toBeGreaterThan(0);
    }
  });

  it('is noted with the names of what was searched by, and no value of it', async () => {
    const coach = await demo.as('coach');
    const list = await coach.get<unknown[]>('/api/participants?q=a&status=active&_end=10');
    expect(await notedOf(demo, list)).toMatchObject([
      { action: 'participants.read', criteria: ['q', 'status'], hits: list.body.length, shown: ['name', 'contact', 'number', 'enrolment'] },
    ]);
    const found = await coach.post<{ people: { id: string }[] }>('/api/search', { q: 'a' });
    const [event] = await notedOf(demo, found);
    expect(event).toMatchObject({ action: 'search.read', criteria: ['q'] });
    expect(event?.participants).toEqual(expect.arrayContaining(found.body.people.map(({ id }) => id)));
    const inVain = await coach.post('/api/participants/find', { identityNumber: '191212121212' });
    expect(await notedOf(demo, inVain)).toMatchObject([{ action: 'participants.read', criteria: ['identityNumber'], hits: 0, participants: [] }]);
  });

  it('is noted of a verb, too, once', async () => {
    const coach = await demo.as('coach');
    const { body: list } = await coach.get<{ id: string; participantId: string; version: number }[]>('/api/reminders?state=open');
    const [reminder] = list as [(typeof list)[0]];
    const answer = await coach.put(`/api/reminders/${reminder.id}`, { note: 'Ringt', version: reminder.version });
    expect(answer.status).toBe(200);
    expect(await notedOf(demo, answer)).toMatchObject([{ action: 'reminders.change', participants: [reminder.participantId], criteria: null }]);
  });
});

describe('a read that is said to be about nobody', () => {
  it.each(['coach', 'local-leader', 'project-leader', 'funder', 'administrator'])('shows a %s nobody', async (role) => {
    const client = await demo.as(role);
    const people = await demo.database.sql<{ id: string }>('select id from app.participant union all select id from app.enrolment');
    const ids = new Set(people.map(({ id }) => id));
    for (const { path } of gets.filter(({ verb }) => noting[verb] !== 'people')) {
      const { body } = await client.get(await filled(client, path));
      const shown = [...(JSON.stringify(body) ?? '').matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)].filter(([id]) => ids.has(id));
      expect({ path, shown: shown.length }).toEqual({ path, shown: 0 });
    }
  });
});

describe('a refusal', () => {
  it('is noted with the id that was asked for: not there, not visible, not permitted', async () => {
    const coach = await demo.as('coach');
    const missing = await coach.get(`/api/participants/${unknown}`);
    expect(missing.status).toBe(404);
    expect(await notedOf(demo, missing)).toMatchObject([
      { action: 'participants.read', outcome: 'refused', record: unknown, participants: [], email: 'coach@stegvis.example' },
    ]);
    const [stranger] = await demo.database.sql<{ id: string }>(
      `select id from app.participant where id not in (select e.participant_id from app.enrolment_coach c join app.enrolment e on e.id = c.enrolment_id
         join app.staff s on s.id = c.staff_id where s.email = 'coach@stegvis.example') limit 1`,
    );
    const hidden = await coach.get(`/api/participants/${stranger?.id}/page`);
    expect(hidden.status).toBe(404);
    expect(await notedOf(demo, hidden)).toMatchObject([{ action: 'participants.read', outcome: 'refused', record: stranger?.id }]);
    const barred = await coach.get('/api/role-assignments');
    expect(barred.status).toBe(403);
    expect(await notedOf(demo, barred)).toMatchObject([{ action: 'role-assignments.read', outcome: 'refused', record: null }]);
  });
});

describe('signing in and out', () => {
  it('is noted, and so is a sign-in that failed', async () => {
    const client = new Client(demo.url);
    await client.post('/api/auth/sign-in', { email: 'coach@stegvis.example', password: 'not the password' });
    await client.post('/api/auth/sign-in', { email: 'nobody@stegvis.example', password: 'not the password' });
    await client.post('/api/auth/sign-in', { email: 'coach@stegvis.example', password: 'stegvis-demo' });
    await client.post('/api/auth/sign-out');
    expect((await lastSignIns(demo, 4)).map(({ action, outcome, email }) => `${action} ${outcome} ${email}`)).toEqual([
      'sign-out given coach@stegvis.example',
      'sign-in given coach@stegvis.example',
      'sign-in refused null',
      'sign-in refused coach@stegvis.example',
    ]);
  });
});

describe('a role that is given', () => {
  it('is noted with the deed', async () => {
    const administrator = await demo.as('administrator');
    const { body: staff } = await administrator.get<{ id: string; email: string }[]>('/api/staff?_end=100');
    const { body: sites } = await administrator.get<{ id: string }[]>('/api/sites');
    const coach = staff.find(({ email }) => email === 'coach@stegvis.example');
    const given = await administrator.post('/api/role-assignments', {
      staffId: coach?.id,
      role: 'coach',
      siteId: sites[0]?.id,
      validFrom: '2026-01-01',
    });
    expect(given.status).toBe(201);
    expect(await notedOf(demo, given)).toMatchObject([
      { action: 'role-assignments.change', outcome: 'given', email: 'administrator@stegvis.example' },
    ]);
  });
});
