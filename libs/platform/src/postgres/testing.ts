import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { loadSecrets, type Secrets } from '../settings/index.js';
import { type Asker, request } from './asker.js';
import { type Entities, openFenced, sourceOptions } from './data-source.js';
import { UnitOfWork } from './unit-of-work.js';

type Role = 'owner' | keyof Secrets['roles'];

/** A database of its own for one spec file: a clone of the migrated template, gone when the spec is done. */
export interface TestDatabase {
  url(role: Role): string;
  /** Runs a statement as the owner, whom policies let see everything. */
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** A unit of work as one of the servers' roles. */
  work(role: Exclude<Role, 'owner' | 'auth'>, entities?: Entities): Promise<UnitOfWork>;
  drop(): Promise<void>;
}

function fromRunner(name: 'TEST_DATABASE_URL' | 'TEST_SECRETS'): string {
  // biome-ignore lint/style/noProcessEnv: the test runner hands its servers to the specs this way
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: database specs run by "npm test"`);
  return value;
}

/** Clones the template that the test runner has migrated. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = new URL(fromRunner('TEST_DATABASE_URL'));
  const { roles } = loadSecrets(fromRunner('TEST_SECRETS'));
  const name = `t_${randomBytes(6).toString('hex')}`;
  const url = (role: Role): string => {
    const own = new URL(template);
    own.pathname = `/${name}`;
    if (role !== 'owner') {
      own.username = roles[role].user;
      own.password = roles[role].password;
    }
    return own.toString();
  };
  await onServer(template, `create database ${name} template ${template.pathname.slice(1)}`);
  const owner = new pg.Pool({ connectionString: url('owner'), max: 3, options: '-c timezone=UTC -c search_path=app' });
  // The drop may still reach a connection that is being closed.
  owner.on('error', () => undefined);
  const sources: DataSource[] = [];
  return {
    url,
    sql: async <Row>(text: string, values?: unknown[]) => (await owner.query(text, values)).rows as Row[],
    work: async (role, entities) => {
      const source = await openFenced(sourceOptions({ url: url(role), entities, poolSize: 5, applicationName: `spec-${role}` }));
      sources.push(source);
      return new UnitOfWork(source);
    },
    drop: async () => {
      for (const source of sources) await source.destroy();
      await owner.end();
      await onServer(template, `drop database if exists ${name} with (force)`);
    },
  };
}

/**
 * What passes by itself: PostgreSQL refuses a clone while another one reads the template (55006), and the end of a database
 * while its autovacuum, which belongs to the superuser, is at work there (42501).
 */
const passing = ['55006', '42501'];

/** Specs clone the template side by side: wait and try again. */
async function onServer(template: URL, statement: string): Promise<void> {
  const server = new URL(template);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.toString() });
  await client.connect();
  try {
    for (let tries = 0; ; tries++) {
      const fault = await client.query(statement).then(
        () => undefined,
        (caught: { code?: string }) => caught,
      );
      if (!fault) return;
      if (!passing.includes(fault.code ?? '') || tries > 100) throw fault;
      await new Promise((resume) => setTimeout(resume, 50 + Math.random() * 100));
    }
  } finally {
    await client.end();
  }
}

/** Runs something as a member of staff, as a request does. */
export function asStaff<T>(staffId: string, run: () => Promise<T>): Promise<T> {
  const asker: Asker = { kind: 'staff', id: staffId, session: 'spec', expires: Math.floor(Date.now() / 1000) + 3600, requestId: 'spec', job: '' };
  return request.run({ requestId: 'spec', asker }, run);
}
