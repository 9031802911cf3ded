import { IdentityVault } from '@stegvis/domain/participants';
import { statementOf } from '@stegvis/platform/postgres';
import type { DataSource, EntityManager } from 'typeorm';
import { emptyTables, type Holding, whatItHolds } from './empty.js';
import { loadWorld, setPasswords } from './load-world.js';
import { makeWorld } from './make-world.js';
import { type ReportUrls, submitReports } from './submit-reports.js';

export interface DemoLoad {
  /** Of all accounts that may sign in. */
  password: string;
  /** The secret that identity numbers are encrypted and found by, as in the secret file. */
  identityKey: string;
  urls: ReportUrls;
  /** Another seed makes other people. */
  seed?: string | undefined;
}

/** An arbitrary number that names this lock: two loaders at once wait for each other. */
const loaderLock = 7_834_652;
/** Seconds after which the statement of who asks is void; loading takes a few. */
const longest = 600;

export const holdingOf = (source: DataSource): Promise<Holding> => whatItHolds(source.manager);

/**
 * Empties the database and loads the demo world of today in one transaction, so that whoever reads meanwhile sees the old
 * or the new; then brings in the reports of the last months.
 */
export async function loadDemo(source: DataSource, load: DemoLoad): Promise<{ participants: number; meetings: number }> {
  const loaded = await source.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [loaderLock]);
    await stateJob(manager);
    const [{ today }] = await manager.query('select app.today() as today');
    const world = makeWorld(today, new IdentityVault(load.identityKey), load.seed);
    await emptyTables(manager);
    await loadWorld(manager, world);
    await setPasswords(manager, load.password);
    return { participants: world.rows('participant').length, meetings: world.rows('meeting').length };
  });
  await submitReports(source, load.urls);
  return loaded;
}

/** History then says that the demo world was loaded, rather than that nobody knows who wrote it. */
async function stateJob(manager: EntityManager): Promise<void> {
  const expires = Math.floor(Date.now() / 1000) + longest;
  await manager.query(`select set_config('stegvis.asker', $1, true)`, [
    statementOf({ kind: 'job', id: null, session: '', expires, requestId: 'demo', job: 'demo world' }),
  ]);
}
