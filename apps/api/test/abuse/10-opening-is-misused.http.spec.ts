import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MyDay } from '@stegvis/contracts/my-day/my-day';
import type { NewOpening, Opening } from '@stegvis/contracts/openings/opening';
import { protect } from '@stegvis/domain/participants/testing';
import type { Answer, Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';
import { notedOf } from '../noted.js';

let demo: DemoApi;
let coach: Client;
let leader: Client;
let coachId: string;
/** People of Gotland with whom the demo coach does not work, each with an enrolment under way. */
let others: { id: string; enrolment: string; name: string }[];
const reason = 'Personen står i receptionen och coachen går inte att nå';
const unknown = '00000000-0000-4000-8000-000000000000';

beforeAll(async () => {
  demo = await demoApi();
  [coach, leader] = await Promise.all([demo.as('coach'), demo.as('local-leader')]);
  coachId = (await coach.get<{ id: string }>('/api/auth/me')).body.id;
  others = await demo.database.sql(
    `select p.id, e.id as enrolment, p.given_name || ' ' || p.family_name as name
     from app.enrolment e join app.participant p on p.id = e.participant_id
     where e.status = 'active' and p.protection = 'none' and e.site_id = (select site_id from app.role_assignment where staff_id = $1 and role = 'coach')
       and cardinality(p.site_ids) = 1 and not exists (select from app.enrolment_coach c join app.enrolment x on x.id = c.enrolment_id where x.participant_id = p.id and c.staff_id = $1)
       and exists (select from app.attendance a join app.attendance_note n on n.id = a.id where a.enrolment_id = e.id) order by p.id limit 6`,
    [coachId],
  );
  await mayOpen(true);
}, 180_000);
afterAll(() => demo?.stop());

const mayOpen = (may: boolean) =>
  demo.database.sql(
    `update app.role_assignment set may_open = $2, version = version + 1 where staff_id = $1 and role = 'coach' and valid_to is null`,
    [coachId, may],
  );
const open = (whom: Omit<NewOpening, 'reason'>, more: object = {}) =>
  coach.post<Opening & { code: string; errors?: object }>('/api/openings', { ...whom, reason, ...more });
const anHourGoesBy = () =>
  demo.database.sql(
    `update app.opening set opened_at = opened_at - interval '61 minutes', expires_at = expires_at - interval '61 minutes' where expires_at > now()`,
  );
const said = ({ status, body }: Answer) => JSON.stringify([status, body]).replace(/"requestId":"[^"]*"/, '');
const person = (nth: number) => others[nth] as (typeof others)[number];

describe('abuse case 10: opening a person who is not assigned', () => {
  it('takes a reason that says something', async () => {
    const [without, short] = [
      await open({ participantId: person(0).id }, { reason: undefined }),
      await open({ participantId: person(0).id }, { reason: 'nyfiken' }),
    ];
    for (const { status, body } of [without, short]) expect([status, Object.keys(body.errors ?? {})]).toEqual([400, ['reason']]);
    expect((await open({})).status).toBe(400);
    expect((await coach.get(`/api/participants/${person(0).id}/page`)).status).toBe(404);
    expect(await demo.database.sql('select from app.opening')).toEqual([]);
  });

  it('holds for sixty minutes, to read, and is told at once to who leads the site', async () => {
    const { id, enrolment, name } = person(0);
    const before = (await leader.get<MyDay>('/api/my-day')).body;
    const opened = await open({ participantId: id });
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({ participantId: id, staffId: coachId, reason, open: true });
    expect(Date.parse(opened.body.expiresAt) - Date.parse(opened.body.openedAt)).toBe(60 * 60_000);
    expect(Math.abs(Date.parse(opened.body.openedAt) - Date.now())).toBeLessThan(60_000);
    // In the same transaction: the row that made the opening, and the one that tells of it.
    const [told] = await demo.database.sql(
      `select r.staff_id, r.enrolment_id::text as enrolment, r.xmin = o.xmin as "sameTransaction" from app.reminder r join app.opening o on o.id = r.subject_id where r.rule = 'person-opened'`,
    );
    expect(told).toEqual({ staff_id: null, enrolment, sameTransaction: true });
    const day = (await leader.get<MyDay>('/api/my-day')).body;
    expect(day.dueCount).toBe(before.dueCount + 1);
    expect(day.reminders[0]).toMatchObject({ rule: 'person-opened', participantName: name, note: `Lena Hägglund: ${reason}` });

    const page = await coach.get(`/api/participants/${id}/page`);
    expect(page.status).toBe(200);
    expect((await notedOf(demo, opened)).map(({ action, shown, participants }) => ({ action, shown, participants }))).toEqual([
      { action: 'openings.open', shown: ['opening'], participants: [id] },
    ]);
    const [event] = await notedOf(demo, page);
    expect(event?.shown).toEqual(expect.arrayContaining(['name', 'notes', 'opening']));
    const enrolmentRead = await coach.get<object>(`/api/enrolments/${enrolment}`);
    expect(enrolmentRead.status).toBe(200);
    expect((await notedOf(demo, enrolmentRead))[0]?.shown).toContain('opening');
    // What is read by right is not marked.
    const list = await coach.get<{ id: string }[]>('/api/participants?_end=5');
    expect((await notedOf(demo, list))[0]?.shown).not.toContain('opening');
    // It is for this one person, to read; and no list or search comes nearer to others.
    expect(list.body.map((row) => row.id)).not.toContain(id);
    expect((await coach.get(`/api/participants/${person(1).id}/page`)).status).toBe(404);
    const versions = () => demo.database.sql('select count(*) from history.row_version');
    const [untouched, enrolmentAsRead] = [await versions(), enrolmentRead.body];
    const writes = [
      await coach.put(`/api/participants/${id}`, (await coach.get<object>(`/api/participants/${id}`)).body),
      await coach.put(`/api/enrolments/${enrolment}`, enrolmentAsRead),
      await coach.post(`/api/enrolments/${enrolment}/exit`, { endDate: opened.body.openedAt.slice(0, 10), exitReason: 'work' }),
      await coach.post('/api/meetings', { startsAt: new Date(Date.now() - 86_400_000).toISOString(), attendances: [{ enrolmentId: enrolment }] }),
      await coach.post(`/api/participants/${id}/protect`, { protection: 'protected-registration', staffIds: [] }),
      await coach.post(`/api/reminders/${day.reminders[0]?.id}/complete`, {}),
    ];
    expect(writes.map(({ status }) => status).filter((status) => ![400, 403, 404, 409].includes(status))).toEqual([]);
    expect(await versions()).toEqual(untouched);
    expect(await open({ participantId: id })).toMatchObject({ status: 409, body: { code: 'seen-already' } });

    await anHourGoesBy();
    expect((await coach.get(`/api/participants/${id}/page`)).status).toBe(404);
    expect((await coach.get(`/api/enrolments/${enrolment}`)).status).toBe(404);
    // It was told of once; who has seen it says so, and is not told again.
    const reminder = day.reminders[0];
    expect((await leader.post(`/api/reminders/${reminder?.id}/complete`, {})).status).toBe(200);
    expect((await leader.get<MyDay>('/api/my-day')).body.dueCount).toBe(before.dueCount);
  });

  it('is by the whole number or the exact person, and answers for nobody, the protected and other organisations as one', async () => {
    const [hidden, elsewhere] = [person(2).id, await somebodyElsewhere()];
    await protect(demo.database, hidden, [(await leader.get<{ id: string }>('/api/auth/me')).body.id]);
    const nobody = await open({ participantId: unknown });
    expect(nobody.status).toBe(404);
    expect(said(await open({ participantId: hidden }))).toBe(said(nobody));
    expect(said(await open({ participantId: elsewhere }))).toBe(said(nobody));
    // A number of the official test series that nobody here has.
    expect(said(await open({ identityNumber: '191212121212' }))).toBe(said(nobody));
    expect(await demo.database.sql('select from app.opening where expires_at > now()')).toEqual([]);
  });

  it('ends when the person is protected, and when the right is taken back', async () => {
    const { id } = person(3);
    expect((await open({ participantId: id })).status).toBe(201);
    expect((await coach.get(`/api/participants/${id}/page`)).status).toBe(200);
    await mayOpen(false);
    expect((await coach.get(`/api/participants/${id}/page`)).status).toBe(404);
    expect((await open({ participantId: person(4).id })).status).toBe(403);
    await mayOpen(true);
    expect((await coach.get(`/api/participants/${id}/page`)).status).toBe(200);
    await protect(demo.database, id, [coachId]);
    expect((await coach.get(`/api/participants/${id}/page`)).status).toBe(404);
    expect((await open({ participantId: id })).status).toBe(404);
  });

  it('takes somebody who has just shown who they are', async () => {
    await demo.database.sql(`update sign_in.session set authenticated_at = now() - interval '6 minutes' where staff_id = $1`, [coachId]);
    expect(await open({ participantId: person(4).id })).toMatchObject({ status: 403, body: { code: 'step-up-needed' } });
  });
});

const somebodyElsewhere = async (): Promise<string> => {
  const [row] = await demo.database.sql<{ id: string }>(
    `select p.id from app.participant p where p.protection = 'none'
     and p.organisation_id not in (select s.organisation_id from app.role_assignment r join app.site s on s.id = r.site_id where r.staff_id = $1) order by 1 limit 1`,
    [coachId],
  );
  return row?.id ?? '';
};
