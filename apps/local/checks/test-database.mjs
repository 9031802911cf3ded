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

/**
 * @param {string} name of its folder
 * @param {string} [programs] the embedded ones when not given
 * @returns {Promise<{ TEST_DATABASE_URL: string, TEST_SECRETS: string }>}
 */
export async function startTestDatabase(name, programs) {
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
  cluster = { programs: own, data: join(home, 'postgres'), account, settings };
  const up = bringUp(cluster, home);
  starting = up;
  return up;
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
