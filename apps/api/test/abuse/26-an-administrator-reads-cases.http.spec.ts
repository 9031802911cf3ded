import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RoleAssignment } from '@stegvis/contracts/staff/staff';
import { aStaff, giveRole } from '@stegvis/domain/participants/testing';
import { asStaff } from '@stegvis/platform/postgres/testing';
import { aSession } from '../a-session.js';
import { type Answer, Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';
import { notedOf } from '../noted.js';
import { type Cases, casesOf } from './cases.js';

let demo: DemoApi;
let administrator: Client;
let second: Client;
let me: { id: string };
let projectId: string;
let cases: Cases;
beforeAll(async () => {
  demo = await demoApi();
  administrator = await demo.as('administrator');
  second = await demo.as('administrator-2');
  ({ body: me } = await administrator.get<{ id: string }>('/api/auth/me'));
  cases = await casesOf(demo.database);
  const [site] = await demo.database.sql<{ project: string }>('select project_id as project from app.site where id = $1', [cases.own.site]);
  projectId = site?.project ?? '';
}, 180_000);
afterAll(() => demo.stop());

const grant = (staffId: string, over: object) => administrator.post('/api/role-assignments', { staffId, validFrom: '2026-01-01', ...over });
const held = async () => (await demo.database.sql('select role from app.role_assignment where staff_id = $1', [me.id])).map(({ role }) => role);

describe('abuse case 26: an administrator reads cases, or gives themself a role', () => {
  it('is refused every list and record of a case, by whichever route', async () => {
    for (const word of ['participants', 'enrolments', 'stage-periods', 'meetings', 'reminders'] as const)
      for (const path of [`/api/${word}`, `/api/${word}/${cases.own[word]}`])
        expect([path, (await administrator.get(path)).status]).toEqual([path, 403]);
    for (const path of ['/api/my-day', '/api/report-runs', '/api/submissions', `/api/participants/${cases.own.participants}/page`])
      expect([path, [403, 404].includes((await administrator.get(path)).status)]).toEqual([path, true]);
    const { body } = await administrator.post<{ people?: unknown[]; meetings?: unknown[] }>('/api/search', { q: 'an' });
    expect([body.people ?? [], body.meetings ?? []]).toEqual([[], []]);
  });

  it('gives themself no role: not at all, not for another day, and changes none of the own', async () => {
    for (const over of [{ role: 'coach', siteId: cases.own.site }, { role: 'local-leader', siteId: cases.own.site }, { role: 'administrator' }])
      expect([over, (await grant(me.id, over)).status]).toEqual([over, 403]);
    const { body: own } = await administrator.get<{ id: string; version: number }[]>(`/api/role-assignments?staffId=${me.id}`);
    const longer = await administrator.put(`/api/role-assignments/${own[0]?.id}`, {
      validFrom: '2020-01-01',
      validTo: null,
      version: own[0]?.version,
    });
    expect(longer.status).toBe(403);
    expect(await held()).toEqual(['administrator']);
  });

  it('what they may give to others they may, and it is noted as theirs', async () => {
    const given = await grant(cases.colleague, { role: 'coach', siteId: cases.otherOrganisation.site });
    expect(given).toMatchObject({ status: 201, body: { state: 'given', givenById: null } });
    const events = await demo.database.sql('select action, staff_id as by from access_log.event where request_id = $1', [
      given.headers.get('x-request-id'),
    ]);
    expect(events).toEqual([{ action: 'role-assignments.change', by: me.id }]);
  });

  describe('a role that opens cases, the access log or the giving of roles', () => {
    /** Somebody without a role, who signs in. */
    const somebody = async () => {
      const staffId = await aStaff(demo.database, null);
      const sees = async () => (await new Client(demo.url).get('/api/participants', await aSession(demo.database, staffId))).status;
      return { staffId, sees };
    };
    const waitingFor = async (staffId: string) => (await second.get<RoleAssignment[]>(`/api/role-assignments?staffId=${staffId}&state=waiting`)).body;

    it.each([
      ['local-leader', () => ({ siteId: cases.own.site })],
      ['project-leader', () => ({ projectId })],
      ['auditor', () => ({ organisationId: cases.own.organisation })],
      ['administrator', () => ({})],
      ['coach', () => ({ siteId: cases.own.site, mayOpen: true })],
    ] as const)('as a %s does not hold until another administrator has confirmed it', async (role, scope) => {
      const { staffId } = await somebody();
      const { status, body: given } = (await grant(staffId, { role, ...scope() })) as Answer<RoleAssignment>;
      expect([status, given]).toMatchObject([201, { role, staffId, state: 'waiting', givenById: me.id }]);
      const held = () => demo.database.sql('select role from app.role_assignment where staff_id = $1', [staffId]);
      expect(await held()).toEqual([]);
      expect((await waitingFor(staffId)).map(({ id }) => id)).toEqual([given.id]);
      const confirmed = await second.post<RoleAssignment>(`/api/role-assignments/${given.id}/confirm`);
      expect(confirmed).toMatchObject({ status: 200, body: { ...given, state: 'given', givenById: null, givenByName: null } });
      expect(await held()).toEqual([{ role }]);
      expect(await waitingFor(staffId)).toEqual([]);
      const noted = (await notedOf(demo, confirmed)).map(({ action, outcome, email }) => [action, outcome, email]);
      expect(noted).toEqual([['role-assignments.confirm', 'given', 'administrator-2@stegvis.example']]);
    });

    it('is confirmed neither by who gave it nor by whom it is for; nothing is seen by it before, and all of it from the next request on', async () => {
      const { staffId, sees } = await somebody();
      const given = (await grant(staffId, { role: 'local-leader', siteId: cases.own.site })) as Answer<RoleAssignment>;
      const path = `/api/role-assignments/${given.body.id}/confirm`;
      expect(await administrator.post(path)).toMatchObject({ status: 409, body: { code: 'another-administrator' } });
      await giveRole(demo.database, staffId, 'administrator', {});
      const own = new Client(demo.url);
      const answer = await own.post(path, {}, await aSession(demo.database, staffId));
      expect([answer.status, (await own.post(path.replace('confirm', 'refuse'), {}, await aSession(demo.database, staffId))).status]).toEqual([
        403, 403,
      ]);
      for (const role of ['coach', 'local-leader', 'project-leader', 'auditor'])
        expect([role, (await (await demo.as(role)).post(path)).status]).toEqual([role, 403]);
      expect(await sees()).toBe(403);
      expect((await second.post(path)).status).toBe(200);
      expect(await sees()).toBe(200);
      expect((await second.post(path)).status).toBe(409);
    });

    it('is refused, or taken back, and then never holds', async () => {
      for (const who of [second, administrator]) {
        const { staffId, sees } = await somebody();
        const { body } = (await grant(staffId, { role: 'local-leader', siteId: cases.own.site })) as Answer<RoleAssignment>;
        expect((await who.post(`/api/role-assignments/${body.id}/refuse`)).status).toBe(204);
        expect((await second.post(`/api/role-assignments/${body.id}/confirm`)).status).toBe(409);
        expect([(await second.get(`/api/role-assignments/${body.id}`)).status, await sees()]).toEqual([404, 403]);
      }
    });

    it('is not changed while it waits; later one person shortens it, and nobody makes it last or open more alone', async () => {
      const { staffId } = await somebody();
      const { body } = (await grant(staffId, { role: 'local-leader', siteId: cases.own.site, validTo: '2099-01-31' })) as Answer<RoleAssignment>;
      const put = (change: object, version = 1) =>
        administrator.put(`/api/role-assignments/${body.id}`, { validFrom: '2026-01-01', validTo: '2099-01-31', ...change, version });
      expect(await put({ validTo: null })).toMatchObject({ status: 409, body: { code: 'role-waits' } });
      await second.post(`/api/role-assignments/${body.id}/confirm`);
      for (const wider of [{ validTo: null }, { validTo: '2099-02-01' }, { validFrom: '2025-12-31' }])
        expect(await put(wider)).toMatchObject({ status: 409, body: { code: 'widening-takes-two' } });
      expect((await put({ validTo: '2098-01-31' })).status).toBe(200);
      expect(await put({}, 2)).toMatchObject({ status: 409, body: { code: 'widening-takes-two' } });
      const coach = (await grant(staffId, { role: 'coach', siteId: cases.own.site })) as Answer<RoleAssignment>;
      const opens = await administrator.put(`/api/role-assignments/${coach.body.id}`, {
        validFrom: '2026-01-01',
        validTo: null,
        mayOpen: true,
        version: 1,
      });
      expect(opens).toMatchObject({ status: 409, body: { code: 'widening-takes-two' } });
    });

    it('is given past the second person by no statement', async () => {
      const work = await demo.database.work('api');
      const asking = (text: string, values: unknown[] = []) => asStaff(me.id, () => work.transaction((manager) => manager.query(text, values)));
      const { staffId } = await somebody();
      const [role, waiting] = ['app.role_assignment', 'app.role_proposal'];
      const columns = '(staff_id, role, site_id, valid_from';
      await expect(asking(`insert into ${role} ${columns}) values ($1, 'local-leader', $2, app.today())`, [staffId, cases.own.site])).rejects.toThrow(
        'row-level security',
      );
      const propose = (by: string) =>
        asking(`insert into ${waiting} ${columns}, given_by) values ($1, 'local-leader', $2, app.today(), $3)`, [staffId, cases.own.site, by]);
      await expect(propose(cases.colleague)).rejects.toThrow('row-level security');
      await propose(me.id);
      await expect(asking(`update ${waiting} set given_by = $1`, [cases.colleague])).rejects.toThrow('permission denied');
      await expect(asking(`select access.decide_role((select id from ${waiting} where staff_id = $1), true)`, [staffId])).rejects.toThrow(
        'another one confirms',
      );
      await work.close();
    });
  });

  it('reads no case in the database, by whichever statement; it refuses the role, too', async () => {
    const work = await demo.database.work('api');
    const asking = (text: string, values: unknown[] = []) => asStaff(me.id, () => work.transaction((manager) => manager.query(text, values)));
    for (const table of [
      'participant',
      'enrolment',
      'meeting',
      'attendance',
      'attendance_note',
      'stage_period',
      'reminder',
      'voluntary_facts',
      'named_staff',
    ])
      expect([table, await asking(`select id from app.${table}`)]).toEqual([table, []]);
    expect(await asking('select id from history.row_version')).toEqual([]);
    await expect(
      asking(`insert into app.role_assignment (staff_id, role, site_id, valid_from) values (access.asker_id(), 'coach', $1, app.today())`, [
        cases.own.site,
      ]),
    ).rejects.toThrow('row-level security');
    expect((await asking('update app.role_assignment set valid_to = null, version = version + 1 where staff_id = access.asker_id()'))[1]).toBe(0);
  });
});
