import { readFileSync } from 'node:fs';
import type { Sql } from './catalogue-faults.js';

/**
 * What the service roles may do with what no generator makes: schemas, functions, and tables that do not lie with the cases. PostgreSQL's own
 * answers, so that a right of everybody, or of a role that another one is a member of, counts as well. `$1` are the roles, `$2` their names.
 */
const rights = `
  with role as (select * from unnest($1::text[], $2::text[]) as r (role, name)),
  schema as (select oid, nspname from pg_namespace where nspname in ('app', 'access', 'history', 'sign_in', 'vault', 'access_log', 'public'))
  select format('schema %s', s.nspname) as thing, role.role, string_agg(what, ', ' order by what) as may
  from schema s, role, unnest(array['usage', 'create']) what where has_schema_privilege(role.name, s.oid, what) group by s.nspname, role.role
  union all
  select p.oid::regprocedure::text, role.role, 'execute' from pg_proc p join schema s on s.oid = p.pronamespace, role
  where has_function_privilege(role.name, p.oid, 'execute') and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
  union all
  select c.oid::regclass::text, role.role, string_agg(what || case when has_table_privilege(role.name, c.oid, what) then '' else ' (' || columns || ')' end, ', ' order by what)
  from pg_class c join schema s on s.oid = c.relnamespace, role, unnest(array['select', 'insert', 'update']) what,
       lateral (select string_agg(attname, ', ' order by attnum) as columns from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
                and has_column_privilege(role.name, c.oid, attnum, what)) own
  where c.relkind in ('r', 'p', 'v', 'm') and s.nspname <> 'app' and columns is not null group by c.oid, role.role
  union all
  select c.oid::regclass::text, role.role, what from pg_class c join schema s on s.oid = c.relnamespace, role, unnest(array['delete', 'truncate', 'references', 'trigger']) what
  where c.relkind in ('r', 'p', 'v', 'm') and s.nspname <> 'app' and has_table_privilege(role.name, c.oid, what)
  order by 1, 2, 3`;

/** As lines of the page that an auditor reads. */
export async function rightsFound(sql: Sql, roleNames: Readonly<Record<string, string>>): Promise<string[]> {
  const rows = await sql<{ thing: string; role: string; may: string }>(rights, [Object.keys(roleNames), Object.values(roleNames)]);
  return rows.map(({ thing, role, may }) => `| ${thing} | ${role} | ${may} |`);
}

/** The lines of that page. The code does not read it; a test does. */
export const rightsWritten = (): string[] =>
  readFileSync(new URL('rights.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|---') && !line.startsWith('| what |'));
