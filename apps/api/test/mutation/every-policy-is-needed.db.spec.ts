import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import type { DataSource } from 'typeorm';
import { ownerSource } from '../../../database/src/data-source.js';
import { notAsGenerated } from '../../../database/src/fence/as-generated.js';
import { type ServiceRole, serviceRoles } from '../../../database/src/roles/role-names.js';
import { wronglyAdded } from '../matrix/adding.js';
import { wronglyKept, wronglyMoved, wronglyTouched } from '../matrix/beside-the-rows.js';
import { Reaching, tables } from '../matrix/reaching.js';
import { type Service, services, wronglyServed } from '../matrix/services.js';
import { Seeded } from '../seeded.js';

const long = process.env.TEST_LONG === '1';
const sample = 24;
const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000);

interface Policy {
  schema: string;
  table: string;
  name: string;
  role: 'api' | Service;
  command: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL';
  permissive: 'PERMISSIVE' | 'RESTRICTIVE';
  using: string | null;
  check: string | null;
}
interface Mutation {
  how: 'weakened' | 'checked no more' | 'dropped';
  policy: Policy;
  statement: string;
}

/** Mutations that change nothing for anybody, and why. */
const without: readonly { of: (mutation: Mutation) => boolean; because: string }[] = [
  { of: ({ how, policy }) => how !== 'dropped' && policy.using === 'true', because: 'it is open already' },
  {
    of: ({ policy }) => policy.name === 'api_hides_protected' && policy.table === 'named_staff',
    because: 'whom one is named for is never hidden from oneself; it counts where another policy is open, too',
  },
  {
    of: ({ how, policy }) => how === 'checked no more' && policy.role !== 'api',
    because: 'what a job may is the same before and after',
  },
  {
    of: ({ how, policy }) => how === 'checked no more' && ['organisation', 'project', 'project_partner', 'site'].includes(policy.table),
    because: 'an administrator may change every one, whatever it becomes',
  },
  {
    of: ({ how, policy }) => how === 'checked no more' && ['participant', 'name_grant'].includes(policy.table),
    because: 'the API’s role has no right to the columns that it goes by',
  },
];

let database: TestDatabase;
let reaching: Reaching;
let owner: DataSource;
let roles: Record<ServiceRole, string>;
beforeAll(async () => {
  database = await testDatabase();
  reaching = await Reaching.over(database);
  owner = await ownerSource(database.url('owner')).initialize();
  roles = Object.fromEntries(serviceRoles.map((role) => [role, decodeURIComponent(new URL(database.url(role)).username)])) as typeof roles;
  // Rows of what the servers keep for themselves.
  await database.sql(`insert into app.doorbell (job, subject_id, relayed_at) values ('spec', gen_random_uuid(), now())`);
  await database.sql(`insert into app.worker_heartbeat (worker, beat_at) values ('spec', now()) on conflict do nothing`);
  await database.sql(
    `insert into app.project_partner (project_id, organisation_id) select p.id, o.id from app.project p, app.organisation o order by p.id, o.id limit 1`,
  );
}, 120_000);
afterAll(async () => {
  await reaching?.end();
  await owner?.destroy();
  await database?.drop();
});

async function policies(): Promise<Policy[]> {
  const roleOf = new Map((['api', ...services] as const).map((role) => [new URL(database.url(role)).username, role]));
  const rows = await database.sql<Omit<Policy, 'role'> & { roles: string[] }>(
    `select schemaname as schema, tablename as table, policyname as name, roles::text[], cmd as command, permissive, qual as using, with_check as check
     from pg_policies where schemaname in ('app', 'history', 'access_log') and policyname <> 'owner' order by 1, 2, 3`,
  );
  return rows.map(({ roles, ...row }) => ({ ...row, role: roleOf.get(roles[0] ?? '') as Policy['role'] }));
}

function mutationsOf(policy: Policy): Mutation[] {
  const at = `policy ${policy.name} on ${policy.schema}.${policy.table}`;
  const using = policy.using !== null ? ' using (true)' : '';
  const check = policy.check !== null ? ' with check (true)' : '';
  return [
    { how: 'weakened', policy, statement: `alter ${at}${using}${check}` },
    ...(policy.permissive === 'PERMISSIVE' && using && check ? [{ how: 'checked no more', policy, statement: `alter ${at}${check}` } as const] : []),
    { how: 'dropped', policy, statement: `drop ${at}` },
  ];
}

/** Puts a policy up again as it was. */
async function restore({ schema, table, name, role, command, permissive, using, check }: Policy): Promise<void> {
  await database.sql(`drop policy if exists ${name} on ${schema}.${table}`);
  const clauses = `${using === null ? '' : ` using (${using})`}${check === null ? '' : ` with check (${check})`}`;
  await database.sql(
    `create policy ${name} on ${schema}.${table} as ${permissive} for ${command} to ${new URL(database.url(role)).username}${clauses}`,
  );
}

/** The checks that may notice, each by the name of the test that makes it; the likeliest first. */
async function noticedBy({ schema, table, role, command }: Policy): Promise<string | undefined> {
  const relation = `${schema}.${table}`;
  const checks: [string, () => Promise<string[]>][] =
    role === 'api'
      ? [
          ...(command === 'INSERT'
            ? []
            : ([['the matrix of rows', () => (tables.includes(table) ? reaching.wrong(table, 1) : wronglyKept(reaching, table))]] as [
                string,
                () => Promise<string[]>,
              ][])),
          ['who adds rows', () => (tables.includes(table) ? wronglyAdded(reaching, table, 1) : wronglyKept(reaching, table))],
          ...(tables.includes(table)
            ? ([
                ['rows that are moved out of reach', () => wronglyMoved(reaching, table)],
                ['rows that are touched unread', () => wronglyTouched(reaching, table)],
              ] as [string, () => Promise<string[]>][])
            : []),
        ]
      : [['the services', () => wronglyServed(database, role, relation)]];
  // What nobody's asking brings to light is still not what the generator makes of the declarations.
  checks.push(['the fences as generated', async () => (await notAsGenerated(owner, roles)).map((fault) => fault.slice(0, 80))]);
  for (const [name, check] of checks) {
    const [first] = await check();
    if (first) return `${name}: ${first}`;
  }
  return undefined;
}

const nameOf = ({ how, policy }: Mutation) => `${how}: ${policy.name} on ${policy.schema}.${policy.table}`;

describe(`every policy is needed (seed ${seed})`, () => {
  it('before anything is taken away, everybody reaches what they should', async () => {
    const wrong: string[] = [];
    for (const table of tables) for (const check of [wronglyAdded, wronglyMoved, wronglyTouched]) wrong.push(...(await check(reaching, table)));
    for (const { role, schema, table } of await policies())
      wrong.push(...(role === 'api' ? await wronglyKept(reaching, table) : await wronglyServed(database, role, `${schema}.${table}`)));
    expect([...new Set(wrong)]).toEqual([]);
  }, 600_000);

  it(long
    ? 'each that is weakened or dropped is noticed'
    : `of those that are weakened or dropped, each of ${sample} drawn by chance is noticed`, async () => {
    const all = (await policies()).flatMap(mutationsOf).filter((mutation) => !without.some(({ of }) => of(mutation)));
    expect(all.length).toBeGreaterThan(150);
    const chance = new Seeded(seed);
    const chosen = long ? all : Array.from({ length: sample }, () => chance.one(all));
    const table: string[] = [];
    const unnoticed: string[] = [];
    for (const mutation of chosen) {
      await database.sql(mutation.statement);
      const noticed = await noticedBy(mutation.policy).finally(() => restore(mutation.policy));
      table.push(`${nameOf(mutation)} → ${noticed ?? 'NOBODY NOTICED'}`);
      if (!noticed) unnoticed.push(nameOf(mutation));
    }
    console.log(`TEST_SEED=${seed}, ${chosen.length} of ${all.length} mutations\n${table.join('\n')}`);
    expect(unnoticed).toEqual([]);
  }, 3_600_000);
});
