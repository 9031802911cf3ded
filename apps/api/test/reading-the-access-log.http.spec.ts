import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccessEvent } from '@stegvis/contracts/access-log/access-event';
import type { PersonLog } from '@stegvis/contracts/access-log/person-log';
import type { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';
import { notedOf } from './noted.js';

let demo: DemoApi;
let coach: Client;
let leader: Client;
let auditor: Client;
/** One of the demo coach's people, whom the coach has opened twice. */
let person: { id: string; name: string };
const localDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });
const today = localDay.format();
const inDays = (days: number) => localDay.format(Date.now() + days * 86_400_000);

beforeAll(async () => {
  demo = await demoApi();
  [coach, leader, auditor] = [await demo.as('coach'), await demo.as('local-leader'), await demo.as('auditor')];
  const { body } = await coach.get<{ id: string; givenName: string; familyName: string }[]>('/api/participants?_end=1');
  const [first] = body as [(typeof body)[0]];
  person = { id: first.id, name: `${first.givenName} ${first.familyName}` };
  for (let n = 0; n < 2; n++) await coach.get(`/api/participants/${person.id}`);
}, 180_000);
afterAll(() => demo?.stop());

const log = (who: Client, query: string) => who.get<AccessEvent[]>(`/api/access-log?${query}`);
const coachName = async (): Promise<string> => (await coach.get<{ name: string }>('/api/auth/me')).body.name;

describe('the access log', () => {
  it('tells a leader who opened whom of the own site, by name, the latest first', async () => {
    const { body, headers } = await log(leader, `participantId=${person.id}&kind=open`);
    expect(body).toHaveLength(2);
    expect(headers.get('x-total-count')).toBe('2');
    expect(body[0]).toMatchObject({
      staffName: await coachName(),
      roles: ['coach'],
      kind: 'open',
      action: 'participants.read',
      people: 1,
      participants: [{ id: person.id, name: person.name }],
      shown: expect.arrayContaining(['name']),
    });
    expect((body[0]?.at ?? '') > (body[1]?.at ?? '')).toBe(true);
    const { body: oldest } = await log(leader, `participantId=${person.id}&kind=open&_sort=at&_order=ASC`);
    expect(oldest.map(({ id }) => id)).toEqual(body.map(({ id }) => id).reverse());
  });

  it('tells an auditor the same without a name of anybody but the staff', async () => {
    const { body } = await log(auditor, `participantId=${person.id}&kind=open`);
    expect(body).toMatchObject([
      { staffName: await coachName(), participants: [{ id: person.id, name: null }] },
      { participants: [{ id: person.id, name: null }] },
    ]);
    expect(JSON.stringify((await log(auditor, '_end=100')).body)).not.toContain(person.name);
  });

  it('tells an auditor of sign-ins and refusals, and a leader of neither where nobody of the site was asked for', async () => {
    await coach.get('/api/role-assignments');
    for (const kind of ['sign-in', 'refused']) {
      expect((await log(auditor, `kind=${kind}`)).body.length).toBeGreaterThan(0);
      expect((await log(leader, `kind=${kind}`)).body).toEqual([]);
    }
  });

  it('is filtered by day, by whom and by name, and leafed through', async () => {
    const all = await log(auditor, '_end=100');
    expect((await log(auditor, `from=${today}&to=${today}&_end=100`)).body.length).toBeGreaterThanOrEqual(all.body.length);
    expect((await log(auditor, `from=${inDays(1)}`)).body).toEqual([]);
    expect((await log(auditor, `to=${inDays(-1)}`)).body).toEqual([]);
    const [event] = (await log(leader, `participantId=${person.id}&kind=open`)).body as [AccessEvent];
    const name = await coachName();
    const mine = await log(leader, `staffName=${encodeURIComponent(name.slice(1, 6).toUpperCase())}&kind=open`);
    expect(new Set(mine.body.map(({ staffName }) => staffName))).toEqual(new Set([name]));
    expect((await log(leader, `staffId=${event.staffId}&kind=open`)).body).toEqual(mine.body);
    expect((await log(leader, 'staffName=%25')).body).toEqual([]);
    const [second] = (await log(leader, `participantId=${person.id}&kind=open&_start=1&_end=2`)).body;
    expect(second?.id).toBe((await log(leader, `participantId=${person.id}&kind=open`)).body[1]?.id);
    const refused = await log(leader, '_sort=staffName');
    expect(refused.status).toBe(400);
  });

  it('shows the first few of a list, and all of them one by one', async () => {
    await coach.get('/api/participants?_end=25');
    const [list] = (await log(leader, 'kind=list&_end=1')).body as [AccessEvent];
    expect(list.people).toBeGreaterThan(5);
    expect(list.participants).toHaveLength(5);
    const { body: whole } = await leader.get<AccessEvent>(`/api/access-log/${list.id}`);
    expect(whole.participants).toHaveLength(list.people);
    expect(whole.participants.every(({ name }) => name)).toBe(true);
  });

  it('notes who reads it', async () => {
    const answer = await log(leader, `participantId=${person.id}&kind=open`);
    expect(await notedOf(demo, answer)).toMatchObject([
      {
        action: 'access-log.read',
        email: 'local-leader@stegvis.example',
        participants: expect.arrayContaining([person.id]),
        criteria: ['participantId', 'kind'],
        shown: ['access-log'],
      },
    ]);
    const inVain = await log(auditor, `from=${inDays(1)}`);
    expect(await notedOf(demo, inVain)).toMatchObject([
      { action: 'access-log.read', email: 'auditor@stegvis.example', participants: [], criteria: ['from'] },
    ]);
    // What the auditor does is noted in the organisation that they audit.
    expect((await log(auditor, 'kind=search&staffName=Ljungdahl')).body.length).toBeGreaterThan(0);
  });
});

describe('a report that is taken along as a file', () => {
  it.each([
    ['funder', 'submissions'],
    ['project-leader', 'submissions'],
    ['project-leader', 'report-runs'],
  ])('by a %s from %s is noted', async (role, word) => {
    const client = await demo.as(role);
    const { body: list } = await client.get<{ id: string; state?: string }[]>(`/api/${word}`);
    const id = list.find(({ state }) => state !== 'requested')?.id;
    for (const format of ['csv', 'xlsx']) {
      const answer = await client.get(`/api/${word}/${id}/export/${format}`);
      expect(answer.status).toBe(200);
      // Once in each organisation that they work for.
      const noted = await notedOf(demo, answer);
      expect(new Set(noted.map(({ action, outcome, email }) => `${action} ${outcome} ${email}`))).toEqual(
        new Set([`${word}.export given ${role}@stegvis.example`]),
      );
    }
    expect(await notedOf(demo, await client.get(`/api/${word}/${id}`))).toEqual([]);
    if (role === 'project-leader') expect((await log(auditor, 'kind=export')).body.length).toBeGreaterThan(0);
  });
});

describe('who has looked at a person', () => {
  const of = (who: Client, query = '') => who.get<PersonLog>(`/api/participants/${person.id}/access-log${query}`);

  it('is told to the leader of the site, once for each day, person and thing done', async () => {
    const { status, body } = await of(leader);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: person.id, name: person.name, from: inDays(-90), to: today, complete: true });
    expect(body.looks.find(({ kind, action }) => kind === 'open' && action === 'participants.read')).toMatchObject({
      day: today,
      staffName: await coachName(),
      roles: ['coach'],
      times: 2,
    });
    expect((await of(leader, `?from=${inDays(1)}&to=${inDays(2)}`)).body.looks).toEqual([]);
    const answer = await of(leader);
    expect(await notedOf(demo, answer)).toMatchObject([{ action: 'participants.read-log', participants: [person.id] }]);
    expect((await of(leader)).body.looks.some(({ action }) => action === 'participants.read-log')).toBe(true);
  });

  it('is told to somebody who leads the project from the moment that the names are granted', async () => {
    const project = await demo.as('project-leader');
    expect((await of(project)).status).toBe(404);
    const { body: account } = await leader.get<{ roles: { siteId: string }[] }>('/api/auth/me');
    const { body: them } = await project.get<{ id: string }>('/api/auth/me');
    const granted = await leader.post('/api/name-grants', {
      siteId: account.roles[0]?.siteId,
      staffId: them.id,
      ground: 'Uppföljning enligt avtal',
      validTo: inDays(3),
    });
    expect(granted.status).toBe(201);
    expect((await of(project)).body.looks.length).toBeGreaterThan(0);
    expect((await project.get('/api/access-log')).status).toBe(403);
  });

  it('is nothing for the coach', async () => {
    expect((await of(coach)).status).toBe(403);
  });
});
