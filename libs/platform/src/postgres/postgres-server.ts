import pg from 'pg';
import type { Server } from '../servers/index.js';
import { databaseUrl, type Secrets } from '../settings/index.js';
import { databaseFault } from './database-refusal.js';

/**
 * By class or whole code of PostgreSQL's SQLSTATE, or the system's own code: it is away, starts, stops or is full, or the
 * name of its machine is not known yet.
 */
const passing = [
  '08',
  '53',
  '57P',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ENOENT',
];

/** The database as a role of ours finds it. */
export const postgresServer = (role: keyof Secrets['roles']): Server => ({
  name: 'PostgreSQL',
  ask: async () => {
    const client = new pg.Client({ connectionString: databaseUrl(role), application_name: 'stegvis-start', connectionTimeoutMillis: 5_000 });
    // Told by the rejection already; without a listener it would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
    } finally {
      await client.end().catch(() => undefined);
    }
  },
  passes: (fault) => isAway(fault),
});

/** Whether the database does not answer for now, rather than refuses. */
export function isAway(fault: unknown): boolean {
  const code = databaseFault(fault)?.code ?? (fault as { code?: unknown } | null)?.code;
  return typeof code === 'string' && passing.some((begin) => code.startsWith(begin));
}
