import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnitOfWork } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { aMeeting } from '../meetings/testing.js';
import { aParticipant, aStaff, aStandIn, aWorld, dayFromToday, protect, type World } from '../participants/testing.js';
import { type Drawn, drawing } from './draw.js';

let db: TestDatabase;
let work: UnitOfWork;
let world: World;
let leader: string;
/** The first day of the last whole month, its first Wednesday and Saturday, and the days from today to that Wednesday (negative). */
let days: { month: string; wednesday: string; saturday: string; offset: number };

beforeAll(async () => {
  db = await testDatabase();
  work = await db.work('api');
  world = await aWorld(db);
  leader = await aStaff(db, 'local-leader', { siteId: world.siteId, name: 'Ylva Ledare' });
  const [found] = await db.sql<typeof days>(
    `with m as (select (date_trunc('month', app.today()) - interval '1 month')::date as month),
          d as (select m.month, day::date from m, generate_series(m.month, m.month + 13, interval '1 day') as day)
     select min(month)::text as month, (min(day) filter (where extract(isodow from day) = 3))::text as wednesday,
            (min(day) filter (where extract(isodow from day) = 6))::text as saturday,
            min(day) filter (where extract(isodow from day) = 3) - app.today() as "offset" from d`,
  );
  days = found as typeof days;
});
afterAll(() => db?.drop());

/** What was noted of a look, in local time; gives the event's name. */
async function aLook(of: {
  by: string;
  at: string;
  people: string[];
  action?: string;
  criteria?: string[] | null;
  roles?: string[];
  shown?: string[];
}): Promise<string> {
  const [event] = await db.sql<{ key: string }>(
    `insert into access_log.event (organisation_id, at, staff_id, roles, action, outcome, participants, criteria, shown)
     values ($1, $2::timestamp at time zone 'Europe/Stockholm', $3, $4, $5, 'given', $6, $7, $8) returning key`,
    [world.organisationId, of.at, of.by, of.roles ?? ['coach'], of.action ?? 'participants.read', of.people, of.criteria ?? null, of.shown ?? []],
  );
  return event?.key ?? '';
}

const draw = async (seed = 1, siteId: string | null = world.siteId): Promise<Drawn> => {
  const [drawn] = await asStaff(world.localLeader, () =>
    work.read<Drawn>(drawing({ month: days.month, organisationId: world.organisationId, siteId, seed })),
  );
  return drawn as Drawn;
};
/** By which rules an event stands out. */
const rulesOf = async (event: string): Promise<string[]> => (await draw()).items.find((item) => item.event === event)?.rules ?? [];

let persons = 0;
/** Somebody at the site, with a coach of their own. */
const somebody = async (coachId: string, familyName = `Prov${'abcdefghijklmnopqrstuvwxyz'[persons++ % 26]}x`): Promise<string> =>
  (await aParticipant(db, { siteId: world.siteId, coachId, familyName })).participantId;

describe('a look stands out', () => {
  it('not at all in office hours at somebody of the own caseload', async () => {
    const person = await somebody(world.coach);
    expect(await rulesOf(await aLook({ by: world.coach, at: `${days.wednesday} 10:00`, people: [person] }))).toEqual([]);
  });

  it('at somebody with the same family name, or a part of it, the first time', async () => {
    const relative = await somebody(world.coach, 'Berg-Coach');
    const [first, again] = [
      await aLook({ by: world.coach, at: `${days.wednesday} 10:01`, people: [relative] }),
      await aLook({ by: world.coach, at: `${days.wednesday} 10:02`, people: [relative] }),
    ];
    expect(await rulesOf(first)).toEqual(['same-family-name']);
    expect(await rulesOf(again)).toEqual([]);
    const list = await aLook({ by: world.coach, at: `${days.wednesday} 10:00`, people: [relative], criteria: [] });
    expect(await rulesOf(list)).toEqual([]);
  });

  it('at somebody of another one’s caseload, unless they met, or something was changed or waited', async () => {
    const others = await somebody(world.colleague);
    const at = `${days.wednesday} 11:00`;
    expect(await rulesOf(await aLook({ by: world.coach, at, people: [others] }))).toEqual(['outside-caseload']);

    for (const [apart, rules] of [
      [30, []],
      [31, ['outside-caseload']],
    ] as const) {
      const met = await aParticipant(db, { siteId: world.siteId, coachId: world.colleague, startDate: await dayFromToday(db, -200) });
      await aMeeting(db, { coachId: world.coach, enrolmentIds: [met.enrolmentId], days: days.offset - apart });
      expect(await rulesOf(await aLook({ by: world.coach, at: `${days.wednesday} 11:01`, people: [met.participantId] }))).toEqual(rules);
    }

    const worked = await somebody(world.colleague);
    const look = await aLook({ by: world.coach, at: `${days.wednesday} 11:02`, people: [worked] });
    await aLook({ by: world.coach, at: `${days.wednesday} 11:03`, people: [worked], action: 'meetings.plan' });
    expect(await rulesOf(look)).toEqual([]);

    const away = await aStaff(db, 'coach', { siteId: world.siteId });
    const covered = await aParticipant(db, { siteId: world.siteId, coachId: away });
    const standing = { siteId: world.siteId, coachId: away, standInId: world.coach, appointedBy: leader };
    await aStandIn(db, { ...standing, from: days.offset, to: days.offset });
    expect(await rulesOf(await aLook({ by: world.coach, at: `${days.wednesday} 11:04`, people: [covered.participantId] }))).toEqual([]);
    expect(await rulesOf(await aLook({ by: world.colleague, at: `${days.wednesday} 11:05`, people: [covered.participantId] }))).toEqual([
      'outside-caseload',
    ]);
  });

  it('of a leader at somebody of the site for whom nothing waits, and not where a follow-up is past its day', async () => {
    const roles = ['local-leader'];
    const quiet = await somebody(world.coach);
    expect(await rulesOf(await aLook({ by: leader, at: `${days.wednesday} 12:00`, people: [quiet], roles }))).toEqual(['outside-caseload']);
    const due = await aParticipant(db, { siteId: world.siteId, coachId: world.coach });
    await db.sql(
      `insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, staff_id, due_date, state)
       select organisation_id, project_id, site_id, id, 'no-contact', id, $2, $3::date - 1, 'open' from app.enrolment where id = $1`,
      [due.enrolmentId, world.coach, days.wednesday],
    );
    expect(await rulesOf(await aLook({ by: leader, at: `${days.wednesday} 12:01`, people: [due.participantId], roles }))).toEqual([]);
  });

  it('at night and at the weekend, in Swedish time', async () => {
    const person = await somebody(world.coach);
    const at = async (moment: string) => rulesOf(await aLook({ by: world.coach, at: moment, people: [await somebody(world.coach)] }));
    expect(await at(`${days.wednesday} 05:59`)).toEqual(['at-night']);
    expect(await at(`${days.wednesday} 06:00`)).toEqual([]);
    expect(await at(`${days.wednesday} 19:59`)).toEqual([]);
    expect(await at(`${days.wednesday} 20:00`)).toEqual(['at-night']);
    expect(await at(`${days.saturday} 12:00`)).toEqual(['at-weekend']);
    const oversight = await aLook({
      by: leader,
      at: `${days.saturday} 13:10`,
      people: [person],
      action: 'participants.read-log',
      roles: ['local-leader'],
    });
    expect(await rulesOf(oversight)).toEqual([]);
    const list = await aLook({ by: world.coach, at: `${days.saturday} 13:00`, people: [person], action: 'my-day.read', criteria: [] });
    expect(await rulesOf(list)).toEqual([]);
  });

  it('at somebody who was opened with a reason, every time', async () => {
    const person = await somebody(world.coach);
    for (const minute of ['16:00', '16:01'])
      expect(
        await rulesOf(await aLook({ by: world.coach, at: `${days.wednesday} ${minute}`, people: [person], shown: ['name', 'opening'] })),
      ).toEqual(['opened-with-reason']);
  });

  it('when it makes fifteen different people within ten minutes, once a day', async () => {
    const quick = await aStaff(db, 'coach', { siteId: world.siteId, name: 'Kvick Snabb' });
    const people: string[] = [];
    for (let n = 0; n < 16; n++) people.push(await somebody(quick));
    const at = (second: number) => `${days.wednesday} 13:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;
    // The same one again and again is no crowd.
    for (let n = 0; n < 20; n++) await aLook({ by: quick, at: at(n), people: [people[0] as string] });
    const looks: string[] = [];
    for (const [n, person] of people.entries()) looks.push(await aLook({ by: quick, at: at(100 + n * 30), people: [person] }));
    const { items } = await draw();
    // The one who was opened a minute before is not new.
    expect(looks.map((look) => items.find(({ event }) => event === look)?.rules.includes('many-people') ?? false)).toEqual(
      looks.map((_, n) => n === 14),
    );
  });
});

describe('the sample', () => {
  it('is the same for the same seed, another one for another, and large enough', async () => {
    const sampled = async (seed: number) =>
      (await draw(seed)).items
        .filter(({ rules }) => rules.length === 0)
        .map(({ event }) => event)
        .sort();
    const person = await somebody(world.coach);
    for (let n = 0; n < 60; n++) await aLook({ by: world.coach, at: `${days.wednesday} 14:${String(n).padStart(2, '0')}`, people: [person] });
    const one = await sampled(7);
    expect(await sampled(7)).toEqual(one);
    expect(await sampled(8)).not.toEqual(one);
    const { looks, items } = await draw(7);
    expect(looks).toBeGreaterThan(100);
    expect(items.length).toBeGreaterThanOrEqual(20);
  });

  it('has no look at a protected person for whom the reviewer is not named', async () => {
    const person = await somebody(world.coach);
    const look = await aLook({ by: world.coach, at: `${days.saturday} 15:00`, people: [person] });
    expect(await rulesOf(look)).toEqual(['at-weekend']);
    await protect(db, person, [world.coach]);
    expect((await draw()).items.map(({ event }) => event)).not.toContain(look);
  });
});
