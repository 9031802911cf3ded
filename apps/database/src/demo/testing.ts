import { randomBytes } from 'node:crypto';
import { IdentityVault } from '@stegvis/domain/participants';
import type { DataSource } from 'typeorm';
import type { Day } from './days.js';
import { loadWorld } from './load-world.js';
import { makeWorld } from './make-world.js';
import type { World } from './world.js';

/** The key of the identity numbers in specs. */
export const testIdentityKey = randomBytes(32).toString('base64');

/** The demo world of a day, made and not written. */
export const aWorld = (today: Day, seed?: string): World => makeWorld(today, new IdentityVault(testIdentityKey), seed);

/** Loads the demo world of today without passwords and reports, which specs of the database can do without. */
export async function loadTestWorld(owner: DataSource): Promise<World> {
  const [{ today }] = await owner.query('select app.today() as today');
  const world = aWorld(today);
  await owner.transaction((manager) => loadWorld(manager, world));
  return world;
}
