import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccessReview, AccessReviewWithLooks } from '@stegvis/contracts/access-reviews/access-review';
import type { ReviewRule } from '@stegvis/contracts/access-reviews/codes';
import { anOrganisation, aParticipant, aProject, aSite, aStaff } from '@stegvis/domain/participants/testing';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { aSession } from '../a-session.js';
import { Client } from '../client.js';
import { type OurProcess, startApi } from '../processes.js';

const normalReads = process.env.TEST_LONG === '1' ? 5_000 : 500;
const coachCount = 5;
const caseload = 25;
/** What the curious do: so many times each. (An opening with a reason is told to the leader at once, and is a case of its own.) */
const ofEach = 4;
const ways = ['same-family-name', 'outside-caseload', 'many-people', 'at-night', 'at-weekend'] as const satisfies readonly ReviewRule[];

/** A read that was asked for, and when in the month it is said to have been. */
interface Read {
  by: string;
  person: string;
  /** Local time, `YYYY-MM-DD HH:MM:SS`. */
  at: string;
  /** Why it is curious; unset for a normal one. Reads of one burst share a name. */
  curious?: { rule: ReviewRule; name: string };
}

let database: TestDatabase;
let api: OurProcess;
let siteId: string;
let month: string;
let weekdays: string[];
let saturdays: string[];
let reviewer: string;
let otherLeader: string;
/** Each coach's people, the last four of whom have the coach's family name. */
const people = new Map<string, string[]>();
/** People for whom something waits for the leaders. */
const waiting: string[] = [];
const cookies = new Map<string, { Cookie: string }>();

beforeAll(async () => {
  database = await testDatabase();
  api = await startApi(database);
  const organisationId = await anOrganisation(database);
  siteId = await aSite(database, { projectId: await aProject(database, { ownerId: organisationId }), organisationId });
  [reviewer, otherLeader] = [
    await aStaff(database, 'local-leader', { siteId, name: 'Rut Granskare' }),
    await aStaff(database, 'local-leader', { siteId, name: 'Nils Nyfiken' }),
  ];
  const days = await database.sql<{ month: string; day: string; weekend: boolean; saturday: boolean }>(
    `with m as (select (date_trunc('month', app.today()) - interval '1 month')::date as first)
     select m.first::text as month, day::date::text as day, extract(isodow from day) >= 6 as weekend, extract(isodow from day) = 6 as saturday
     from m, generate_series(m.first, m.first + interval '1 month' - interval '1 day', interval '1 day') as day`,
  );
  month = days[0]?.month ?? '';
  weekdays = days.filter(({ weekend }) => !weekend).map(({ day }) => day);
  saturdays = days.filter(({ saturday }) => saturday).map(({ day }) => day);
  for (const family of ['Almgren', 'Björk', 'Cederlund', 'Dahlin', 'Ekström'].slice(0, coachCount)) await aCoachWithPeople(family);
}, 120_000);
afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

async function aCoachWithPeople(family: string): Promise<void> {
  const coach = await aStaff(database, 'coach', { siteId, name: `Kim ${family}` });
  const own: string[] = [];
  for (let n = 0; n < caseload + ofEach; n++) {
    const familyName = n < caseload ? `Person${'abcdefghijklmnopqrstuvwxyz'[n]}` : family;
    own.push((await aParticipant(database, { siteId, coachId: coach, familyName })).participantId);
  }
  people.set(coach, own);
  // Whose follow-up is past its day is looked at by the leaders.
  const late = await aParticipant(database, { siteId, coachId: coach, familyName: 'Sen' });
  await database.sql(
    `insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, staff_id, due_date, state)
     select organisation_id, project_id, site_id, id, 'no-contact', id, $2, $3::date - 5, 'open' from app.enrolment where id = $1`,
    [late.enrolmentId, coach, month],
  );
  waiting.push(late.participantId);
}

async function clientOf(staffId: string): Promise<{ client: Client; cookie: { Cookie: string } }> {
  const cookie = cookies.get(staffId) ?? (await aSession(database, staffId));
  cookies.set(staffId, cookie);
  return { client: new Client(api.url), cookie };
}

const clock = (minutes: number, seconds = 0) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:${String(seconds).padStart(2, '0')}`;
const dayAt = (n: number): string => weekdays[n % weekdays.length] as string;
const one = (all: readonly string[], n: number): string => all[n % all.length] as string;

/** A month of work: coaches with their own people in office hours, one look each eleven minutes at most, and leaders where something waits. */
function normal(): Read[] {
  const coaches = [...people.keys()];
  const days = weekdays.length;
  return Array.from({ length: normalReads }, (_, n): Read => {
    const round = Math.floor(n / coachCount);
    const at = `${dayAt(round)} ${clock(8 * 60 + (Math.floor(round / days) % 48) * 11)}`;
    if (n % 50 === 0) return { by: n % 100 === 0 ? reviewer : otherLeader, person: one(waiting, n / 50), at };
    const coach = one(coaches, n);
    return { by: coach, person: one((people.get(coach) as string[]).slice(0, caseload), round), at };
  });
}

/** Twenty things that somebody who is curious does. */
function curious(): Read[] {
  const coaches = [...people.keys()];
  return Array.from({ length: ofEach }, (_, n): Read[] => {
    const coach = one(coaches, n);
    const own = people.get(coach) as string[];
    const as = (rule: ReviewRule) => ({ rule, name: `${rule} ${n}` });
    return [
      { by: coach, person: own[caseload] as string, at: `${dayAt(n)} 17:20:00`, curious: as('same-family-name') },
      { by: otherLeader, person: own[n] as string, at: `${dayAt(n + 3)} 17:30:00`, curious: as('outside-caseload') },
      { by: coach, person: own[n + 5] as string, at: `${dayAt(n + 6)} ${clock(23 * 60 + n)}`, curious: as('at-night') },
      { by: coach, person: own[n + 6] as string, at: `${one(saturdays, n)} 14:00:00`, curious: as('at-weekend') },
      ...Array.from(
        { length: 15 },
        (_read, k): Read => ({
          by: coach,
          person: own[k] as string,
          at: `${dayAt(n + 9)} ${clock(18 * 60 + Math.floor(k / 2), (k % 2) * 30)}`,
          curious: as('many-people'),
        }),
      ),
    ];
  }).flat();
}

describe('abuse case 9: a curious look by somebody who has the right to look', () => {
  const requests = new Map<string, Read>();

  it(`is noted, like every one of ${normalReads} normal reads: one row each, with the person`, async () => {
    const reads = [...normal(), ...curious()];
    for (let from = 0; from < reads.length; from += 16)
      await Promise.all(
        reads.slice(from, from + 16).map(async (read) => {
          const { client, cookie } = await clientOf(read.by);
          const { status, headers } = await client.get(`/api/participants/${read.person}`, cookie);
          expect(status).toBe(200);
          requests.set(headers.get('x-request-id') as string, read);
        }),
      );
    const noted = await database.sql<{ request: string; staff: string; participants: string[] }>(
      'select request_id as request, staff_id as staff, participants::text[] from access_log.event where request_id = any ($1)',
      [[...requests.keys()]],
    );
    expect(noted).toHaveLength(reads.length);
    expect(
      noted.filter(({ request, staff, participants }) => {
        const read = requests.get(request);
        return staff !== read?.by || participants.length !== 1 || participants[0] !== read.person;
      }),
    ).toEqual([]);
    // The test has no month to wait: each read is moved to its place in the month.
    await database.sql(
      `update access_log.event e set at = moved.at::timestamp at time zone 'Europe/Stockholm'
       from unnest($1::text[], $2::text[]) as moved (request, at) where e.request_id = moved.request`,
      [[...requests.keys()], [...requests.values()].map(({ at }) => at)],
    );
  }, 600_000);

  it('stands in the list of the monthly review, and few others do', async () => {
    const { client, cookie } = await clientOf(reviewer);
    const started = await client.post<AccessReview>('/api/access-reviews', { siteId, month }, cookie);
    expect(started.status).toBe(201);
    expect(started.body.looks).toBe(requests.size);
    const { body } = await client.get<AccessReviewWithLooks>(`/api/access-reviews/${started.body.id}`, cookie);
    const events = await database.sql<{ id: string; request: string }>(
      'select key as id, request_id as request from access_log.event where key = any ($1)',
      [body.reviewed.map(({ event }) => event.id)],
    );
    const readOf = new Map(events.map(({ id, request }) => [id, requests.get(request)]));
    const found = new Set(
      body.reviewed.flatMap(({ event, rules }) => {
        const why = readOf.get(event.id)?.curious;
        return why && rules.includes(why.rule) ? [why.name] : [];
      }),
    );
    expect([...found].sort()).toEqual(ways.flatMap((rule) => Array.from({ length: ofEach }, (_, n) => `${rule} ${n}`)).sort());
    const falseAlarms = body.reviewed.filter(({ event, rules }) => rules.length > 0 && !readOf.get(event.id)?.curious);
    expect(falseAlarms.length).toBeLessThanOrEqual(normalReads * 0.05);
    expect(body.reviewed.filter(({ rules }) => rules.length === 0).length).toBeGreaterThan(0);
  }, 120_000);
});
