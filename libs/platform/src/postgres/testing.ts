import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { loadSecrets, type Secrets } from '../settings/index.js';
import { request, type Session } from './asker.js';
import { type Entities, openFenced, sourceOptions } from './data-source.js';
import { UnitOfWork } from './unit-of-work.js';

type Role = 'owner' | keyof Secrets['roles'];

/** The databases of this spec file that are in use. */
const open = new Set<TestDatabase>();

/** A database of its own for one spec file: a clone of the migrated template, gone when the spec is done. */
export interface TestDatabase {
  url(role: Role): string;
  /** Runs a statement as the owner, whom policies let see everything. */
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** A unit of work as one of the servers' roles. */
  work(role: Exclude<Role, 'owner' | 'auth'>, entities?: Entities): Promise<UnitOfWork>;
  /** Ends its connections, and leaves it. */
  close(): Promise<void>;
  drop(): Promise<void>;
}

function fromRunner(name: 'TEST_DATABASE_URL' | 'TEST_SECRETS'): string {
  // biome-ignore lint/style/noProcessEnv: the test runner hands its servers to the specs this way
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: database specs run by "npm test"`);
  return value;
}

/** Clones the template that the test runner has migrated. */
export const testDatabase = (): Promise<TestDatabase> => cloneOf(nameIn(templateUrl()), `t_${randomBytes(6).toString('hex')}`);

/** An arbitrary number that names this lock: one spec file fills a database, and the others wait for it. */
const fillLock = 7_834_654;

/**
 * Clones a database that the first spec file of the run to want it has filled, under a name that says with what. Filling takes
 * seconds and cloning does not, so that whatever many spec files begin with is filled once.
 */
export async function filledTestDatabase(name: string, fill: (database: TestDatabase) => Promise<void>): Promise<TestDatabase> {
  const template = templateUrl();
  await onServer(template, async (server) => {
    await server.query('select pg_advisory_lock($1)', [fillLock]);
    const { rowCount } = await server.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 1) return;
    const making = `${name}_in_the_making`;
    await patiently(server, `drop database if exists ${making} with (force)`);
    const database = await cloneOf(nameIn(template), making);
    await fill(database);
    await database.close();
    await patiently(server, `alter database ${making} rename to ${name}`);
  });
  return cloneOf(name, `t_${randomBytes(6).toString('hex')}`);
}

const templateUrl = () => new URL(fromRunner('TEST_DATABASE_URL'));
const nameIn = (url: URL) => url.pathname.slice(1);

async function cloneOf(original: string, name: string): Promise<TestDatabase> {
  const template = templateUrl();
  const { roles } = loadSecrets(fromRunner('TEST_SECRETS'));
  const url = (role: Role): string => {
    const own = new URL(template);
    own.pathname = `/${name}`;
    if (role !== 'owner') {
      own.username = roles[role].user;
      own.password = roles[role].password;
    }
    return own.toString();
  };
  await onServer(template, (server) => patiently(server, `create database ${name} template ${original}`));
  const owner = new pg.Pool({ connectionString: url('owner'), max: 3, options: '-c timezone=UTC -c search_path=app' });
  // The drop may still reach a connection that is being closed.
  owner.on('error', () => undefined);
  const sources: DataSource[] = [];
  const works: UnitOfWork[] = [];
  const close = async () => {
    open.delete(database);
    for (const work of works) await work.close();
    for (const source of sources) await source.destroy();
    await owner.end();
  };
  const database: TestDatabase = {
    url,
    sql: async <Row>(text: string, values?: unknown[]) => (await owner.query(text, values)).rows as Row[],
    work: async (role, entities) => {
      const source = await openFenced(sourceOptions({ url: url(role), entities, poolSize: 5, applicationName: `spec-${role}` }));
      sources.push(source);
      const work = new UnitOfWork(source);
      works.push(work);
      return work;
    },
    close,
    drop: async () => {
      await close();
      await onServer(template, (server) => patiently(server, `drop database if exists ${name} with (force)`));
    },
  };
  open.add(database);
  return database;
}

/**
 * What passes by itself: PostgreSQL refuses a clone while another one reads the template (55006), and the end of a database
 * while its autovacuum, which belongs to the superuser, is at work there (42501).
 */
const passing = ['55006', '42501'];

/** Does something on the server's own database, as the owner of all test databases. */
async function onServer<T>(template: URL, work: (server: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(template);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Specs clone the same database side by side: wait and try again. */
async function patiently(server: pg.Client, statement: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const fault = await server.query(statement).then(
      () => undefined,
      (caught: { code?: string }) => caught,
    );
    if (!fault) return;
    if (!passing.includes(fault.code ?? '') || tries > 100) throw fault;
    await new Promise((resume) => setTimeout(resume, 50 + Math.random() * 100));
  }
}

/** Runs something as a member of staff, as a request does: with a session, in whichever of the open databases the person has an account. */
export async function asStaff<T>(staffId: string, run: () => Promise<T>): Promise<T> {
  const session: Session = { tokenHash: createHash('sha256').update(`spec ${staffId}`).digest(), accountVersion: 0, confirmed: false, renew };
  await renew();
  return request.run({ requestId: 'spec', asker: { kind: 'staff', id: staffId }, session, noting: { action: 'spec', made: false } }, run);

  async function renew(): Promise<void> {
    for (const database of open) {
      const [found] = await database.sql<{ version: number }>(
        `with stands as (insert into sign_in.session (token_hash, staff_id) select $1, id from app.staff where id = $2 on conflict do nothing)
         select account_version as version from app.sight where staff_id = $2`,
        [session.tokenHash, staffId],
      );
      if (found) session.accountVersion = found.version;
    }
  }
}
