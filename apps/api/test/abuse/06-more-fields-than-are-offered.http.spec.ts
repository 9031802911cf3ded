import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asStaff } from '@stegvis/platform/postgres/testing';
import type { Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';
import { type Cases, casesOf } from './cases.js';

let demo: DemoApi;
let coach: Client;
let cases: Cases;
beforeAll(async () => {
  demo = await demoApi();
  coach = await demo.as('coach');
  cases = await casesOf(demo.database);
}, 180_000);
afterAll(() => demo.stop());

type Row = Record<string, unknown>;
const rowOf = async (table: string, id: string): Promise<Row> =>
  (await demo.database.sql<Row>(`select * from app.${table} where id = $1`, [id]))[0] ?? {};
const person = async () => (await coach.get<Row>(`/api/participants/${cases.own.participants}`)).body;
const put = async (over: Row) => coach.put<{ errors?: object }>(`/api/participants/${cases.own.participants}`, { ...(await person()), ...over });

describe('abuse case 6: more fields than are offered', () => {
  it.each([
    ['createdBy', { createdBy: '00000000-0000-4000-8000-000000000000' }],
    ['role', { role: 'administrator' }],
    ['identityNumberHash', { identityNumberHash: 'x' }],
    ['site_ids', { site_ids: [] }],
    ['siteIds', { siteIds: [] }],
    ['protected', { protected: false }],
  ])('%s of a person is refused, and the person stays as they were', async (name, over) => {
    const before = await rowOf('participant', cases.own.participants);
    const { status, body } = await put(over);
    expect([status, Object.keys(body.errors ?? {})]).toEqual([400, [name]]);
    expect(await rowOf('participant', cases.own.participants)).toEqual(before);
  });

  it('what a record only shows is passed over: whose it is, whether they are protected, which version it becomes', async () => {
    const before = await rowOf('participant', cases.own.participants);
    const over = {
      id: cases.sameSite.participants,
      organisationId: cases.otherOrganisation.organisation,
      protection: 'protected-registration',
      identityNumberMasked: '19000101-••••',
      coachName: 'Någon Annan',
    };
    expect((await put(over)).status).toBe(200);
    const { version, ...after } = await rowOf('participant', cases.own.participants);
    expect({ ...after, version: Number(version) - 1 }).toEqual(before);
    expect((await put({ version: 99 })).status).toBe(409);
  });

  it('nobody raises themself by what belongs to their account', async () => {
    const { body: me } = await coach.get<{ id: string }>('/api/auth/me');
    const before = await rowOf('staff', me.id);
    for (const over of [
      { roles: [{ role: 'administrator' }] },
      { role: 'administrator' },
      { verbs: ['staff.change'] },
      { active: true },
      { id: me.id },
    ])
      expect([over, (await coach.put('/api/auth/language', { language: 'sv', ...over })).status]).toEqual([over, 400]);
    expect((await coach.put(`/api/staff/${me.id}`, { name: 'X', email: 'x@stegvis.example', language: 'sv', active: true, version: 1 })).status).toBe(
      403,
    );
    expect(await rowOf('staff', me.id)).toEqual(before);
  });

  it.each([
    ['participant', `protection = 'none'`],
    ['participant', `organisation_id = organisation_id`],
    ['participant', `site_ids = '{}'`],
    ['participant', `created_at = now()`],
    ['named_staff', `valid_to = app.today()`],
    ['submission', `published = '[]'`],
    ['sight', 'version = version + 1'],
  ])('the database itself lets the API’s role set no column of %s that it has no right to: %s', async (table, set) => {
    const work = await demo.database.work('api');
    const { body: me } = await coach.get<{ id: string }>('/api/auth/me');
    const column = await demo.database.sql('select from pg_attribute where attrelid = $1::regclass and attname = $2', [
      `app.${table}`,
      set.split(' ')[0],
    ]);
    const change = asStaff(me.id, () => work.transaction((manager) => manager.query(`update app.${table} set ${set}`)));
    if (column.length === 0) await expect(change).rejects.toMatchObject({ code: '42703' });
    else await expect(change).rejects.toMatchObject({ code: '42501' });
  });
});
