import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { serviceRoles } from '../roles/role-names.js';
import { catalogueFaults } from './catalogue-faults.js';
import { fences } from './fences.js';

let database: TestDatabase;
let roles: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  roles = Object.fromEntries(serviceRoles.map((role) => [role, decodeURIComponent(new URL(database.url(role)).username)]));
});

afterAll(() => database?.drop());

const faults = () => catalogueFaults(database.sql, fences, roles);

describe('the catalogue (abuse cases 4 and 19: references that forget the organisation, views that go round)', () => {
  it('holds exactly the fences that are declared', async () => {
    expect(await faults()).toEqual([]);
  });

  it('gives the service roles no way round the policies', async () => {
    const found = await database.sql(
      'select rolname from pg_roles where rolname = any ($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)',
      [Object.values(roles)],
    );
    expect(found).toEqual([]);
    const members = await database.sql('select from pg_auth_members where member::regrole::text = any ($1)', [Object.values(roles)]);
    expect(members).toEqual([]);
    expect(await database.sql('select rolname from pg_roles where rolname = any ($1)', [Object.values(roles)])).toHaveLength(serviceRoles.length);
  });

  it('belongs to an owner who is no superuser, and whom policies bind', async () => {
    expect(await database.sql('select rolsuper, rolbypassrls from pg_roles where rolname = current_user')).toEqual([
      { rolsuper: false, rolbypassrls: false },
    ]);
    const others = await database.sql(
      `select oid::regclass::text from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and relowner <> current_user::regrole`,
    );
    expect(others).toEqual([]);
  });

  it('keeps tables, functions and schemas for those who were given them', async () => {
    const made = await database.sql(
      `select has_schema_privilege(r, s, 'create') as may from unnest($1::text[]) r, unnest(array['app', 'access', 'history', 'sign_in', 'public']) s`,
      [Object.values(roles)],
    );
    expect(made.filter(({ may }) => may)).toEqual([]);
  });
});

/** Faults of many kinds, each planted by a statement, and what the check must say of it. */
const planted: readonly [fault: string, plant: (api: string) => string, says: string][] = [
  ['a table that nobody fenced', () => 'create table app.diary (id uuid primary key)', 'row security is on and forced: diary'],
  [
    'a fenced table that nobody declared',
    () =>
      'create table app.diary (id uuid primary key); alter table app.diary enable row level security; alter table app.diary force row level security',
    'not declared: diary',
  ],
  [
    'a fence that does not bind the owner',
    () => 'alter table app.attendance_note no force row level security',
    'row security is on and forced: attendance_note',
  ],
  ['a fence that is down', () => 'alter table app.participant disable row level security', 'row security is on and forced: participant'],
  ['a policy more', (api) => `create policy leak on app.participant for select to ${api} using (true)`, 'doors not declared'],
  ['a policy less', () => 'drop policy api_may_select on app.meeting', 'doors missing: meeting'],
  ['a policy for everybody', () => 'create policy everybody on app.enrolment for select using (true)', 'doors not declared'],
  [
    'a protected person who is hidden no longer',
    () => 'drop policy api_hides_protected on app.stage_period',
    'is hidden with a protected one: stage_period',
  ],
  [
    'a protected person who is hidden by a policy that only gives',
    (api) =>
      `drop policy api_hides_protected on app.reminder; create policy api_hides_protected on app.reminder for all to ${api} using (enrolment_id <> all ((select access.hidden_enrolments())::uuid[]))`,
    'is hidden with a protected one: reminder',
  ],
  [
    'a door to people that leaves nobody out',
    () => 'alter policy api_may_select on app.participant using (site_ids && (select (access.my_sight()).led_sites))',
    'every door to people leaves out a protected one: api_may_select',
  ],
  [
    'a door to people that leaves a protected one out of one gate alone',
    () =>
      `alter policy api_may_select on app.participant using (((id <> all ((select access.hidden_participants())::uuid[])) and gender = 'woman') or gender = 'man')`,
    'every door to people leaves out a protected one: api_may_select',
  ],
  [
    'history of protected people',
    () => 'drop policy api_hides_protected on history.row_version',
    'is hidden with a protected one: history.row_version',
  ],
  [
    'a new table of the case without protection',
    () => 'create table app.diary (id uuid primary key, enrolment_id uuid not null)',
    'is hidden with a protected one: diary',
  ],
  ['a right more', (api) => `grant delete on app.enrolment to ${api}`, 'doors not declared: enrolment: api may delete'],
  ['a right to one column more', (api) => `grant update (organisation_id) on app.participant to ${api}`, 'doors not declared: participant'],
  ['a right for everybody', () => 'grant select on app.reminder to public', 'everybody has no right to a table'],
  ['a column for everybody', () => 'grant select (given_name) on app.participant to public', 'everybody has no right to a table'],
  ['a schema for everybody', () => 'grant usage on schema sign_in to public', 'everybody has no right to a schema'],
  ['a function for everybody', () => 'grant execute on function access.my_sites(text) to public', 'everybody may execute none'],
  [
    'a definer function with a search path of its caller',
    () => `create function access.all_people() returns bigint language sql security definer as 'select count(*) from app.participant'`,
    'a definer function has an empty search path',
  ],
  [
    'a view',
    (api) => `create view app.everyone as select * from app.participant; grant select on app.everyone to ${api}`,
    'a view asks as its reader',
  ],
  ['a materialised view', () => 'create materialized view app.everyone as select * from app.participant', 'nothing is materialised'],
  [
    'a reference that forgets the organisation',
    () => 'alter table app.attendance_note add constraint loose foreign key (id) references app.attendance (id)',
    'carries the organisation: loose',
  ],
  ['history that is not written', () => 'alter table app.stage_period disable trigger history_of_update', 'triggers missing: stage_period'],
  ['a version that need not rise', () => 'drop trigger raise_version on app.enrolment', 'triggers missing: enrolment'],
];

describe('a planted fault is noticed', () => {
  it.each(planted)('%s', async (_, plant, says) => {
    const own = await testDatabase();
    try {
      await own.sql(plant(roles.api as string));
      expect((await catalogueFaults(own.sql, fences, roles)).join('\n')).toContain(says);
    } finally {
      await own.drop();
    }
  });
});
