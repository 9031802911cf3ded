/** A throw-away PostgreSQL server with one migrated database, from which each spec file makes its own. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { atTheEnd } from '../endings.mjs';
import { serverAccount } from '../postgres/account.mjs';
import { initialise, makeFolder, runningServer, start, stop } from '../postgres/cluster.mjs';
import { embeddedPrograms, reachablePrograms } from '../postgres/programs.mjs';
import { makeRolesAndDatabase } from '../postgres/roles.mjs';
import { databaseTask } from '../prepare.mjs';
import { noteServer, runFolder } from './run-folder.mjs';

const template = 'stegvis_template';
const owner = 'stegvis_test_owner';

/** Debian's PostgreSQL 15, the oldest version we promise to run on, where it is installed. */
export function oldestPrograms() {
  const folder = '/usr/lib/postgresql/15';
  return existsSync(join(folder, 'bin/initdb')) ? folder : null;
}

/** A power cut may lose these data; and many spec files, each with its pools, run beside each other. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 };

/** @typedef {{ TEST_DATABASE_URL: string, TEST_SECRETS: string }} Environment */

/**
 * @param {string} name of its folder
 * @param {string} [programs] the embedded ones when not given
 * @returns {Promise<Environment>}
 */
export async function startTestDatabase(name, programs) {
  return (await startTestServer(name, programs)).environment;
}

/**
 * The same, with the server in one's hands.
 * @param {string} name @param {string} [programs]
 * @returns {Promise<{ environment: Environment, stop: () => Promise<void>, start: () => Promise<void> }>}
 */
export async function startTestServer(name, programs) {
  const account = serverAccount();
  const home = join(await runFolder(), name);
  /** @type {import('../postgres/cluster.mjs').Cluster | undefined} */
  let cluster;
  /** @type {Promise<unknown> | undefined} */
  let starting;
  atTheEnd(async () => {
    await starting?.catch(() => {});
    if (cluster) await stop(cluster);
  });
  mkdirSync(home, { mode: 0o711 });
  const own = await reachablePrograms(programs ?? embeddedPrograms(), account, home);
  const made = { programs: own, data: join(home, 'postgres'), account, settings };
  cluster = made;
  const up = bringUp(made, home);
  starting = up;
  const environment = await up;
  const port = Number(new URL(environment.TEST_DATABASE_URL).port);
  return {
    environment,
    stop: () => stop(made),
    start: async () => {
      await start(made, join(home, 'postgres.log'), port);
      noteServer(runningServer(made)?.identity);
    },
  };
}

/** @param {import('../postgres/cluster.mjs').Cluster} cluster @param {string} home */
async function bringUp(cluster, home) {
  const [superuser, password] = [randomBytes(24).toString('base64url'), randomBytes(24).toString('base64url')];
  await makeFolder(cluster.data, cluster.account);
  await initialise(cluster, superuser, ['--no-sync']);
  const port = await start(cluster, join(home, 'postgres.log'));
  noteServer(runningServer(cluster)?.identity);
  const roles = [{ name: owner, rights: 'nosuperuser createrole createdb nobypassrls', password }];
  await makeRolesAndDatabase(port, superuser, roles, { name: template, owner });
  const secrets = join(home, 'secrets.json');
  const url = `postgres://${owner}:${password}@127.0.0.1:${port}/${template}`;
  await databaseTask(['migrate'], { ...process.env, DATABASE_URL: url, STEGVIS_SECRETS: secrets });
  return { TEST_DATABASE_URL: url, TEST_SECRETS: secrets };
}
