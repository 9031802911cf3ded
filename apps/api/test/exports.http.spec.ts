import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Export } from '@stegvis/contracts/exports/export';
import { aStaff } from '@stegvis/domain/participants/testing';
import { aSession } from './a-session.js';
import { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';

let demo: DemoApi;
let leader: Client;
const purpose = 'Underlag om väntetider till styrgruppen i mars';

beforeAll(async () => {
  demo = await demoApi();
  leader = await demo.as('local-leader');
}, 180_000);
afterAll(() => demo?.stop());

const ask = (more: object = {}) => leader.post<Export>('/api/exports', { resource: 'participants', format: 'csv', purpose, ...more });
/** Another leader of the same site, as the headers that they send. */
async function anotherLeader(): Promise<{ Cookie: string }> {
  const [site] = await demo.database.sql<{ id: string }>(
    `select r.site_id as id from app.role_assignment r join app.staff s on s.id = r.staff_id where s.email = 'local-leader@stegvis.example' and r.role = 'local-leader'`,
  );
  return aSession(demo.database, await aStaff(demo.database, 'local-leader', { siteId: site?.id }));
}
const askAs = (who: { Cookie: string }, more: object = {}) =>
  new Client(demo.url).post<Export>('/api/exports', { resource: 'participants', format: 'csv', purpose, ...more }, who);
const codeOf = (body: unknown) => (body as { code: string }).code;

async function ready(id: string): Promise<Export> {
  const since = Date.now();
  for (;;) {
    const { body } = await leader.get<Export>(`/api/exports/${id}`);
    if (!['requested', 'running'].includes(body.state)) return body;
    expect(Date.now() - since).toBeLessThan(60_000);
    await new Promise((next) => setTimeout(next, 100));
  }
}

describe('abuse case 16: taking out lists in bulk', () => {
  it('is asked for with a fresh proof', async () => {
    await demo.database.sql(
      `update sign_in.session set authenticated_at = now() - interval '6 minutes' where staff_id = (select id from app.staff where email = 'local-leader@stegvis.example')`,
    );
    const refused = await ask();
    expect([refused.status, codeOf(refused.body)]).toEqual([403, 'step-up-needed']);
    expect((await leader.post('/api/auth/step-up', { password: 'stegvis-demo' })).status).toBe(204);
  });

  it('is asked for with a purpose, and with filters and a sort that the list knows', async () => {
    for (const [more, inputs] of [
      [{ purpose: 'för kort' }, ['purpose']],
      [{ filter: { identityNumber: '1' } }, ['identityNumber']],
      [{ sort: 'address' }, ['_sort']],
      [{ resource: 'staff' }, ['resource']],
    ] as [object, string[]][]) {
      const { status, body } = await ask(more);
      expect([more, status, Object.keys((body as unknown as { errors: object }).errors)]).toEqual([more, 400, inputs]);
    }
  });

  it('takes the filters as the address of the list has them', async () => {
    const other = await anotherLeader();
    const list = await new Client(demo.url).get<unknown[]>('/api/enrolments?exitReason=work&left=true&_end=100', other);
    const { status, body } = await askAs(other, { resource: 'enrolments', filter: { exitReason: 'work', left: 'true', status: '' } });
    expect(list.body.length).toBeGreaterThan(0);
    expect([status, body.rows]).toEqual([201, list.body.length]);
  });

  it('gives the file once, to who asked, with nobody who is protected, and notes everybody whom it shows', async () => {
    const { status, body: asked } = await ask();
    expect([status, asked.state]).toEqual([201, 'requested']);
    expect(await ready(asked.id)).toMatchObject({ state: 'ready', denial: null });
    expect((await demo.as('coach').then((coach) => coach.get(`/api/exports/${asked.id}/file`))).status).toBe(403);
    const first = await leader.get<unknown>(`/api/exports/${asked.id}/file`);
    expect([first.status, first.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="Deltagare.csv"']);
    expect((await leader.get(`/api/exports/${asked.id}/file`)).status).toBe(404);
    expect((await leader.get<Export>(`/api/exports/${asked.id}`)).body.state).toBe('downloaded');
    const [who] = await demo.database.sql<{ id: string; site: string }>(
      `select s.id, r.site_id as site from app.staff s join app.role_assignment r on r.staff_id = s.id where s.email = 'local-leader@stegvis.example' and r.role = 'local-leader'`,
    );
    const shown = await demo.database.sql<{ id: string }>(
      `select p.id from app.participant p where $1 = any (p.site_ids) and (p.protection = 'none' or exists (
         select from app.named_staff n where n.participant_id = p.id and n.staff_id = $2 and n.valid_to >= app.today())) order by 1`,
      [who?.site, who?.id],
    );
    const events = await demo.database.sql<{ action: string; people: string[]; criteria: string[] }>(
      `select action, array(select unnest(participants) order by 1) as people, criteria from access_log.event
       where staff_id = $1 and action like 'exports.%' and participants <> '{}' order by id`,
      [who?.id],
    );
    const people = shown.map(({ id }) => id);
    expect(people.length).toBeGreaterThan(10);
    expect(events).toEqual(['exports.create', 'exports.download'].map((action) => ({ action, people, criteria: [purpose] })));
  });

  it('is nobody else’s: to another leader of the site it is not there', async () => {
    const other = await anotherLeader();
    const { body: asked } = await ask();
    await ready(asked.id);
    const stranger = new Client(demo.url);
    expect((await stranger.get<Export[]>('/api/exports', other)).body).toEqual([]);
    for (const path of [`/api/exports/${asked.id}`, `/api/exports/${asked.id}/file`])
      expect([path, (await stranger.get(path, other)).status]).toEqual([path, 404]);
    expect((await stranger.post(`/api/exports/${asked.id}/withdraw`, {}, other)).status).toBe(404);
    // And it is still there for whoever asked.
    expect((await leader.get(`/api/exports/${asked.id}/file`)).status).toBe(200);
  });

  it('is done ten times a day, and the eleventh is told to wait', async () => {
    const other = await anotherLeader();
    for (let times = 0; times < 10; times++) expect((await askAs(other)).status).toBe(201);
    const { status, body } = await askAs(other);
    expect([status, codeOf(body)]).toEqual([422, 'enough-exports-today']);
    expect((body as unknown as { message: string }).message).toContain('i morgon');
    // It is a quota of each person, and of each day.
    expect((await askAs(await anotherLeader())).status).toBe(201);
    await demo.database.sql(
      `update app.export set requested_at = requested_at - interval '25 hours' where staff_id <> (select id from app.staff where email = 'local-leader@stegvis.example')`,
    );
    expect((await askAs(other)).status).toBe(201);
  });

  it('is of ten thousand rows at most: of more, nothing is begun until they are filtered', async () => {
    const other = await anotherLeader();
    await demo.database.sql(
      `insert into app.meeting (organisation_id, project_id, site_id, coach_id, starts_at, minutes, kind, channel, status)
       select i.organisation_id, i.project_id, i.id, (select id from app.staff where email = 'coach@stegvis.example'), now() + n * interval '1 minute', 30, 'individual', 'office', 'planned'
       from app.role_assignment r join app.staff s on s.id = r.staff_id join app.site i on i.id = r.site_id, generate_series(1, 10001) as n
       where s.email = 'local-leader@stegvis.example' and r.role = 'local-leader'`,
    );
    const before = await demo.database.sql('select from app.export');
    const { status, body } = await askAs(other, { resource: 'meetings' });
    expect([status, codeOf(body)]).toEqual([422, 'too-many-to-export']);
    expect((body as unknown as { message: string }).message).toContain('Filtrera');
    expect(await demo.database.sql('select from app.export')).toHaveLength(before.length);
    expect((await askAs(other, { resource: 'meetings', filter: { status: 'held' } })).status).toBe(201);
  });

  it('is refused when the right ended between the asking and the making', async () => {
    await demo.stopWorker();
    const { body: asked } = await ask();
    await demo.database.sql(
      `update app.role_assignment set valid_to = app.today() - 1, version = version + 1 where role = 'local-leader' and staff_id = (select id from app.staff where email = 'local-leader@stegvis.example')`,
    );
    const { startWorker } = await import('./processes.js');
    const worker = await startWorker(demo.database);
    const since = Date.now();
    for (;;) {
      const [row] = await demo.database.sql<{ state: string; denial: string }>('select state, denial from app.export where id = $1', [asked.id]);
      if (row?.state === 'denied') {
        expect(row.denial).toBe('rights-ended');
        break;
      }
      expect(Date.now() - since).toBeLessThan(60_000);
      await new Promise((next) => setTimeout(next, 100));
    }
    await worker.stop();
    expect((await leader.get(`/api/exports/${asked.id}/file`)).status).toBe(403);
  });
});
