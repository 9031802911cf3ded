import { randomBytes } from 'node:crypto';
import { IdentityVault } from '@stegvis/domain/participants';
import { filledTestDatabase, type TestDatabase } from '@stegvis/platform/postgres/testing';
import { loadSecrets } from '@stegvis/platform/settings';
import { ownerSource } from '../data-source.js';
import { rememberKey } from '../identity-key.js';
import type { Day } from './days.js';
import { loadDemo } from './load-demo.js';
import { makeWorld } from './make-world.js';
import type { World } from './world.js';

/** The key of the identity numbers in specs. */
export const testIdentityKey = randomBytes(32).toString('base64');

/** The demo world of a day, made and not written. */
export const aWorld = (today: Day, seed?: string): World => makeWorld(today, new IdentityVault(testIdentityKey), seed);

/** A database with the demo world of today: made once in a test run, and cloned for each spec file. */
export const demoDatabase = (): Promise<TestDatabase> =>
  filledTestDatabase('stegvis_demo', async (database) => {
    // biome-ignore lint/style/noProcessEnv: the test runner hands its secret file to the specs this way
    const secrets = process.env.TEST_SECRETS as string;
    const owner = await ownerSource(database.url('owner')).initialize();
    await loadDemo(owner, { password: 'stegvis-demo', identityKey: loadSecrets(secrets).identityKey });
    await rememberKey(owner, secrets);
    await owner.destroy();
  });
