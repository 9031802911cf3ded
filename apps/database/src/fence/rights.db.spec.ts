import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import pg from 'pg';
import { serviceRoles } from '../roles/role-names.js';
import type { Sql } from './catalogue-faults.js';
import { rightsFound, rightsWritten } from './rights.js';

const long = process.env.TEST_LONG === '1';
const sample = 60;
const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000);

let database: TestDatabase;
let owner: pg.Client;
let roles: Record<string, string>;
beforeAll(async () => {
  database = await testDatabase();
  roles = Object.fromEntries(serviceRoles.map((role) => [role, decodeURIComponent(new URL(database.url(role)).username)]));
  owner = new pg.Client({ connectionString: database.url('owner') });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await database?.drop();
});

/** One connection, on which what is changed can be taken back. */
const sql: Sql = async <Row>(text: string, values?: unknown[]) => (await owner.query(text, values)).rows as Row[];

/** Every right of every role turned round: given where it is not, taken where it is. */
async function everyRightTurned(): Promise<string[]> {
  const rows = await sql<{ statement: string }>(
    `with role as (select unnest($1::text[]) as name), schema as (select oid, nspname from pg_namespace where nspname in ('app', 'access', 'history', 'sign_in', 'vault', 'access_log'))
     select case when has_schema_privilege(role.name, s.oid, 'usage') then format('revoke usage on schema %I from %I', nspname, name) else format('grant usage on schema %I to %I', nspname, name) end as statement
     from schema s, role
     union all
     select case when has_function_privilege(role.name, p.oid, 'execute') then format('revoke execute on function %s from %I', p.oid::regprocedure, name)
                 else format('grant execute on function %s to %I', p.oid::regprocedure, name) end
     from pg_proc p join schema s on s.oid = p.pronamespace, role
     where not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
     union all
     select case when has_table_privilege(role.name, c.oid, what) then format('revoke %s on %s from %I', what, c.oid::regclass, name) else format('grant %s on %s to %I', what, c.oid::regclass, name) end
     from pg_class c join schema s on s.oid = c.relnamespace, role, unnest(array['select', 'insert', 'update', 'delete']) what
     where c.relkind in ('r', 'p') and s.nspname <> 'app'
     order by 1`,
    [Object.values(roles)],
  );
  return rows.map(({ statement }) => statement);
}

const different = (found: readonly string[], written: readonly string[]) => [
  ...found.filter((line) => !written.includes(line)).map((line) => `not written down: ${line}`),
  ...written.filter((line) => !found.includes(line)).map((line) => `not there: ${line}`),
];

describe(`the rights beside the fences (seed ${seed})`, () => {
  it('are those that are written down', async () => {
    expect(different(await rightsFound(sql, roles), rightsWritten())).toEqual([]);
  });

  it(long ? 'every one that is given or taken is noticed' : `every one of ${sample} that are given or taken is noticed`, async () => {
    const all = await everyRightTurned();
    expect(all.length).toBeGreaterThan(400);
    const step = long ? 1 : Math.floor(all.length / sample);
    const chosen = all.filter((_statement, at) => (at + seed) % step === 0);
    const unnoticed: string[] = [];
    for (const statement of chosen) {
      await owner.query('begin');
      await owner.query(statement);
      if (different(await rightsFound(sql, roles), rightsWritten()).length === 0) unnoticed.push(statement);
      await owner.query('rollback');
    }
    console.log(`TEST_SEED=${seed}: ${chosen.length} of ${all.length} rights were turned round, ${unnoticed.length} of them unnoticed`);
    expect(unnoticed).toEqual([]);
  }, 1_200_000);

  it('a right for everybody, or by way of another role, is one for each', async () => {
    for (const statement of [
      'grant execute on function access.refer(uuid, uuid, jsonb, bytea, bytea, text, date) to public',
      'grant usage on schema vault to public',
      'grant select (secret) on access.key to public',
    ]) {
      await owner.query('begin');
      await owner.query(statement);
      expect([statement, different(await rightsFound(sql, roles), rightsWritten()).length > 0]).toEqual([statement, true]);
      await owner.query('rollback');
    }
  });
});
