import type { DataSource } from 'typeorm';
import type { ServiceRole } from '../roles/role-names.js';
import { putUp } from './put-up.js';

/** What stands round the tables: policies with what they say, rights, triggers and whether they fire. One line each. */
const standing = `
  select format('%s: policy %s, %s, for %s to %s, using (%s), with check (%s)', p.polrelid::regclass, p.polname, case when p.polpermissive then 'permissive' else 'restrictive' end,
    p.polcmd, array(select r::regrole::text from unnest(p.polroles) r order by 1), pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as line
  from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace::regnamespace::text in ('app', 'history')
  union all
  select format('%s: %s may %s', c.oid::regclass, case a.grantee when 0 then 'everybody' else a.grantee::regrole::text end, a.privilege_type || case when a.is_grantable then ', and give it away' else '' end)
  from pg_class c, aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
  where c.relnamespace::regnamespace::text in ('app', 'history') and c.relkind in ('r', 'p', 'v', 'm')
  union all
  select format('%s.%s: %s may %s', c.oid::regclass, t.attname, case a.grantee when 0 then 'everybody' else a.grantee::regrole::text end, a.privilege_type)
  from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a where c.relnamespace::regnamespace::text in ('app', 'history')
  union all
  select format('%s: %s, %s', t.tgrelid::regclass, pg_get_triggerdef(t.oid), case t.tgenabled when 'O' then 'fires' else 'does not always fire' end)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace::regnamespace::text in ('app', 'history') and not t.tgisinternal
  union all
  select format('%s: row security %s, %s', c.oid::regclass, case when c.relrowsecurity then 'on' else 'off' end, case when c.relforcerowsecurity then 'forced' else 'not forced' end)
  from pg_class c where c.relnamespace::regnamespace::text in ('app', 'history') and c.relkind in ('r', 'p')
  order by 1`;

/** Undoes the fences that were put up to be looked at. */
class Seen extends Error {}

/**
 * Where the fences of a database are not what the generator makes of the declarations: each line that is there and should not be,
 * and each that should be and is not. The generator itself puts them up beside it, in a transaction that is taken back: PostgreSQL
 * writes both in the same words.
 */
export async function notAsGenerated(owner: DataSource, roles: Record<ServiceRole, string>): Promise<string[]> {
  const faults: string[] = [];
  const look = async (query: (text: string) => Promise<{ line: string }[]>) => (await query(standing)).map(({ line }) => line);
  await owner
    .transaction(async ({ queryRunner }) => {
      if (!queryRunner) throw new Error('A transaction has no connection');
      const found = await look((text) => queryRunner.query(text));
      await putUp(queryRunner, roles);
      const right = await look((text) => queryRunner.query(text));
      faults.push(...found.filter((line) => !right.includes(line)).map((line) => `too much: ${line}`));
      faults.push(...right.filter((line) => !found.includes(line)).map((line) => `missing: ${line}`));
      throw new Seen();
    })
    .catch((fault: unknown) => {
      if (!(fault instanceof Seen)) throw fault;
    });
  return faults;
}
