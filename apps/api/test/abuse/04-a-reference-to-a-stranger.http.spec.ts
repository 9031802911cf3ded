import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import { type DemoApi, demoApi } from '../demo-api.js';
import { type Cases, casesOf } from './cases.js';

let demo: DemoApi;
let cases: Cases;
let days: { today: string; later: string };
beforeAll(async () => {
  demo = await demoApi();
  cases = await casesOf(demo.database);
  [days = { today: '', later: '' }] = await demo.database.sql<typeof days>('select app.today()::text as today, (app.today() + 7)::text as later');
}, 180_000);
afterAll(() => demo.stop());

/** Everything that an id of somebody else's can be written into; the role of who tries, the route, the body with the id in its place. */
const places: readonly [role: string, path: string, of: 'enrolments' | 'participants' | 'site' | 'staff', body: (id: string) => object][] = [
  ['coach', '/api/meetings', 'enrolments', (id) => ({ startsAt: '2026-01-02T10:00:00Z', attendances: [{ enrolmentId: id }] })],
  [
    'coach',
    '/api/meetings',
    'enrolments',
    (id) => ({ startsAt: '2026-01-02T10:00:00Z', attendances: [{ enrolmentId: cases.own.enrolments }, { enrolmentId: id }] }),
  ],
  ['coach', '/api/stage-periods', 'enrolments', (id) => ({ enrolmentId: id, stage: 'matching', startDate: days.today })],
  ['coach', '/api/enrolments', 'participants', (id) => ({ participantId: id, siteId: cases.own.site, referredOn: days.today })],
  ['coach', '/api/enrolments', 'site', (id) => ({ participantId: cases.own.participants, siteId: id, referredOn: days.today })],
  ['local-leader', '/api/meetings', 'enrolments', (id) => ({ startsAt: '2026-01-02T10:00:00Z', attendances: [{ enrolmentId: id }] })],
  [
    'local-leader',
    '/api/name-grants',
    'staff',
    (id) => ({ siteId: cases.own.site, staffId: id, ground: 'Uppföljning enligt avtal', validTo: days.later }),
  ],
];

describe('abuse case 4: a reference to somebody else’s record', () => {
  it.each(places)('by a %s in %s, to %s, is answered as one to what does not exist, and nothing is saved', async (role, path, of, body) => {
    const client = await demo.as(role);
    const ask = async (id: string) => {
      const answer = await client.post<ProblemDocument>(path, body(id));
      return [answer.status, JSON.stringify({ ...answer.body, requestId: '' }).replaceAll(id, 'the id')];
    };
    const [stranger] = await demo.database.sql<{ id: string }>(
      `select staff_id as id from app.role_assignment where role = 'coach' and site_id = $1 and valid_to is null limit 1`,
      [cases.otherOrganisation.site],
    );
    const strange = of === 'staff' ? stranger?.id : cases.otherOrganisation[of];
    const written = async () => (await demo.database.sql('select count(*)::integer as versions from history.row_version'))[0];
    const before = await written();
    const unknown = await ask(randomUUID());
    expect([400, 404, 422]).toContain(unknown[0]);
    expect(await ask(strange ?? '')).toEqual(unknown);
    expect(await written()).toEqual(before);
  });
});
