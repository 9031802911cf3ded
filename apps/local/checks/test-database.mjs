/** A throw-away PostgreSQL server with one migrated database, from which each spec file makes its own. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atTheEnd } from '../endings.mjs';
import { canReach, serverAccount } from '../postgres/account.mjs';
import { initialise, makeFolder, start, stop } from '../postgres/cluster.mjs';
import { embeddedPrograms, reachablePrograms } from '../postgres/programs.mjs';
import { makeRolesAndDatabase } from '../postgres/roles.mjs';
import { databaseTask } from '../prepare.mjs';
import { Advice } from '../say.mjs';

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
 * @param {string} [programs] the embedded ones when not given
 * @returns {Promise<{ TEST_DATABASE_URL: string, TEST_SECRETS: string }>}
 */
export async function startTestDatabase(programs) {
  const account = serverAccount();
  const home = temporaryHome(account);
  const own = await reachablePrograms(programs ?? embeddedPrograms(), account, home);
  const cluster = { programs: own, data: join(home, 'postgres'), account, settings };
  /** @type {Promise<unknown> | undefined} */
  let starting;
  atTheEnd(async () => {
    await starting?.catch(() => {});
    await stop(cluster);
    rmSync(home, { recursive: true, force: true });
  });
  const up = bringUp(cluster, home);
  starting = up;
  return up;
}

/** @param {import('../run.mjs').Account | null} account */
function temporaryHome(account) {
  for (const parent of [tmpdir(), '/tmp', '/var/tmp']) {
    const home = mkdtempSync(join(parent, 'stegvis-test-'));
    chmodSync(home, account ? 0o711 : 0o700);
    if (!account || canReach(account, home)) return home;
    rmSync(home, { recursive: true });
  }
  throw new Advice('PostgreSQL’s account can reach neither the temporary folder nor /tmp nor /var/tmp.');
}

/** @param {import('../postgres/cluster.mjs').Cluster} cluster @param {string} home */
async function bringUp(cluster, home) {
  const [superuser, password] = [randomBytes(24).toString('base64url'), randomBytes(24).toString('base64url')];
  await makeFolder(cluster.data, cluster.account);
  await initialise(cluster, superuser, ['--no-sync']);
  const port = await start(cluster, join(home, 'postgres.log'));
  const roles = [{ name: owner, rights: 'nosuperuser createrole createdb nobypassrls', password }];
  await makeRolesAndDatabase(port, superuser, roles, { name: template, owner });
  const secrets = join(home, 'secrets.json');
  const url = `postgres://${owner}:${password}@127.0.0.1:${port}/${template}`;
  await databaseTask(['migrate'], { ...process.env, DATABASE_URL: url, STEGVIS_SECRETS: secrets });
  return { TEST_DATABASE_URL: url, TEST_SECRETS: secrets };
}
