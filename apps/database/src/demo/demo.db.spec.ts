import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityVault, readIdentityNumber } from '@stegvis/domain/participants';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { loadSecrets } from '@stegvis/platform/settings';
import type { DataSource } from 'typeorm';
import { ownerSource } from '../data-source.js';
import { sightOf } from '../fence/sight.js';
import { statement, takeKey } from '../fence/testing.js';
import { whatItHolds } from './empty.js';
import { loadDemo } from './load-demo.js';
import { testCoordinationNumbers } from './test-numbers.js';
import { demoDatabase } from './testing.js';

let database: TestDatabase;
let owner: DataSource;
let identityKey: string;
const load = () => loadDemo(owner, { password: 'a password for specs', identityKey });

beforeAll(async () => {
  identityKey = loadSecrets(process.env.TEST_SECRETS).identityKey;
  database = await demoDatabase();
  owner = await ownerSource(database.url('owner')).initialize();
}, 180_000);

afterAll(async () => {
  await owner?.destroy();
  await database?.drop();
});

const count = async (from: string): Promise<number> => (await owner.query(`select count(*)::integer as n from ${from}`))[0].n;

describe('the demo world', () => {
  it('is known again, and an empty database is known as one', async () => {
    expect(await whatItHolds(owner.manager)).toBe('the demo world');
    const empty = await testDatabase();
    const source = await ownerSource(empty.url('owner')).initialize();
    expect(await whatItHolds(source.manager)).toBe('nothing');
    await source.destroy();
    await empty.drop();
  });

  it('has some 400 people in two projects, at nine municipalities and two sites', async () => {
    expect(await count('participant')).toBeGreaterThanOrEqual(390);
    expect(await count('participant')).toBeLessThanOrEqual(420);
    expect(await count('(select distinct project_id from enrolment) as p')).toBe(2);
    expect(await count('(select distinct site_id from enrolment) as s')).toBe(11);
    expect(await count('(select distinct status from enrolment) as s')).toBe(6);
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

  it('has numbers of the test series only, which the key opens and nothing else does', async () => {
    const vault = new IdentityVault(identityKey);
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
    expect(people.length).toBeGreaterThan(330);
  });

  it('gives two records of one person hashes that say nothing of it, unless they are at one place', async () => {
    expect(
      await count('participant p join participant o on o.identity_number_hash = p.identity_number_hash and o.organisation_id <> p.organisation_id'),
    ).toBe(0);
  });

  it('lets the funder read every report that was submitted, and no case', async () => {
    const [{ id }] = await owner.query(`select id from staff where email = 'funder@stegvis.example'`);
    const months = await count(
      `project p, generate_series(date_trunc('month', p.start_date::timestamp), date_trunc('month', today()::timestamp) - interval '1 month', '1 month') as m where p.kind = 'individual-support'`,
    );
    expect(await count(`submission s join report_run r on r.id = s.run_id where r.period_end = date_trunc('month', today())::date - 1`)).toBe(2);
    await takeKey(owner);
    const api = await ownerSource(database.url('api')).initialize();
    const sight = await sightOf(api, statement(id), ['submission', 'enrolment', 'participant', 'report_run', 'report_member']);
    await api.destroy();
    expect(sight).toMatchObject({
      // One month was submitted twice.
      submission: expect.stringMatching(new RegExp(`^${months + 1} `)),
      enrolment: '0 ',
      participant: '0 ',
      report_run: '0 ',
      report_member: '0 ',
    });
  });

  it('has one sign-in for each role, and a second for the administrator, who confirms roles', async () => {
    expect(await count(`sign_in.credential c join staff s on s.id = c.staff_id where c.password_hash like '$argon2id$v=19$m=19456,t=2,p=1$%'`)).toBe(
      7,
    );
    const held = await owner.query(
      `select s.email, array_agg(distinct r.role) as roles from sign_in.credential c join staff s on s.id = c.staff_id join role_assignment r on r.staff_id = s.id group by 1`,
    );
    for (const { email, roles } of held) expect(`${roles.join()}@stegvis.example`).toBe(email.replace('administrator-2@', 'administrator@'));
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
        'reminder',
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
    expect(await count(`history.row_version where table_name = 'enrolment'`)).toBe(
      (await owner.query('select sum(version)::integer as n from enrolment'))[0].n,
    );
  });

  it('is not taken for the demo once somebody else may sign in', async () => {
    await owner.query(`insert into staff (name, email) values ('Anna', 'anna@kommun.se')`);
    expect(await whatItHolds(owner.manager)).toBe('something else');
  });
});
