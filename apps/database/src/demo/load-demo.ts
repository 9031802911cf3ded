import { IdentityVault } from '@stegvis/domain/participants';
import { statementOf } from '@stegvis/platform/postgres';
import { loadSecrets } from '@stegvis/platform/settings';
import type { DataSource } from 'typeorm';
import { emptyTables, type Holding, whatItHolds } from './empty.js';
import { loadWorld, setPasswords } from './load-world.js';
import { makeWorld } from './make-world.js';

export const holdingOf = (source: DataSource): Promise<Holding> => whatItHolds(source.manager);

/** An arbitrary number that names this lock: two loaders at once wait for each other. */
const loaderLock = 7_834_652;
/** Seconds after which the statement of who asks is void; loading takes a few. */
const longest = 600;

/** Empties the database and loads the demo world of today, in one transaction: whoever reads meanwhile sees the old or the new. */
export async function loadDemo(source: DataSource, { password, seed }: { password: string; seed?: string | undefined }): Promise<{ participants: number; meetings: number }> {
  return source.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [loaderLock]);
    const asker = { kind: 'job', id: null, session: '', expires: Math.floor(Date.now() / 1000) + longest, requestId: 'demo', job: 'demo world' } as const;
    await manager.query(`select set_config('stegvis.asker', $1, true)`, [statementOf(asker)]);
    const [{ today }] = await manager.query('select app.today() as today');
    const world = makeWorld(today, new IdentityVault(loadSecrets().identityKey), seed);
    await emptyTables(manager);
    await loadWorld(manager, world);
    await setPasswords(manager, password);
    return { participants: world.rows('participant').length, meetings: world.rows('meeting').length };
  });
}
