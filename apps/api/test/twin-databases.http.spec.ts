import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityVault } from '@stegvis/domain/participants';
import { protect } from '@stegvis/domain/participants/testing';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { loadSecrets } from '@stegvis/platform/settings';
import { Client } from './client.js';
import { demoDatabase } from './demo-api.js';
import { answerTo, everyRead, type Subjects } from './every-read.js';
import { type OurProcess, startApi } from './processes.js';

/** A person of the demo world who is protected in one database, and was never there in the other. */
interface Hidden {
  id: string;
  enrolmentId: string;
  organisationId: string;
  givenName: string;
  familyName: string;
  born: string;
  encrypted: Buffer;
  ids: string[];
}

const unnamed = ['coach', 'local-leader', 'administrator'] as const;
let withPerson: TestDatabase;
let without: TestDatabase;
let apis: [OurProcess, OurProcess];
let people: Hidden[];
let broughtTogether: number;
let subjects: Subjects;
const signedIn = new Map<string, [Client, Client]>();

beforeAll(async () => {
  [withPerson, without] = [await demoDatabase(), await demoDatabase()];
  people = await somePeople(withPerson);
  for (const person of people) {
    await takeAway(without, person);
    const [colleague] = await withPerson.sql<{ id: string }>(
      `select r.staff_id as id from app.role_assignment r join app.staff s on s.id = r.staff_id join app.enrolment e on e.site_id = r.site_id
       where e.id = $1 and r.role = 'coach' and r.valid_to is null and s.email <> 'coach@stegvis.example' order by 1 limit 1`,
      [person.enrolmentId],
    );
    await protect(withPerson, person.id, [colleague?.id as string]);
  }
  broughtTogether = (await bringTogether(withPerson, people[0] as Hidden)).length;
  apis = [await startApi(withPerson), await startApi(without)];
  for (const role of unnamed) {
    const [one, other] = apis.map(({ url }) => Client.signedIn(url, `${role}@stegvis.example`));
    signedIn.set(role, [(await one) as Client, (await other) as Client]);
  }
  subjects = await someSubjects();
}, 180_000);
afterAll(async () => {
  for (const api of apis ?? []) await api.stop();
  await withPerson?.drop();
  await without?.drop();
});

/** Two of the demo coach's caseload, and somebody else's at the demo leader's site; all of them with meetings and reminders. */
const somePeople = (db: TestDatabase) =>
  db.sql<Hidden>(
    `with coach as (select id from app.staff where email = 'coach@stegvis.example'),
     candidate as (
       select p.id, e.id as enrolment_id, p.organisation_id, p.given_name, p.family_name, p.date_of_birth::text, p.identity_number_encrypted,
              exists (select from app.enrolment_coach c, coach where c.enrolment_id = e.id and c.staff_id = coach.id and c.valid_to is null) as mine
       from app.participant p join app.enrolment e on e.participant_id = p.id
       where e.status = 'active' and p.identity_kind = 'personnummer' and p.protection = 'none'
         and e.site_id = (select r.site_id from app.role_assignment r, coach where r.staff_id = coach.id)
         and exists (select from app.reminder r where r.enrolment_id = e.id)
         and exists (select from app.attendance a join app.meeting m on m.id = a.meeting_id where a.enrolment_id = e.id and m.status = 'planned')
         and (select count(*) from app.enrolment other where other.participant_id = p.id) = 1
     )
     select c.id, c.enrolment_id as "enrolmentId", c.organisation_id as "organisationId", c.given_name as "givenName", c.family_name as "familyName",
            c.date_of_birth as born, c.identity_number_encrypted as encrypted,
            array[c.id, c.enrolment_id] || array(select r.id from app.reminder r where r.enrolment_id = c.enrolment_id order by 1 limit 1)
              || array(select a.meeting_id from app.attendance a where a.enrolment_id = c.enrolment_id order by 1 limit 1)
              || array(select g.id from app.stage_period g where g.enrolment_id = c.enrolment_id order by 1 limit 1) as ids
     from (select *, row_number() over (partition by mine order by id) as place from candidate) as c where place <= case when mine then 2 else 1 end`,
  );

/** The person was never there: no row of any table, no version of one. */
async function takeAway(db: TestDatabase, { id, enrolmentId }: Hidden): Promise<void> {
  const meetings = await db.sql<{ id: string }>(
    `select a.meeting_id as id from app.attendance a where a.enrolment_id = $1
     and not exists (select from app.attendance o where o.meeting_id = a.meeting_id and o.enrolment_id <> $1)`,
    [enrolmentId],
  );
  for (const table of [
    'report_member',
    'report_subject',
    'reminder',
    'attendance_note',
    'attendance',
    'stage_period',
    'voluntary_facts',
    'enrolment_coach',
  ])
    await db.sql(`delete from app.${table} where enrolment_id = $1`, [enrolmentId]);
  await db.sql('delete from app.meeting where id = any ($1)', [meetings.map((meeting) => meeting.id)]);
  await db.sql('delete from app.enrolment where id = $1', [enrolmentId]);
  await db.sql('delete from app.participant where id = $1', [id]);
  await db.sql('delete from history.row_version where enrolment_id = $1 or participant_id = $2 or row_id = any ($3)', [
    enrolmentId,
    id,
    meetings.map((meeting) => meeting.id),
  ]);
}

/** The person comes along to a meeting of the demo coach with somebody else, and to a colleague's with somebody whom the demo coach does not know. */
const bringTogether = (db: TestDatabase, { enrolmentId }: Hidden) =>
  db.sql(
    `with coach as (select id from app.staff where email = 'coach@stegvis.example'),
     place as (select m.id, m.coach_id = coach.id as mine, row_number() over (partition by m.coach_id = coach.id order by m.starts_at desc, m.id) as n
       from coach, app.meeting m where m.site_id = (select e.site_id from app.enrolment e where e.id = $1)
         and not exists (select from app.attendance a where a.meeting_id = m.id and a.enrolment_id = $1)
         and exists (select from app.attendance a join app.enrolment_coach c on c.enrolment_id = a.enrolment_id
                     where a.meeting_id = m.id and c.valid_to is null and (c.staff_id = coach.id) = (m.coach_id = coach.id)))
     insert into app.attendance (organisation_id, project_id, site_id, meeting_id, enrolment_id, state)
     select m.organisation_id, m.project_id, m.site_id, m.id, $1, 'expected' from place join app.meeting m on m.id = place.id where place.n <= 2 returning id`,
    [enrolmentId],
  );

/** Ids of the hidden and of what everybody may see, names and days of the hidden and of others. */
async function someSubjects(): Promise<Subjects> {
  const [leader] = signedIn.get('local-leader') as [Client, Client];
  const others: string[] = [];
  for (const list of ['participants', 'enrolments', 'meetings', 'reminders', 'stage-periods', 'projects', 'sites', 'staff', 'organisations'])
    others.push(...(await leader.get<{ id: string }[]>(`/api/${list}?_end=1`)).body.map((row) => row.id));
  return {
    ids: [...people.flatMap((person) => person.ids), ...others],
    texts: [...people.flatMap(({ givenName, familyName }) => [givenName, familyName, familyName.slice(0, 2)]), 'a', 'zzz'],
    days: people.map(({ born }) => born),
  };
}

/**
 * What was done since the databases were made is another thing in each, down to the second: one's own sign-ins, and what the access
 * log has of the questions themselves. What it tells of the past is compared below, on a past that is the same.
 */
const ownDoings = /^\/api\/(auth\/sessions|access-log|access-reviews|participants\/[^/]+\/access-log)/;

/** What differs between the two databases in what somebody who is not named reads and finds; no more is asked once `enough` does. */
async function differences(role: (typeof unnamed)[number], enough = Number.POSITIVE_INFINITY): Promise<{ asked: number; differ: string[] }> {
  const clients = signedIn.get(role) as [Client, Client];
  const { body: api } = await clients[0].get<Parameters<typeof everyRead>[0]>('/api/openapi.json');
  const vault = new IdentityVault(loadSecrets(process.env.TEST_SECRETS).identityKey);
  const questions: [string, unknown?][] = [
    ...everyRead(api, subjects)
      .filter((path) => !ownDoings.test(path))
      .map((path): [string] => [path]),
    ...[...subjects.texts, ...subjects.days, 'i dag', 'i morgon', 'i går'].map((q): [string, unknown] => ['/api/search', { q }]),
    ...people.map(({ encrypted, organisationId, id }): [string, unknown] => [
      '/api/participants/find',
      { identityNumber: vault.decrypt(encrypted, { organisationId, participantId: id }) },
    ]),
  ];
  const differ: string[] = [];
  for (let at = 0; at < questions.length && differ.length < enough; at += 8) {
    // Nobody asks so much in a minute, and would be refused the rest.
    for (const database of [withPerson, without]) await database.sql('delete from access_log.page');
    await Promise.all(
      questions.slice(at, at + 8).map(async ([path, body]) => {
        const [one, other] = await Promise.all(clients.map((client) => answerTo(client, path, body)));
        if (one !== other) differ.push(`${path} ${JSON.stringify(body) ?? ''}`);
      }),
    );
  }
  return { asked: questions.length, differ };
}

describe('abuse case 8: two databases, one with people who are protected and one without them', () => {
  it('are different: there is somebody to betray, in lists, at meetings, in reminders', () => {
    expect(people).toHaveLength(3);
    // Two meetings of the demo coach's own, and two of colleagues.
    expect(broughtTogether).toBe(4);
    for (const person of people) expect(person.ids).toHaveLength(5);
  });

  it.each(unnamed)(
    'read the same to the byte for a %s who is not named, whatever is asked',
    async (role) => {
      const { asked, differ } = await differences(role);
      expect(asked).toBeGreaterThan(300);
      expect(differ).toEqual([]);
    },
    120_000,
  );

  it('tell the same of who looked at whom, and of what was asked for in vain', async () => {
    const [leader, without_] = signedIn.get('local-leader') as [Client, Client];
    const auditors = (await Promise.all(apis.map(({ url }) => Client.signedIn(url, 'auditor@stegvis.example')))) as [Client, Client];
    const [coach] = await withPerson.sql<{ id: string }>(`select id from app.staff where email = 'coach@stegvis.example'`);
    const person = people[0] as Hidden;
    const [other] = (await leader.get<{ id: string }[]>('/api/participants?_end=1')).body as [{ id: string }];
    // In one database the person was shown and asked for; in the other, only somebody else was there to be shown.
    for (const [database, shown] of [
      [withPerson, [[person.id], [person.id, other.id], [other.id]]],
      [without, [[other.id], [other.id]]],
    ] as [TestDatabase, string[][]][]) {
      for (const [n, participants] of [...shown].reverse().entries())
        await database.sql(
          `insert into access_log.event (organisation_id, at, staff_id, roles, action, outcome, participants, criteria, hits, key)
           values ($1, '2001-02-03 10:00Z'::timestamptz - $2 * interval '1 minute', $3, '{coach}', 'participants.read', 'given', $4, null, $5,
                   ('00000000-0000-4000-8000-00000000000' || $2)::uuid)`,
          [person.organisationId, n, coach?.id, participants, participants.length],
        );
      await database.sql(
        `insert into access_log.event (organisation_id, at, staff_id, roles, action, outcome, record_id, key)
         values ($1, '2001-02-03 11:00Z', $2, '{coach}', 'participants.read', 'refused', $3, '00000000-0000-4000-8000-00000000000a')`,
        [person.organisationId, coach?.id, person.id],
      );
    }
    const year = 'from=2001-01-01&to=2001-12-31';
    const questions = [
      `/api/access-log?${year}`,
      `/api/access-log?${year}&participantId=${person.id}`,
      `/api/access-log?${year}&participantId=${other.id}`,
    ];
    questions.push(`/api/participants/${person.id}/access-log?${year}`, `/api/participants/${other.id}/access-log?${year}`);
    for (const place of ['0', '1', 'a']) questions.push(`/api/access-log/00000000-0000-4000-8000-00000000000${place}`);
    for (const [one, two] of [[leader, without_], auditors] as [Client, Client][])
      for (const path of questions) expect([path, await answerTo(one, path)]).toEqual([path, await answerTo(two, path)]);
    expect((await leader.get<unknown[]>(questions[0] as string)).body).toHaveLength(2);
    expect((await auditors[0].get<unknown[]>(questions[0] as string)).body).toHaveLength(3);
  });

  it('register the number of a protected person alike', async () => {
    const person = people[0] as Hidden;
    const vault = new IdentityVault(loadSecrets(process.env.TEST_SECRETS).identityKey);
    const [one, other] = signedIn.get('coach') as [Client, Client];
    const { body: sites } = await one.get<{ id: string; name: string }[]>('/api/sites?_end=100');
    const [here] = await withPerson.sql<{ id: string }>('select site_id as id from app.enrolment where id = $1', [person.enrolmentId]);
    expect(sites.map(({ id }) => id)).toContain(here?.id);
    const referral = {
      givenName: 'Ny',
      familyName: 'Person',
      dateOfBirth: '1980-01-01',
      gender: 'woman',
      identityKind: 'personnummer',
      identityNumber: vault.decrypt(person.encrypted, { organisationId: person.organisationId, participantId: person.id }),
      siteId: here?.id,
      referredOn: '2026-01-02',
    };
    const answers = await Promise.all([one, other].map((client) => answerTo(client, '/api/participants', referral)));
    const [first, second] = answers.map((answer) => answer.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id'));
    expect(first).toMatch(/^201 /);
    expect(first).toEqual(second);
  });

  it('differ as soon as the policies that hide are down, so that the questions would notice', async () => {
    const policies = await withPerson.sql<{ table: string }>(
      `select format('%I.%I', schemaname, tablename) as table from pg_policies where policyname = 'api_hides_protected' and permissive = 'RESTRICTIVE'`,
    );
    expect(policies.length).toBeGreaterThan(10);
    for (const { table } of policies) await withPerson.sql(`drop policy api_hides_protected on ${table}`);
    // To people every door hides by itself.
    const [{ condition } = { condition: '' }] = await withPerson.sql<{ condition: string }>(
      `select qual as condition from pg_policies where schemaname = 'app' and tablename = 'participant' and policyname = 'api_may_select'`,
    );
    const weakened = condition.replace(/\(id <> ALL \(\( SELECT access\.hidden_participants\(\) AS hidden_participants\)::uuid\[\]\)\) AND /, '');
    expect(weakened).not.toBe(condition);
    await withPerson.sql(`alter policy api_may_select on app.participant using ${weakened}`);
    for (const role of ['coach', 'local-leader'] as const) expect((await differences(role, 20)).differ.length).toBeGreaterThanOrEqual(20);
  }, 120_000);
});
