import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { Reaching, tables } from './reaching.js';

let database: TestDatabase;
let reaching: Reaching;
beforeAll(async () => {
  database = await testDatabase();
  reaching = await Reaching.over(database);
}, 60_000);
afterAll(async () => {
  await reaching?.end();
  await database?.drop();
});

describe('the matrix of rows', () => {
  it('has every table of the cases and figures, and those that all share', async () => {
    const there = await database.sql<{ table: string }>(
      `select relname as table from pg_class where relnamespace::regnamespace::text in ('app', 'history') and relkind in ('r', 'p')
       and has_any_column_privilege($1, oid, 'select') order by 1`,
      [new URL(database.url('api')).username],
    );
    // What is made by the servers for themselves tells of nobody's work: the memory of a sight, and whether a worker lives.
    const own = ['project_partner', 'sight', 'worker_heartbeat'];
    expect([...tables, ...own].sort()).toEqual(there.map(({ table }) => table).sort());
  });

  it.each(tables)('the role of the API reaches rows of %s as the matrix says', async (table) => {
    expect(await reaching.wrong(table)).toEqual([]);
  });
});
