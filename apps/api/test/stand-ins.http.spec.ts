import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { MyDay } from '@stegvis/contracts/my-day/my-day';
import type { ParticipantRow } from '@stegvis/contracts/participants/participant';
import type { StandIn } from '@stegvis/contracts/stand-ins/stand-in';
import { protect } from '@stegvis/domain/participants/testing';
import type { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';
import { notedOf } from './noted.js';

let demo: DemoApi;
let local: Client;
let coach: Client;
let siteId: string;
/** The demo coach, who stands in, and the other coach of Gotland. */
let standInId: string;
let coachId: string;
let colleagues: string[];
let own: string[];
const reason = 'Sjukskriven, återkommer efter lovet';
const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });
const inDays = (days: number) => swedish.format(Date.now() + days * 86_400_000);

/** Whom somebody is coach of at Gotland today; of the protected, those whom the one who stands in is named for. */
const caseloadOf = async (staffId: string): Promise<string[]> =>
  (
    await demo.database.sql<{ id: string }>(
      `select distinct e.participant_id as id from app.enrolment_coach c join app.enrolment e on e.id = c.enrolment_id join app.participant p on p.id = e.participant_id
       where c.staff_id = $1 and c.site_id = $2 and app.today() between c.valid_from and coalesce(c.valid_to, 'infinity')
         and (p.protection = 'none' or exists (select from app.named_staff n where n.participant_id = p.id and n.staff_id = $3 and app.today() between n.valid_from and n.valid_to))
       order by 1`,
      [staffId, siteId, standInId],
    )
  ).map(({ id }) => id);

beforeAll(async () => {
  demo = await demoApi();
  [local, coach] = await Promise.all([demo.as('local-leader'), demo.as('coach')]);
  siteId = (await local.get<{ roles: { siteId: string }[] }>('/api/auth/me')).body.roles[0]?.siteId ?? '';
  standInId = (await coach.get<{ id: string }>('/api/auth/me')).body.id;
  const [other] = await demo.database.sql<{ id: string }>(
    `select staff_id as id from app.role_assignment r join app.staff s on s.id = r.staff_id where role = 'coach' and site_id = $1 and staff_id <> $2 and s.active and r.valid_to is null`,
    [siteId, standInId],
  );
  coachId = other?.id ?? '';
  // The demo world's own are told of elsewhere.
  await demo.database.sql('delete from app.stand_in');
  [own, colleagues] = [await caseloadOf(standInId), await caseloadOf(coachId)];
}, 180_000);
afterAll(() => demo?.stop());
// What a test has moved through the days lies on top of another's.
afterEach(() => demo.database.sql('delete from app.stand_in where reason = $1', [reason]));

const seen = async (): Promise<string[]> => {
  const ids: string[] = [];
  for (let start = 0; ; start += 100) {
    const { body } = await coach.get<ParticipantRow[]>(`/api/participants?_start=${start}&_end=${start + 100}`);
    ids.push(...body.map(({ id }) => id));
    if (body.length < 100) return ids.sort();
  }
};
const both = () => [...new Set([...own, ...colleagues])].sort();
const appoint = (more: object = {}) =>
  local.post<StandIn>('/api/stand-ins', { siteId, coachId, standInId, startsOn: inDays(0), endsOn: inDays(9), reason, ...more });
const end = (id: string) => local.post<StandIn>(`/api/stand-ins/${id}/end`, {});
const somebodyOf = (people: string[], without: string[]): string => people.find((id) => !without.includes(id)) as string;

describe('standing in for a coach who is away', () => {
  it('shows the whole caseload from the next request on, and is over with the verb', async () => {
    expect(await seen()).toEqual([...own].sort());
    const theirs = somebodyOf(colleagues, own);
    expect((await coach.get(`/api/participants/${theirs}/page`)).status).toBe(404);

    const appointed = await appoint();
    expect(appointed.status).toBe(201);
    expect(appointed.body).toMatchObject({
      siteName: 'Gotland',
      standInName: 'Lena Hägglund',
      appointedByName: 'Mats Ödegård',
      inForce: true,
      over: false,
    });
    expect(await notedOf(demo, appointed)).toMatchObject([{ action: 'stand-ins.appoint', outcome: 'given', email: 'local-leader@stegvis.example' }]);

    expect(await seen()).toEqual(both());
    expect((await coach.get(`/api/participants/${theirs}/page`)).status).toBe(200);
    // Who looks is noted as with the own cases, and what is done for them is done under the own name.
    const person = await coach.get<ParticipantRow>(`/api/participants/${theirs}`);
    expect(await notedOf(demo, person)).toMatchObject([{ action: 'participants.read', participants: [theirs], email: 'coach@stegvis.example' }]);
    expect((await coach.send('PUT', `/api/participants/${theirs}`, person.body)).status).toBe(200);

    expect((await end(appointed.body.id)).body).toMatchObject({ inForce: false, over: true });
    expect(await seen()).toEqual([...own].sort());
    expect((await coach.get(`/api/participants/${theirs}/page`)).status).toBe(404);
    expect((await end(appointed.body.id)).status).toBe(409);
  });

  it('brings what waits for the coach to the stand-in’s day, and says for whom and until when', async () => {
    const before = (await coach.get<MyDay>('/api/my-day')).body;
    expect(before.standsInFor).toEqual([]);
    expect(new Set(before.caseload.map(({ standInFor }) => standInFor))).toEqual(new Set([null]));
    const { body: standIn } = await appoint();
    const day = (await coach.get<MyDay>('/api/my-day')).body;
    expect(day.standsInFor).toEqual([{ id: standIn.id, coachName: standIn.coachName, siteName: 'Gotland', endsOn: inDays(9) }]);
    const covered = day.caseload.filter(({ standInFor }) => standInFor === standIn.coachName).map(({ participantId }) => participantId);
    expect(covered.length).toBe(day.caseload.length - before.caseload.length);
    expect(covered.filter((id) => !colleagues.includes(id) || own.includes(id))).toEqual([]);
    const [due] = await demo.database.sql<{ count: number }>(
      `select count(*)::integer as count from app.reminder r join app.enrolment e on e.id = r.enrolment_id
       where r.staff_id = $1 and r.site_id = $2 and e.participant_id::text = any ($3) and r.state in ('open', 'snoozed') and app.reminder_is_due(r.state, r.due_date, r.snoozed_until)`,
      [coachId, siteId, colleagues],
    );
    expect(due?.count).toBeGreaterThan(0);
    expect(day.dueCount).toBe(before.dueCount + (due?.count ?? 0));
    await end(standIn.id);
    expect((await coach.get<MyDay>('/api/my-day')).body).toEqual(before);
  });

  it('includes whom the coach gains meanwhile, and not whom the coach hands over', async () => {
    const { body: standIn } = await appoint();
    const [someone] = await demo.database.sql<{ person: string; enrolment: string }>(
      `select e.participant_id as person, e.id as enrolment from app.enrolment e join app.participant p on p.id = e.participant_id
       where e.site_id = $1 and p.protection = 'none' and e.participant_id::text <> all ($2) order by 1 limit 1`,
      [siteId, both()],
    );
    expect((await coach.get(`/api/participants/${someone?.person}`)).status).toBe(404);
    await demo.database.sql(
      `insert into app.enrolment_coach (organisation_id, project_id, site_id, enrolment_id, staff_id, part, valid_from)
       select organisation_id, project_id, site_id, id, $2, 'co', app.today() from app.enrolment where id = $1`,
      [someone?.enrolment, coachId],
    );
    expect((await coach.get(`/api/participants/${someone?.person}`)).status).toBe(200);
    await demo.database.sql(`delete from app.enrolment_coach where enrolment_id = $1 and staff_id = $2`, [someone?.enrolment, coachId]);
    expect((await coach.get(`/api/participants/${someone?.person}`)).status).toBe(404);
    await end(standIn.id);
  });

  it('shows nobody before its first day, and nobody after its last', async () => {
    const { body: standIn } = await appoint({ startsOn: inDays(1) });
    expect(standIn).toMatchObject({ inForce: false, over: false });
    expect(await seen()).toEqual([...own].sort());
    // The days are moved, as the days go by.
    const move = (days: number) =>
      demo.database.sql(
        `update app.stand_in set starts_on = starts_on + $2::integer, ends_on = ends_on + $2::integer, version = version + 1 where id = $1`,
        [standIn.id, days],
      );
    await move(-1);
    expect(await seen()).toEqual(both());
    await move(-8);
    expect(await seen()).toEqual(both());
    await move(-1);
    expect(await seen()).toEqual([...own].sort());
    expect((await end(standIn.id)).status).toBe(409);
  });

  it('shows what was remembered of a sight on a day that is over to nobody', async () => {
    const { body: standIn } = await appoint({ endsOn: inDays(0) });
    expect(await seen()).toEqual(both());
    // Midnight: nothing is written, and the memory is of yesterday.
    await demo.database.sql('update app.sight set worked_out_for = worked_out_for - 1 where staff_id = $1', [standInId]);
    await demo.database.sql('alter table app.stand_in disable trigger user');
    await demo.database.sql('update app.stand_in set starts_on = starts_on - 1, ends_on = ends_on - 1 where id = $1', [standIn.id]);
    await demo.database.sql('alter table app.stand_in enable trigger user');
    expect(await seen()).toEqual([...own].sort());
  });

  it('does not show protected people, unless the stand-in is named', async () => {
    const { body: standIn } = await appoint();
    const theirs = somebodyOf(colleagues, own);
    const namedStaff = () => demo.database.sql('delete from app.named_staff where participant_id = $1', [theirs]);
    await protect(demo.database, theirs, [coachId]);
    expect((await coach.get(`/api/participants/${theirs}/page`)).status).toBe(404);
    expect(await seen()).toEqual(both().filter((id) => id !== theirs));
    await namedStaff();
    await demo.database.sql(
      `insert into app.named_staff (organisation_id, participant_id, staff_id, decided_by, decided_on, valid_from, valid_to)
       select organisation_id, id, $2, $2, app.today(), app.today(), app.today() + 90 from app.participant where id = $1`,
      [theirs, standInId],
    );
    expect((await coach.get(`/api/participants/${theirs}/page`)).status).toBe(200);
    await end(standIn.id);
    // To be named gives no sight of its own.
    expect((await coach.get(`/api/participants/${theirs}/page`)).status).toBe(404);
    await namedStaff();
    await demo.database.sql(`update app.participant set protection = 'none', version = version + 1 where id = $1`, [theirs]);
  });

  it('reaches only the caseload at the site, and not what the coach covers for somebody else', async () => {
    const { body: sites } = await local.get<{ id: string; name: string }[]>('/api/sites?_end=100');
    const elsewhere = sites.find(({ name }) => name === 'Jönköping')?.id;
    await demo.database.sql(`insert into app.role_assignment (staff_id, role, site_id, valid_from) values ($1, 'coach', $2, app.today())`, [
      coachId,
      elsewhere,
    ]);
    const [someone] = await demo.database.sql<{ id: string; person: string }>(
      `select e.id, e.participant_id as person from app.enrolment e join app.participant p on p.id = e.participant_id where e.site_id = $1 and p.protection = 'none' and e.participant_id::text <> all ($2) order by 1 limit 1`,
      [elsewhere, both()],
    );
    await demo.database.sql(
      `insert into app.enrolment_coach (organisation_id, project_id, site_id, enrolment_id, staff_id, part, valid_from)
       select organisation_id, project_id, site_id, id, $2, 'co', app.today() from app.enrolment where id = $1`,
      [someone?.id, coachId],
    );
    const { body: standIn } = await appoint();
    expect(await seen()).toEqual(both());
    // Somebody for whom the coach who is away stands in.
    const [third] = await demo.database.sql<{ id: string }>(
      `insert into app.staff (name, email) values ('Tredje Coach', 'tredje@spec.example') returning id`,
    );
    await demo.database.sql(`insert into app.role_assignment (staff_id, role, site_id, valid_from) values ($1, 'coach', $2, app.today())`, [
      third?.id,
      siteId,
    ]);
    const [waiting] = await demo.database.sql<{ id: string; person: string }>(
      `select e.id, e.participant_id as person from app.enrolment e join app.participant p on p.id = e.participant_id where e.site_id = $1 and p.protection = 'none' and e.participant_id::text <> all ($2) order by 1 limit 1`,
      [siteId, both()],
    );
    await demo.database.sql(
      `insert into app.enrolment_coach (organisation_id, project_id, site_id, enrolment_id, staff_id, part, valid_from)
       select organisation_id, project_id, site_id, id, $2, 'co', app.today() from app.enrolment where id = $1`,
      [waiting?.id, third?.id],
    );
    const chain = await appoint({ coachId: third?.id, standInId: coachId });
    expect(chain.status).toBe(201);
    expect((await coach.get(`/api/participants/${waiting?.person}`)).status).toBe(404);
    await end(chain.body.id);
    await end(standIn.id);
  });

  it('is decided by who leads the site, for coaches there, with a reason, for ninety days at most', async () => {
    const { body: sites } = await local.get<{ id: string }[]>('/api/sites?_end=100');
    const leaderId = (await local.get<{ id: string }>('/api/auth/me')).body.id;
    const refused: [object, number, string][] = [
      [{ reason: 'kort' }, 400, 'reason'],
      [{ endsOn: undefined }, 400, 'endsOn'],
      [{ endsOn: inDays(90) }, 400, 'endsOn'],
      [{ endsOn: inDays(-1), startsOn: inDays(-1) }, 400, 'startsOn'],
      [{ startsOn: inDays(5), endsOn: inDays(4) }, 400, 'endsOn'],
      [{ siteId: sites.find(({ id }) => id !== siteId)?.id }, 400, 'siteId'],
      [{ coachId: leaderId }, 400, 'coachId'],
      [{ standInId: leaderId }, 400, 'standInId'],
      [{ standInId: coachId }, 400, 'standInId'],
    ];
    for (const [more, wanted, input] of refused) {
      const { status, body } = await appoint(more);
      expect([more, status, Object.keys((body as unknown as { errors?: object }).errors ?? {})]).toEqual([more, wanted, [input]]);
    }
    const longest = await appoint({ endsOn: inDays(89) });
    expect(longest.status).toBe(201);
    expect((await appoint({ startsOn: inDays(89), endsOn: inDays(92) })).status).toBe(409);
    await end(longest.body.id);
    for (const role of ['coach', 'project-leader', 'administrator']) {
      const body = { siteId, coachId, standInId, startsOn: inDays(0), endsOn: inDays(9), reason };
      expect([role, (await (await demo.as(role)).post('/api/stand-ins', body)).status]).toEqual([role, 403]);
    }
  });

  it('is decided by somebody who has just shown who they are', async () => {
    await demo.database.sql(
      `update sign_in.session set authenticated_at = now() - interval '6 minutes' where staff_id = (select id from app.staff where email = 'local-leader@stegvis.example')`,
    );
    const refused = await appoint();
    expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([403, 'step-up-needed']);
    expect((await local.post('/api/auth/step-up', { password: 'stegvis-demo' })).status).toBe(204);
    const appointed = await appoint();
    expect(appointed.status).toBe(201);
    await end(appointed.body.id);
  });
});
