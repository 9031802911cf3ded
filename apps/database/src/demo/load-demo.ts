import { IdentityVault } from '@stegvis/domain/participants';
import type { DataSource, EntityManager } from 'typeorm';
import { emptyTables, type Holding, whatItHolds } from './empty.js';
import { loadWorld, setPasswords } from './load-world.js';
import { makeWorld } from './make-world.js';
import { pastReports } from './reports.js';

export interface DemoLoad {
  /** Of all accounts that may sign in. */
  password: string;
  /** The secret that identity numbers are encrypted and found by, as in the secret file. */
  identityKey: string;
  /** Another seed makes other people. */
  seed?: string | undefined;
  /** Decides by what the database holds; always when left out. */
  wanted?: (holding: Holding) => boolean;
}

export interface Loaded {
  participants: number;
  meetings: number;
}

/** An arbitrary number that names this lock: two loaders at once wait for each other. */
const loaderLock = 7_834_652;
/** Emptying waits for those who read and write, and they for it: PostgreSQL then gives one of them up. */
const tries = 5;
const deadlock = '40P01';

/**
 * Empties the database and loads the demo world of today with its reports in one transaction, so that whoever reads meanwhile
 * sees the old or the new. Gives back nothing when it is not wanted.
 */
export async function loadDemo(source: DataSource, load: DemoLoad): Promise<Loaded | undefined> {
  const turn = source.createQueryRunner();
  try {
    await turn.query('select pg_advisory_lock($1)', [loaderLock]);
    if (load.wanted && !load.wanted(await whatItHolds(turn.manager))) return undefined;
    return await replace(source, load);
  } finally {
    await turn.query('select pg_advisory_unlock($1)', [loaderLock]);
    await turn.release();
  }
}

async function replace(source: DataSource, load: DemoLoad): Promise<Loaded> {
  for (let left = tries; ; left--) {
    try {
      return await source.transaction((manager) => write(manager, load));
    } catch (fault) {
      if ((fault as { code?: string }).code !== deadlock || left === 0) throw fault;
    }
  }
}

async function write(manager: EntityManager, load: DemoLoad): Promise<Loaded> {
  await stateJob(manager);
  const [{ today }] = await manager.query('select app.today() as today');
  const world = makeWorld(today, new IdentityVault(load.identityKey), load.seed);
  await emptyTables(manager);
  await loadWorld(manager, world, pastReports(manager, world));
  await setPasswords(manager, load.password);
  return { participants: world.rows('participant').length, meetings: world.rows('meeting').length };
}

/** History then says that the demo world was loaded, rather than that nobody knows who wrote it. */
async function stateJob(manager: EntityManager): Promise<void> {
  await manager.query('select access.enter_as_job($1, $2)', ['demo world', 'demo']);
}
