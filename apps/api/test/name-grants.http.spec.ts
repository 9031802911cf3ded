import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NameGrant } from '@stegvis/contracts/name-grants/name-grant';
import type { ParticipantRow } from '@stegvis/contracts/participants/participant';
import type { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';

let demo: DemoApi;
let local: Client;
let project: Client;
let siteId: string;
let staffId: string;
const ground = 'Uppföljning av enskilda ärenden, 10 kap. 2 § OSL';
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });
const inDays = (days: number) => today.format(Date.now() + days * 86_400_000);

beforeAll(async () => {
  demo = await demoApi();
  [local, project] = await Promise.all([demo.as('local-leader'), demo.as('project-leader')]);
  siteId = (await local.get<{ roles: { siteId: string }[] }>('/api/auth/me')).body.roles[0]?.siteId ?? '';
  staffId = (await project.get<{ id: string }>('/api/auth/me')).body.id;
}, 180_000);
afterAll(() => demo?.stop());

const people = () => project.get<ParticipantRow[]>('/api/participants?_end=5');
const give = (more: object = {}) => local.post<NameGrant>('/api/name-grants', { siteId, staffId, ground, validTo: inDays(30), ...more });

describe('the names of a site’s people', () => {
  it('are not there for somebody who leads the project', async () => {
    const { status, body, headers } = await people();
    expect([status, body, headers.get('x-total-count')]).toEqual([200, [], '0']);
  });

  it('are there from the next request on once a leader of the site grants them, and gone when that ends', async () => {
    const before = (await local.get<ParticipantRow[]>('/api/participants?_end=100')).headers.get('x-total-count');
    const { status, body: grant } = await give();
    expect(status).toBe(201);
    expect(grant).toMatchObject({ siteName: 'Gotland', staffName: 'Ingrid Sandell', givenByName: 'Mats Ödegård', inForce: true, ground });

    const seen = await people();
    // All but those who are protected: the leader of the site is named for them, and the project leader is not.
    const [hidden] = await demo.database.sql<{ n: number }>(
      `select count(*)::integer as n from app.participant where protection <> 'none' and $1 = any (site_ids)`,
      [siteId],
    );
    expect(hidden?.n).toBeGreaterThan(0);
    expect(Number(seen.headers.get('x-total-count'))).toBe(Number(before) - Number(hidden?.n));
    const [person] = seen.body;
    expect(person?.familyName).toBeTruthy();
    expect((await project.get(`/api/participants/${person?.id}/page`)).status).toBe(200);
    const found = await project.post<{ participants: { id: string }[] }>('/api/search', { q: person?.familyName });
    expect(JSON.stringify(found.body)).toContain(person?.id);
    // To see is not to change, and a grant is not passed on.
    expect((await project.send('PUT', `/api/participants/${person?.id}`, person)).status).toBe(403);
    expect((await project.post('/api/name-grants', { siteId, staffId, ground, validTo: inDays(30) })).status).toBe(403);
    expect((await project.get<NameGrant[]>('/api/name-grants?inForce=true')).body.map(({ id }) => id)).toEqual([grant.id]);

    const ended = await local.post<NameGrant>(`/api/name-grants/${grant.id}/end`, {});
    expect(ended.body).toMatchObject({ inForce: false });
    expect((await people()).body).toEqual([]);
    expect((await project.get(`/api/participants/${person?.id}/page`)).status).toBe(404);
    expect((await local.post(`/api/name-grants/${grant.id}/end`, {})).status).toBe(409);
  });

  it('come with the answers to voluntary questions when the grant says so, and only then', async () => {
    const asked = async () => {
      const { body } = await project.get<{ disability?: string }[]>(`/api/enrolments?siteId=${siteId}&_end=5`);
      return body.map((one) => 'disability' in one);
    };
    const { body: names } = await give();
    expect([names.sensitiveFacts, await asked()]).toEqual([false, [false, false, false, false, false]]);
    const { body: both } = await give({ sensitiveFacts: true });
    expect([both.sensitiveFacts, await asked()]).toEqual([true, [true, true, true, true, true]]);
    for (const { id } of [names, both]) await local.post(`/api/name-grants/${id}/end`, {});
    expect(await asked()).toEqual([false, false, false, false, false]);
  });

  it('are over with the last day', async () => {
    const { body: grant } = await give({ validTo: inDays(0) });
    expect((await people()).body).not.toEqual([]);
    await demo.database.sql(
      'update app.name_grant set valid_from = app.today() - 2, valid_to = app.today() - 1, version = version + 1 where id = $1',
      [grant.id],
    );
    expect((await people()).body).toEqual([]);
  });

  it('are granted by somebody who has just shown who they are', async () => {
    await demo.database.sql(
      `update sign_in.session set authenticated_at = now() - interval '6 minutes' where staff_id = (select id from app.staff where email = 'local-leader@stegvis.example')`,
    );
    const refused = await give();
    expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([403, 'step-up-needed']);
    expect((await local.post('/api/auth/step-up', { password: 'stegvis-demo' })).status).toBe(204);
    const { status, body: grant } = await give();
    expect(status).toBe(201);
    await local.post(`/api/name-grants/${grant.id}/end`, {});
  });

  it('are granted with a ground, for a year at most, by who leads the site to who leads the project', async () => {
    const other = (await local.get<{ id: string; name: string }[]>('/api/sites?_end=100')).body.find(({ id }) => id !== siteId);
    const coach = (await demo.as('coach').then((one) => one.get<{ id: string }>('/api/auth/me'))).body.id;
    const refused: [object, string, string][] = [
      [{ ground: 'kort' }, 'ground', 'too-short'],
      [{ validTo: inDays(400) }, 'validTo', 'a-year-at-most'],
      [{ validTo: inDays(-1) }, 'validTo', 'day-has-passed'],
      [{ siteId: other?.id }, 'siteId', 'not-your-site'],
      [{ staffId: coach }, 'staffId', 'leads-no-project-there'],
    ];
    for (const [more, input] of refused) {
      const { status, body } = await give(more);
      expect([input, status, Object.keys((body as unknown as { errors: object }).errors)]).toEqual([input, 400, [input]]);
    }
    expect((await demo.as('coach').then((one) => one.post('/api/name-grants', { siteId, staffId, ground, validTo: inDays(30) }))).status).toBe(403);
  });
});
