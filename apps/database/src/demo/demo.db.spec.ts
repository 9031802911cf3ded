import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityVault, readIdentityNumber } from '@stegvis/domain/participants';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import type { DataSource } from 'typeorm';
import { ownerSource } from '../data-source.js';
import { sightOf } from '../fence/sight.js';
import { statement } from '../fence/testing.js';
import { whatItHolds } from './empty.js';
import { loadDemo } from './load-demo.js';
import { testCoordinationNumbers } from './test-numbers.js';
import { testIdentityKey } from './testing.js';

let database: TestDatabase;
let owner: DataSource;
let before: string;
const load = () =>
  loadDemo(owner, {
    password: 'a password for specs',
    identityKey: testIdentityKey,
    urls: { report: database.url('report'), api: database.url('api') },
  });

beforeAll(async () => {
  database = await testDatabase();
  owner = await ownerSource(database.url('owner')).initialize();
  before = await whatItHolds(owner.manager);
  await load();
});

afterAll(async () => {
  await owner?.destroy();
  await database?.drop();
});

const count = async (from: string): Promise<number> => (await owner.query(`select count(*)::integer as n from ${from}`))[0].n;

/** Rules of every story, each as the rows that break it. */
const neverHappens: Readonly<Record<string, string>> = {
  'a meeting before the first day of the enrolment': `attendance a join meeting m on m.id = a.meeting_id join enrolment e on e.id = a.enrolment_id where e.start_date is null or local_day(m.starts_at) < e.start_date`,
  'a meeting after the exit': `attendance a join meeting m on m.id = a.meeting_id join enrolment e on e.id = a.enrolment_id where local_day(m.starts_at) > e.end_date`,
  'a meeting that is held in days to come': `meeting where status <> 'planned' and local_day(starts_at) >= today()`,
  'a meeting outside the project': `meeting m join project p on p.id = m.project_id where local_day(m.starts_at) not between p.start_date and p.end_date`,
  'a coach in two meetings at once': `meeting m join meeting o on o.coach_id = m.coach_id and o.id <> m.id and o.starts_at = m.starts_at`,
  'a meeting with a coach who does not work there that day': `meeting m where not exists (select from role_assignment r where r.staff_id = m.coach_id and r.site_id = m.site_id and r.role = 'coach'
    and local_day(m.starts_at) between r.valid_from and coalesce(r.valid_to, 'infinity'))`,
  'an internship before the referral': `stage_period s join enrolment e on e.id = s.enrolment_id where s.start_date < e.referred_on`,
  'a stage that goes on after the exit': `stage_period s join enrolment e on e.id = s.enrolment_id where e.end_date is not null and (s.end_date is null or s.end_date > e.end_date)`,
  'two main stages on a day': `stage_period s join stage_period o on o.enrolment_id = s.enrolment_id and o.id <> s.id and s.main and o.main and daterange(s.start_date, s.end_date, '[]') && daterange(o.start_date, o.end_date, '[]')`,
  'an active person without a main stage': `enrolment e where e.status = 'active' and not exists (select from stage_period s where s.enrolment_id = e.id and s.main and today() between s.start_date and coalesce(s.end_date, 'infinity'))`,
  'a start before the referral': 'enrolment where start_date < referred_on',
  'an active person without a main coach': `enrolment e where e.status = 'active' and not exists (select from enrolment_coach c where c.enrolment_id = e.id and c.part = 'main' and c.valid_to is null)`,
  'a coach of a case who has left': `enrolment_coach c join staff s on s.id = c.staff_id where not s.active and (c.valid_to is null or c.valid_to >= today())`,
  'facts of a re-entry that differ from the first': `enrolment e join enrolment f on f.participant_id = e.participant_id and f.start_date < e.start_date
    where (e.gender, e.labour_status, e.education_level, e.citizenship) is distinct from (f.gender, f.labour_status, f.education_level, f.citizenship)`,
  'an exit to work into unemployment': `enrolment where exit_reason = 'work' and exit_labour_status not in ('employed', 'self-employed')`,
  'an e-mail address that could be real': `(select email from participant union all select email from staff) as e where email not like '%.example'`,
  'a telephone number that could be real': `participant where phone is not null and phone !~ '^070-17406(0[5-9]|[1-9][0-9])$'`,
  'a summary of a meeting that nobody attended': `attendance_note n join attendance a on a.id = n.id where n.summary is not null and a.state <> 'attended'`,
  'a gap in a sentence': `attendance_note where concat(summary, internal_note, next_step) ~ '[{}]|undefined'`,
  'a version that was raised': `(select version from enrolment union all select version from participant union all select version from meeting) as v where version <> 1`,
};

describe('the demo world', () => {
  it('went into an empty database, and is known again', async () => {
    expect(before).toBe('nothing');
    expect(await whatItHolds(owner.manager)).toBe('the demo world');
  });

  it.each(Object.entries(neverHappens))('has no %s', async (_, from) => {
    expect(await count(from)).toBe(0);
  });

  it('has about 160 people in two projects, of every kind of status and gender', async () => {
    expect(await count('participant')).toBeGreaterThanOrEqual(150);
    expect(await count('participant')).toBeLessThanOrEqual(175);
    expect(await count('(select distinct project_id from enrolment) as p')).toBe(2);
    expect(await count('(select distinct status from enrolment) as s')).toBe(6);
    expect(await count('(select distinct gender from enrolment) as g')).toBe(3);
    expect(await count(`(select distinct exit_reason from enrolment where exit_reason is not null) as r`)).toBeGreaterThanOrEqual(9);
    expect(await count('project')).toBe(5);
  });

  it('moves the projects by whole years, so that six months or more are left', async () => {
    const moved = await owner.query(
      `select extract(year from age(end_date, today()))::integer * 12 + extract(month from age(end_date, today()))::integer as months, real_period from project where kind = 'individual-support'`,
    );
    for (const { months, real_period } of moved) {
      expect(months).toBeGreaterThanOrEqual(6);
      expect(months).toBeLessThanOrEqual(18);
      expect(real_period).toMatch(/^20(19|20)-/);
    }
  });

  it('gives the demo coach a caseload and two meetings today', async () => {
    const mine = `enrolment e join enrolment_coach c on c.enrolment_id = e.id join staff s on s.id = c.staff_id where s.email = 'coach@stegvis.example'`;
    expect(await count(`${mine} and e.status = 'active'`)).toBe(14);
    expect(
      await count(
        `meeting m join staff s on s.id = m.coach_id where s.email = 'coach@stegvis.example' and local_day(m.starts_at) = today() and m.status = 'planned'`,
      ),
    ).toBe(2);
  });

  it('leaves something to be noticed: overdue contacts, meetings, facts, and internships that end', async () => {
    const lastContact = `(select max(local_day(m.starts_at)) from attendance a join meeting m on m.id = a.meeting_id where a.enrolment_id = e.id and a.state = 'attended' and m.status = 'held')`;
    expect(await count(`enrolment e where status = 'active' and ${lastContact} < today() - 30`)).toBeGreaterThanOrEqual(5);
    expect(await count(`meeting where status = 'planned' and local_day(starts_at) < today()`)).toBeGreaterThanOrEqual(5);
    expect(await count(`enrolment where status = 'active' and entry_facts_missing and start_date < today() - 14`)).toBeGreaterThanOrEqual(3);
    expect(await count(`enrolment where status = 'exited' and exit_facts_missing and end_date < today() - 21`)).toBeGreaterThanOrEqual(3);
    expect(await count(`stage_period where stage = 'internship' and end_date between today() and today() + 6`)).toBeGreaterThanOrEqual(4);
  });

  it('shows that women wait longer for an internship and leave to work less often', async () => {
    const waits = await owner.query(
      `select e.gender, avg(s.start_date - e.start_date)::integer as days from stage_period s join enrolment e on e.id = s.enrolment_id where s.stage = 'internship' group by 1`,
    );
    const exits = await owner.query(`select gender, avg((exit_reason = 'work')::integer) as share from enrolment where status = 'exited' group by 1`);
    const of = (rows: { gender: string; days: number; share: number }[], gender: string) => rows.find((row) => row.gender === gender);
    expect(of(waits, 'woman')?.days).toBeGreaterThan((of(waits, 'man')?.days ?? 0) + 20);
    expect(of(exits, 'man')?.share).toBeGreaterThan((of(exits, 'woman')?.share ?? 1) + 0.1);
  });

  it('has numbers of the test series only, which the key opens and nothing else does', async () => {
    const vault = new IdentityVault(testIdentityKey);
    const people = await owner.query(
      `select id, organisation_id, identity_kind, identity_number_encrypted as encrypted, identity_number_hash as hash from participant where identity_kind <> 'none'`,
    );
    const [{ today }] = await owner.query('select today() as today');
    for (const { id, organisation_id: organisationId, identity_kind: kind, encrypted, hash } of people) {
      const number = vault.decrypt(encrypted, { organisationId, participantId: id });
      expect(readIdentityNumber(number, today)).toMatchObject({ kind, number });
      expect(vault.hash(number, organisationId)).toEqual(hash);
      const inSeries = number >= '19760101' && number < '20140101' && ['238', '239'].includes(number.slice(8, 11));
      expect(kind === 'personnummer' ? inSeries || number === '196408233234' : testCoordinationNumbers.includes(number)).toBe(true);
    }
    expect(people.length).toBeGreaterThan(120);
  });

  it('has somebody whom two municipalities know, each by itself', async () => {
    expect(
      await count(
        `participant p join participant o on (o.given_name, o.family_name, o.date_of_birth) = (p.given_name, p.family_name, p.date_of_birth) and o.organisation_id < p.organisation_id`,
      ),
    ).toBe(1);
    expect(
      await count('participant p join participant o on o.identity_number_hash = p.identity_number_hash and o.organisation_id <> p.organisation_id'),
    ).toBe(0);
  });

  it('lets the funder read the reports of the last six months, and no case', async () => {
    const [{ id }] = await owner.query(`select id from staff where email = 'funder@stegvis.example'`);
    expect(await count(`submission s join report_run r on r.id = s.run_id where r.period_end = date_trunc('month', today())::date - 1`)).toBe(2);
    const api = await ownerSource(database.url('api')).initialize();
    const sight = await sightOf(api, statement(id), ['submission', 'enrolment', 'participant', 'report_run', 'report_member']);
    await api.destroy();
    expect(sight).toMatchObject({
      submission: expect.stringMatching(/^12 /),
      enrolment: '0 ',
      participant: '0 ',
      report_run: '0 ',
      report_member: '0 ',
    });
  });

  it('has one sign-in for each role', async () => {
    expect(await count(`sign_in.credential c join staff s on s.id = c.staff_id where c.password_hash like '$argon2id$v=19$m=19456,t=2,p=1$%'`)).toBe(
      5,
    );
    const held = await owner.query(
      `select s.email, array_agg(distinct r.role) as roles from sign_in.credential c join staff s on s.id = c.staff_id join role_assignment r on r.staff_id = s.id group by 1`,
    );
    for (const { email, roles } of held) expect(`${roles.join()}@stegvis.example`).toBe(email);
  });

  it('can be loaded anew, is then the same, and leaves nothing behind', async () => {
    const digests = async () => {
      const rows: Record<string, string> = {};
      for (const table of [
        'enrolment',
        'stage_period',
        'meeting',
        'attendance',
        'attendance_note',
        'enrolment_coach',
        'staff',
        'project',
        'voluntary_facts',
      ]) {
        [{ digest: rows[table] }] = await owner.query(`select md5(string_agg(t::text, ',' order by t.id)) as digest from ${table} t`);
      }
      [{ digest: rows.participant }] = await owner.query(
        `select md5(string_agg((to_jsonb(t) - 'identity_number_encrypted')::text, ',' order by t.id)) as digest from participant t`,
      );
      return rows;
    };
    const first = await digests();
    await owner.query(`insert into organisation (name, kind) values ('Ett företag', 'company')`);
    await load();
    expect(await digests()).toEqual(first);
    expect(await count(`organisation where name = 'Ett företag'`)).toBe(0);
    expect(await count('history.row_version v join enrolment e on e.id = v.row_id and v.table_name = $$enrolment$$')).toBe(await count('enrolment'));
  });

  it('is not taken for the demo once somebody else may sign in', async () => {
    await owner.query(`insert into staff (name, email) values ('Anna', 'anna@kommun.se')`);
    expect(await whatItHolds(owner.manager)).toBe('something else');
  });
});
