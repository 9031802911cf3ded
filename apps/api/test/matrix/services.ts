import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import pg from 'pg';

export const services = ['auth', 'worker', 'report'] as const;
export type Service = (typeof services)[number];

/**
 * What the role of a service reaches of a table that it has a right to: everything for a job that is stated, or at the sign-in, and nothing
 * otherwise. Where it deviates, as sentences. Nothing of it stays.
 */
export async function wronglyServed(database: TestDatabase, service: Service, relation: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url(service), options: '-c timezone=UTC -c search_path=app' });
  await client.connect();
  try {
    await client.query('begin');
    const wrong: string[] = [];
    for (const stated of service === 'auth' ? [true] : [false, true]) {
      if (stated && service !== 'auth') await client.query(`select access.enter_as_job('spec', 'spec')`);
      for (const sentence of await faultsOf(database, client, service, relation, stated)) wrong.push(sentence);
    }
    return wrong;
  } finally {
    await client.end();
  }
}

async function faultsOf(database: TestDatabase, client: pg.Client, service: Service, relation: string, stated: boolean): Promise<string[]> {
  const who = `${service}, ${stated ? 'for a job that is stated,' : 'for nobody,'}`;
  const attempt = async (text: string, values: unknown[] = []): Promise<{ code: string; rows: number }> => {
    await client.query('savepoint attempt');
    const came = await client.query(text, values).then(
      ({ rowCount }) => ({ code: '', rows: rowCount ?? 0 }),
      (fault: { code: string }) => ({ code: fault.code, rows: 0 }),
    );
    await client.query('rollback to savepoint attempt');
    return came;
  };
  const [all] = await database.sql<{ rows: number }>(`select count(*)::integer as rows from ${relation}`);
  const may = async (command: string) =>
    (
      await client.query<{ columns: string[] | null }>(
        `select array_agg(quote_ident(attname) order by attnum) as columns from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '' and has_column_privilege(attrelid, attnum, $2)`,
        [relation, command],
      )
    ).rows[0]?.columns;
  const wrong: string[] = [];
  const [read, changed, added] = [await may('select'), await may('update'), await may('insert')];
  const right = stated ? all?.rows : 0;
  if (read) {
    const { rows } = await attempt(`select 1 from ${relation}`);
    if (rows !== right) wrong.push(`${who} reads ${rows} of ${all?.rows} rows of ${relation}`);
  }
  if (changed) {
    const [column = ''] = changed.includes('version') ? ['version'] : changed;
    const { code, rows } = await attempt(`update ${relation} set ${column} = ${column === 'version' ? '0' : 'null'}`);
    if ((code !== '' || rows > 0) !== stated) wrong.push(`${who} changes rows of ${relation}: ${code} ${rows}`);
  }
  if (added) {
    const [like] = await database.sql<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${relation} t limit 1`);
    const row = { ...like?.row, ...(typeof like?.row.id === 'string' && { id: randomUUID() }) };
    const columns = added.join(', ');
    const { code } = await attempt(
      `insert into ${relation} (${columns}) select ${columns} from jsonb_populate_record(null::${relation}, $1::jsonb)`,
      [JSON.stringify(row)],
    );
    if ((code !== '42501') !== stated) wrong.push(`${who} adds to ${relation}: ${code}`);
  }
  const { rows: removable } = await client.query<{ may: boolean }>(`select has_table_privilege($1, 'delete') as may`, [relation]);
  if (removable[0]?.may) {
    const { code, rows } = await attempt(`delete from ${relation}`);
    if ((code !== '' || rows > 0) !== stated) wrong.push(`${who} removes rows of ${relation}: ${code} ${rows}`);
  }
  return wrong;
}
