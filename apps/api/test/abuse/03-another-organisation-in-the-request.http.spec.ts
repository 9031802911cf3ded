import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asStaff } from '@stegvis/platform/postgres/testing';
import type { Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';
import { type Cases, casesOf } from './cases.js';

let demo: DemoApi;
let coach: Client;
let cases: Cases;
let today: string;
beforeAll(async () => {
  demo = await demoApi();
  coach = await demo.as('coach');
  cases = await casesOf(demo.database);
  [{ today } = { today: '' }] = await demo.database.sql<{ today: string }>('select app.today()::text as today');
}, 180_000);
afterAll(() => demo.stop());

const referral = (over: object = {}) => ({
  givenName: 'Ny',
  familyName: 'Hänvisad',
  dateOfBirth: '1991-07-17',
  gender: 'woman',
  identityKind: 'none',
  siteId: cases.own.site,
  referredOn: today,
  ...over,
});
const people = async () => (await demo.database.sql('select count(*)::integer as count from app.participant'))[0];

describe('abuse case 3: another organisation in the request', () => {
  it('as a field of any name is refused as unknown, on every kind of record, and nothing is saved', async () => {
    const { organisation } = cases.otherOrganisation;
    const before = await people();
    const fields = { organisationId: organisation, organisation_id: organisation, org: organisation, participant: { organisationId: organisation } };
    for (const [name, value] of Object.entries(fields))
      for (const [path, body] of [
        ['/api/participants', referral()],
        ['/api/meetings', { startsAt: `${today}T00:00:00Z`, attendances: [{ enrolmentId: cases.own.enrolments }] }],
        ['/api/stage-periods', { enrolmentId: cases.own.enrolments, stage: 'matching', startDate: today }],
      ] as const) {
        const { status, body: problem } = await coach.post<{ errors?: object }>(path, { ...body, [name]: value });
        expect([path, name, status, Object.keys(problem.errors ?? {})]).toEqual([path, name, 400, [name]]);
      }
    expect(await people()).toEqual(before);
  });

  it('in a header or the query moves nobody', async () => {
    const { organisation } = cases.otherOrganisation;
    const headers = { 'X-Org': organisation, 'X-Organisation-Id': organisation, 'X-Tenant': organisation };
    const made = await coach.send<{ organisationId: string }>('POST', '/api/participants', referral(), headers);
    expect([made.status, made.body.organisationId]).toEqual([201, cases.own.organisation]);
    expect((await coach.get(`/api/participants/${cases.otherOrganisation.participants}`, headers)).status).toBe(404);
    expect((await coach.get(`/api/participants?organisationId=${organisation}`)).status).toBe(400);
  });

  it('as the site of a referral is answered as a site that does not exist', async () => {
    const before = await people();
    const { status, body } = await coach.post<{ errors: object }>('/api/participants', referral({ siteId: cases.otherOrganisation.site }));
    const unknown = await coach.post<{ errors: object }>('/api/participants', referral({ siteId: '00000000-0000-4000-8000-000000000000' }));
    expect([status, body.errors]).toEqual([unknown.status, unknown.body.errors]);
    expect(status).toBe(400);
    expect(await people()).toEqual(before);
  });

  it('in the statement itself is refused by the database', async () => {
    const work = await demo.database.work('api');
    const [{ id } = { id: '' }] = await demo.database.sql<{ id: string }>(`select id from app.staff where email = 'coach@stegvis.example'`);
    const added = (of: string) =>
      asStaff(id, () =>
        work.transaction((manager) =>
          manager.query(
            `insert into app.stage_period (organisation_id, project_id, site_id, enrolment_id, stage, start_date, main)
             select $2, e.project_id, e.site_id, e.id, 'follow-along', app.today(), false from app.enrolment e where e.id = $1`,
            [cases.own.enrolments, of],
          ),
        ),
      );
    await expect(added(cases.otherOrganisation.organisation)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|23503)$/) });
    // Into the other organisation's case, and to its place.
    const { organisation, site, enrolments } = cases.otherOrganisation;
    const strange = asStaff(id, () =>
      work.transaction((manager) =>
        manager.query(
          `insert into app.stage_period (organisation_id, project_id, site_id, enrolment_id, stage, start_date, main)
           select $1, project_id, $2, $3, 'follow-along', app.today(), false from app.site where id = $2`,
          [organisation, site, enrolments],
        ),
      ),
    );
    await expect(strange).rejects.toThrow('row-level security');
  });
});
