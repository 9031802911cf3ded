import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Fence } from './fence.js';

/** Dates stay text (they have no zone), moments become ISO 8601 in UTC, and counts become numbers. */
const { builtins } = pg.types;
pg.types.setTypeParser(builtins.DATE, (text) => text);
pg.types.setTypeParser(builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
pg.types.setTypeParser(builtins.INT8, Number);
pg.types.setTypeParser(builtins.NUMERIC, Number);

export type Entities = Extract<NonNullable<DataSourceOptions['entities']>, readonly unknown[]>;

/** How a process opens the database. */
export interface Opening {
  url: string;
  entities?: Entities;
  poolSize: number;
  /** Shows up in pg_stat_activity. */
  applicationName: string;
  /** Statements that take longer are given up, in milliseconds. */
  statementTimeout?: number;
}

/** What TypeORM needs to know. Never synchronises: migrations own the tables. */
export function sourceOptions(opening: Opening): DataSourceOptions {
  return {
    type: 'postgres',
    url: opening.url,
    schema: 'app',
    entities: opening.entities ?? [],
    synchronize: false,
    installExtensions: false,
    applicationName: opening.applicationName,
    poolSize: opening.poolSize,
    extra: {
      statement_timeout: opening.statementTimeout ?? 15_000,
      idle_in_transaction_session_timeout: 30_000,
      connectionTimeoutMillis: 5_000,
      // Compiling a statement pays for itself in seconds, and ours take milliseconds.
      options: '-c timezone=UTC -c search_path=app -c jit=off',
    },
    logging: false,
  };
}

/**
 * The same for a connection of pg's own, whose statements are prepared once: planning with all the policies takes longer than
 * running, so that the plan that serves every value is kept from the start.
 */
export function clientConfig(source: DataSource): pg.ClientConfig {
  const { url, applicationName, extra } = source.options as { url?: string; applicationName?: string; extra?: pg.ClientConfig };
  const options = `${extra?.options ?? ''} -c plan_cache_mode=force_generic_plan`;
  return { ...extra, options, connectionString: url, application_name: applicationName };
}

/** Connections that are lent to one request at a time, with the same settings. */
export function poolFor(source: DataSource): pg.Pool {
  const { connectionTimeoutMillis, ...config } = clientConfig(source);
  const { poolSize = 10 } = source.options as { poolSize?: number };
  const pool = new pg.Pool({ ...config, connectionTimeoutMillis, max: poolSize });
  // A connection that breaks while nobody has it: the pool takes it out and makes another when one is needed. Whoever has one is
  // told by the statement that fails.
  pool.on('error', () => undefined);
  return pool;
}

/** Opens the database behind a fence: from then on, only a unit of work reaches it. */
export async function openFenced(options: DataSourceOptions): Promise<DataSource> {
  const source = await new DataSource(options).initialize();
  source.subscribers.push(new Fence());
  return source;
}
