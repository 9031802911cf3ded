import type { Fence } from './doors.js';
import { hidesProtected } from './generate.js';

/** Runs a statement as the database's owner. */
export type Sql = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;

const schemas = `array['app', 'access', 'history', 'sign_in', 'vault', 'access_log']::text[]`;
const own = `not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')`;

/**
 * What is wrong with the fences as they stand in the database, rule by rule: every row that a statement finds is a fault.
 * A table that a migration forgot, a right that somebody gave by hand, a view that goes round the policies: all show up.
 */
const rules: Readonly<Record<string, string>> = {
  'row security is on and forced': `
    select c.relname as fault from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration'
      and not (c.relrowsecurity and c.relforcerowsecurity)`,
  'history and the access log are fenced, too': `
    select c.relname as fault from pg_class c where c.relnamespace in ('history'::regnamespace, 'access_log'::regnamespace) and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
  'everybody has no right to a table, a column or a sequence': `
    select c.oid::regclass::text as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a where n.nspname = any (${schemas}) and a.grantee = 0
    union all
    select c.oid::regclass::text || '.' || t.attname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
    where n.nspname = any (${schemas}) and a.grantee = 0`,
  'everybody has no right to a schema': `
    select n.nspname as fault from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = any (${schemas} || 'public'::text) and a.grantee = 0`,
  'everybody may execute none of our functions': `
    select p.oid::regprocedure::text as fault from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
    where n.nspname = any (${schemas}) and a.grantee = 0 and ${own}`,
  'a definer function has an empty search path': `
    select p.oid::regprocedure::text as fault from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = any (${schemas}) and p.prosecdef and not coalesce('search_path=""' = any (p.proconfig), false)`,
  'a view asks as its reader, and nothing is materialised': `
    select c.oid::regclass::text as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any (${schemas} || 'public'::text) and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)))
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  'a reference between rows of a case carries the organisation': `
    select c.conname as fault from pg_constraint c
    where c.contype = 'f' and c.conrelid::regclass::text = any ($1::text[]) and c.confrelid::regclass::text = any ($2::text[])
      and not exists (select from unnest(c.conkey, c.confkey) as k (here, there)
                      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.here join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.there
                      where a.attname = 'organisation_id' and b.attname = 'organisation_id')`,
  'what is of one person is hidden with a protected one': `
    select distinct c.oid::regclass::text as fault from pg_class c join pg_attribute t on t.attrelid = c.oid and t.attnum > 0
    where c.relnamespace::regnamespace::text in ('app', 'history') and c.relkind in ('r', 'p')
      and (t.attname in ('participant_id', 'enrolment_id') or c.oid in ('app.enrolment'::regclass, 'app.meeting'::regclass))
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = '${hidesProtected}' and not p.polpermissive and p.polcmd = '*')`,
  'every door to people leaves out a protected one': `
    select p.polname as fault from pg_policy p where p.polrelid = 'app.participant'::regclass and p.polname like 'api\\_%'
      and not coalesce(pg_get_expr(p.polqual, p.polrelid) like '((id <> ALL (( SELECT access.hidden\\_participants() AS hidden\\_participants)::uuid[])) AND (%', false)`,
};

/** Every fault of the catalogue, as sentences; `roleNames` are the names of the service roles in this database. */
export async function catalogueFaults(sql: Sql, fences: readonly Fence[], roleNames: Readonly<Record<string, string>>): Promise<string[]> {
  const named = (kinds: readonly Fence['kind'][]) =>
    fences.filter(({ kind }) => kinds.includes(kind)).flatMap(({ table }) => [table, `app.${table}`]);
  const faults: string[] = [];
  for (const [rule, statement] of Object.entries(rules)) {
    const values = statement.includes('$1') ? [named(['case', 'figures']), named(['case'])] : [];
    for (const { fault } of await sql<{ fault: string }>(statement, values)) faults.push(`${rule}: ${fault}`);
  }
  return [...faults, ...(await differences('doors', doorsDeclared(fences), await doorsFound(sql, roleNames))), ...(await keeperFaults(sql, fences))];
}

const doorName = (table: string, role: string, command: string, columns: readonly string[] = ['all']) =>
  `${table}: ${role} may ${command} ${[...columns].sort().join(', ')}`;

/** Tables, rights and policies as fences.ts declares them. */
function doorsDeclared(fences: readonly Fence[]): string[] {
  return fences.flatMap(({ table, doors, unlessHidden, hiddenWithin }) => [
    `${table} is a table`,
    `${table}: policy owner for all to owner`,
    ...(unlessHidden && !hiddenWithin ? [`${table}: policy ${hidesProtected} for all to api, restrictive`] : []),
    ...doors.flatMap((one) => [
      doorName(table, one.role, one.command, one.columns),
      `${table}: policy ${one.role}_may_${one.command} for ${one.command} to ${one.role}`,
    ]),
  ]);
}

async function doorsFound(sql: Sql, roleNames: Readonly<Record<string, string>>): Promise<string[]> {
  const roleOf = (name: string) => Object.entries(roleNames).find(([, known]) => known === name)?.[0] ?? name;
  const found = await sql<{ table: string; grantee: string; command: string; columns: string[] | null }>(`
    select c.relname as table, a.grantee::regrole::text as grantee, lower(a.privilege_type) as command, null as columns
    from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.grantee <> c.relowner and a.grantee <> 0
    union all
    select c.relname, a.grantee::regrole::text, lower(a.privilege_type), array_agg(t.attname::text)
    from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a where c.relnamespace = 'app'::regnamespace and a.grantee <> c.relowner and a.grantee <> 0
    group by 1, 2, 3`);
  const policies = await sql<{ table: string; name: string; roles: string[]; command: string; permissive: string }>(`
    select tablename as table, policyname as name, roles::text[] as roles, lower(cmd) as command, permissive from pg_policies where schemaname = 'app'`);
  const [{ owner } = { owner: '' }] = await sql<{ owner: string }>('select current_user as owner');
  const tables = await sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and relname <> 'migration'`,
  );
  return [
    ...tables.map(({ name }) => `${name} is a table`),
    ...found.map(({ table, grantee, command, columns }) => doorName(table, roleOf(grantee), command, columns ?? undefined)),
    ...policies.map(({ table, name, roles, command, permissive }) => {
      const to = roles.map((role) => (role === owner ? 'owner' : roleOf(role))).join(' and ');
      return `${table}: policy ${name} for ${command} to ${to}${permissive === 'PERMISSIVE' ? '' : ', restrictive'}`;
    }),
  ];
}

async function keeperFaults(sql: Sql, fences: readonly Fence[]): Promise<string[]> {
  const triggers = await sql<{ name: string }>(`
    select c.relname || ': ' || t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'app'::regnamespace and t.tgenabled = 'O' and (t.tgname like 'history\\_of\\_%' or t.tgname = 'raise_version')`);
  const declared = fences.flatMap(({ table, history, versioned }) => [
    ...(history ? ['delete', 'insert', 'update'].map((operation) => `${table}: history_of_${operation}`) : []),
    ...(versioned ? [`${table}: raise_version`] : []),
  ]);
  return differences(
    'triggers',
    declared,
    triggers.map(({ name }) => name),
  );
}

function differences(what: string, declared: readonly string[], found: readonly string[]): string[] {
  return [
    ...declared.filter((one) => !found.includes(one)).map((one) => `${what} missing: ${one}`),
    ...found.filter((one) => !declared.includes(one)).map((one) => `${what} not declared: ${one}`),
  ];
}
