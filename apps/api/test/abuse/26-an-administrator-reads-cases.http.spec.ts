import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asStaff } from '@stegvis/platform/postgres/testing';
import type { Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';
import { type Cases, casesOf } from './cases.js';

let demo: DemoApi;
let administrator: Client;
let me: { id: string };
let cases: Cases;
beforeAll(async () => {
  demo = await demoApi();
  administrator = await demo.as('administrator');
  ({ body: me } = await administrator.get<{ id: string }>('/api/auth/me'));
  cases = await casesOf(demo.database);
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
    const given = await grant(cases.colleague, { role: 'local-leader', siteId: cases.own.site });
    expect(given.status).toBe(201);
    const events = await demo.database.sql('select action, staff_id as by from access_log.event where request_id = $1', [
      given.headers.get('x-request-id'),
    ]);
    expect(events).toEqual([{ action: 'role-assignments.change', by: me.id }]);
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
