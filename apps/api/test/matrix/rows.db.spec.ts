import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sourceOptions, type UnitOfWork } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { DataSource } from 'typeorm';
import { type Cell, nameOf, readCells } from './expected.js';
import { type People, thePeople } from './people.js';
import { type RowOf, rowsOf } from './rows.js';

const cells = readCells(new URL('rows.md', import.meta.url), /^(-|reads|writes)$/);
const tables = [...new Set(cells.map(({ route }) => route))];

let database: TestDatabase;
let work: UnitOfWork;
/** The role of the API, when nobody is stated. */
let unstated: DataSource;
let people: People;
let rows: Map<string, RowOf>;

beforeAll(async () => {
  database = await testDatabase();
  work = await database.work('api');
  unstated = await new DataSource(sourceOptions({ url: database.url('api'), poolSize: 1, applicationName: 'spec-rows' })).initialize();
  people = await thePeople(database);
  rows = await rowsOf(database, people);
}, 60_000);
afterAll(async () => {
  await unstated?.destroy();
  await database?.drop();
});

type Query = (text: string, values: unknown[]) => Promise<unknown>;
class Undone extends Error {}

/** What happens when somebody asks for a row, and when they try to change it; nothing of it stays. */
async function reach({ record, route: table, asker }: Cell): Promise<string> {
  const found = rows.get(`${table} ${record === 'self' ? `self ${asker}` : record}`);
  if (!found) return '-';
  const { key, value } = found;
  const reads = async (query: Query) => ((await query(`select ${key} from app.${table} where ${key} = $1`, [value])) as unknown[]).length > 0;
  const writes = async (query: Query) => {
    const set = found.versioned ? 'version = version + 1' : `${key} = ${key}`;
    const [, count] = (await query(`update app.${table} set ${set} where ${key} = $1`, [value])) as [unknown, number];
    return count > 0;
  };
  if (!(await tried(asker, reads))) return (await tried(asker, writes)) ? 'writes unread' : '-';
  return (await tried(asker, writes)) ? 'writes' : 'reads';
}

/** Runs something as an asker and takes it back; what the role may not do at all, or a policy refuses, has not worked. */
async function tried(asker: Cell['asker'], what: (query: Query) => Promise<boolean>): Promise<boolean> {
  let worked = false;
  const run = async (query: Query): Promise<never> => {
    worked = await what(query);
    throw new Undone();
  };
  const asked =
    asker === 'nobody'
      ? unstated.transaction((manager) => run((text, values) => manager.query(text, values)))
      : asStaff(people.askers[asker], () => work.transaction((manager) => run((text, values) => manager.query(text, values))));
  await asked.catch((fault: { code?: string }) => {
    if (!(fault instanceof Undone) && fault.code !== '42501') throw fault;
  });
  return worked;
}

describe('the matrix of rows', () => {
  it('has every table of the cases and figures, and those that all share', async () => {
    const there = await database.sql<{ table: string }>(
      `select relname as table from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p')
       and has_any_column_privilege($1, oid, 'select') order by 1`,
      [new URL(database.url('api')).username],
    );
    // What is made by the servers for themselves tells of nobody's work: the memory of a sight, and whether a worker lives.
    const own = ['project_partner', 'sight', 'worker_heartbeat'];
    expect([...tables, ...own].sort()).toEqual(there.map(({ table }) => table).sort());
  });

  it.each(tables)('the role of the API reaches rows of %s as the matrix says', async (table) => {
    const wrong: string[] = [];
    for (const cell of cells.filter(({ route }) => route === table)) {
      const came = await reach(cell);
      if (came !== cell.answer) wrong.push(`${nameOf(cell)}: ${cell.answer} is right, and it ${came}`);
    }
    expect(wrong).toEqual([]);
  });
});
