import type { DataSource, QueryRunner } from 'typeorm';

/** Which rows of each table somebody sees: how many, and a digest of their keys. Tables that are closed to the role are `refused`. */
export type Sight = Record<string, string>;

const keys: Readonly<Record<string, string>> = {
  project_partner: 'project_id::text || organisation_id',
  report_subject: 'run_id::text || enrolment_id',
  report_member: 'cell_id::text || enrolment_id',
  worker_heartbeat: 'worker',
  sight: 'staff_id::text',
};

/** The digest of a table's rows under a condition. */
export const digestOf = (table: string, condition = 'true'): string =>
  `select count(*) || ' ' || coalesce(md5(string_agg(${keys[table] ?? 'id::text'}, ',' order by ${keys[table] ?? 'id::text'})), '') as seen from app.${table} where ${condition}`;

export const nothing = '0 ';

/** Runs something in one transaction that states who asks, as the servers do, and rolls it back. */
export async function stating<T>(source: DataSource, statement: string | undefined, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  try {
    if (statement !== undefined) await runner.query(`select set_config('stegvis.asker', $1, true)`, [statement]);
    return await work(runner);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** No right to the table; or what was stated is no statement at all, and who asks cannot be made out. */
const refusals = ['42501', '22P02'];

/** What is seen of some tables by somebody who states who asks, or nobody. */
export async function sightOf(source: DataSource, statement: string | undefined, tables: readonly string[]): Promise<Sight> {
  return stating(source, statement, async (runner) => {
    const sight: Sight = {};
    for (const table of tables) {
      await runner.query('savepoint look');
      try {
        const [{ seen }] = await runner.query(digestOf(table));
        sight[table] = seen;
      } catch (fault) {
        if (!refusals.includes((fault as { code?: string }).code ?? '')) throw fault;
        sight[table] = 'refused';
        await runner.query('rollback to savepoint look');
      }
    }
    return sight;
  });
}
