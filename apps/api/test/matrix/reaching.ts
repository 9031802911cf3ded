import { sourceOptions, type UnitOfWork } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase } from '@stegvis/platform/postgres/testing';
import { DataSource } from 'typeorm';
import { type Cell, nameOf, readCells } from './expected.js';
import { type People, thePeople } from './people.js';
import { type RowOf, rowsOf } from './rows.js';

export type Query = (text: string, values?: unknown[]) => Promise<unknown>;
class Undone extends Error {}

/** Who reaches which rows: what an auditor reads. */
export const rowCells: readonly Cell[] = readCells(new URL('rows.md', import.meta.url), /^(-|reads|writes)$/);
export const tables: readonly string[] = [...new Set(rowCells.map(({ route }) => route))];

/** The relation that a table of the matrix is; those that do not lie with the cases are named here. */
export const relationOf = (table: string): string => (table === 'row_version' ? 'history.row_version' : `app.${table}`);

/** Statements by the role of the API, as each of the askers, at a row of every kind; nothing of them stays. */
export class Reaching {
  private constructor(
    readonly database: TestDatabase,
    readonly people: People,
    readonly rows: ReadonlyMap<string, RowOf>,
    private readonly work: UnitOfWork,
    /** The role of the API, when nobody is stated. */
    private readonly unstated: DataSource,
  ) {}

  static async over(database: TestDatabase): Promise<Reaching> {
    const work = await database.work('api');
    const unstated = new DataSource(sourceOptions({ url: database.url('api'), poolSize: 1, applicationName: 'spec-rows' }));
    await unstated.initialize();
    const people = await thePeople(database);
    return new Reaching(database, people, await rowsOf(database, people), work, unstated);
  }

  end(): Promise<void> {
    return this.unstated.destroy();
  }

  rowFor({ route: table, record, asker }: Cell): RowOf | undefined {
    return this.rows.get(`${table} ${record === 'self' ? `self ${asker}` : record}`);
  }

  /** What happens when somebody asks for a row, and when they try to change it. */
  async reach(cell: Cell): Promise<string> {
    const found = this.rowFor(cell);
    if (!found) return '-';
    const { key, value } = found;
    const relation = relationOf(cell.route);
    const reads = async (query: Query) => ((await query(`select ${key} from ${relation} where ${key} = $1`, [value])) as unknown[]).length > 0;
    const writes = async (query: Query) => {
      const set = found.versioned ? 'version = version + 1' : `${key} = ${key}`;
      const [, count] = (await query(`update ${relation} set ${set} where ${key} = $1`, [value])) as [unknown, number];
      return count > 0;
    };
    if (!(await this.tried(cell.asker, reads))) return (await this.tried(cell.asker, writes)) ? 'writes unread' : '-';
    return (await this.tried(cell.asker, writes)) ? 'writes' : 'reads';
  }

  /** Runs something as an asker and takes it back; what the role may not do at all, or a policy refuses, has not worked. */
  async tried(asker: Cell['asker'], what: (query: Query) => Promise<boolean>): Promise<boolean> {
    let worked = false;
    await this.as(asker, async (query) => {
      worked = await what(query);
    }).catch((fault: { code?: string }) => {
      if (fault.code !== '42501') throw fault;
    });
    return worked;
  }

  /** Runs something as an asker and takes it back. Rejects as PostgreSQL does. */
  async as(asker: Cell['asker'], what: (query: Query) => Promise<void>): Promise<void> {
    const run = async (query: Query): Promise<never> => {
      await what(query);
      throw new Undone();
    };
    const asked =
      asker === 'nobody'
        ? this.unstated.transaction((manager) => run((text, values) => manager.query(text, values)))
        : asStaff(this.people.askers[asker], () => this.work.transaction((manager) => run((text, values) => manager.query(text, values))));
    await asked.catch((fault: unknown) => {
      if (!(fault instanceof Undone)) throw fault;
    });
  }

  /** Where a table deviates from the matrix; only the first of it when that is enough. */
  async wrong(table: string, enough = Number.POSITIVE_INFINITY): Promise<string[]> {
    const wrong: string[] = [];
    for (const cell of rowCells) {
      if (cell.route !== table || wrong.length >= enough) continue;
      const came = await this.reach(cell);
      if (came !== cell.answer) wrong.push(`${nameOf(cell)}: ${cell.answer} is right, and it ${came}`);
    }
    return wrong;
  }
}
