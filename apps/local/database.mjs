/** The database that start and the commands work on: the one that DATABASE_URL names, or the embedded one. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { atTheEnd } from './endings.mjs';
import { serverAccount } from './postgres/account.mjs';
import { initialise, makeFolder, runningServer, start, stop } from './postgres/cluster.mjs';
import { homeOf } from './postgres/home.mjs';
import { embeddedPrograms, majorVersion, reachablePrograms } from './postgres/programs.mjs';
import { makeRolesAndDatabase } from './postgres/roles.mjs';
import { Advice, say, seconds } from './say.mjs';
import { dataFolder, makeDataFolder, root, secretsFile, writeJson } from './workspace.mjs';

/** What we remember of the embedded server from start to start. */
const memoryFile = join(dataFolder, 'embedded-postgres.json');

/**
 * @typedef {object} Memory
 * @property {Record<'superuser' | 'owner' | 'backup', string>} passwords
 * @property {string} [home] @property {string} [clone] @property {number} [port]
 */

/** @returns {Memory} */
function remember() {
  if (existsSync(memoryFile)) return JSON.parse(readFileSync(memoryFile, 'utf8'));
  const password = () => randomBytes(24).toString('base64url');
  return { passwords: { superuser: password(), owner: password(), backup: password() } };
}

/** @param {Memory} memory @param {number} port */
function urlOf(memory, port) {
  return `postgres://stegvis_owner:${memory.passwords.owner}@127.0.0.1:${port}/stegvis`;
}

/** The environment of every process that works on this database. @param {string} url */
export function environmentFor(url) {
  return { ...process.env, DATABASE_URL: url, STEGVIS_SECRETS: secretsFile };
}

/** Starts the embedded server, which `endAll` stops again. @returns {Promise<string>} the owner's URL */
export async function startEmbedded() {
  const since = performance.now();
  makeDataFolder();
  const memory = remember();
  const { cluster, home } = await describeCluster(memory);
  if (!memory.home) await setAside(cluster);
  // Written before the data exist: data whose password nobody knows would be of no use.
  writeJson(memoryFile, { ...memory, home, clone: root });
  /** @type {Promise<unknown> | undefined} */
  let starting;
  atTheEnd(async () => {
    // An interrupted start would otherwise finish after we have looked for a server to stop.
    await starting?.catch(() => {});
    await stop(cluster);
  });
  const up = bringUp(cluster, home, memory);
  starting = up;
  const port = await up;
  writeJson(memoryFile, { ...memory, home, clone: root, port });
  say(`PostgreSQL runs on port ${port} of this machine only (${seconds(since)}).`);
  return urlOf(memory, port);
}

/** The URL of the embedded server that another process of this clone has started, or null. @returns {Promise<string | null>} */
export async function runningEmbedded() {
  if (!existsSync(memoryFile)) return null;
  const memory = remember();
  const { cluster } = await describeCluster(memory);
  const server = runningServer(cluster);
  return server && urlOf(memory, server.port);
}

/** @param {Memory} memory */
async function describeCluster(memory) {
  const account = serverAccount([memory.home ?? dataFolder, dataFolder].map((folder) => join(folder, 'postgres')));
  const home = await homeOf(account, memory);
  const programs = await reachablePrograms(embeddedPrograms(), account, home);
  // The API's and the worker's pools, BullMQ's own, and room for a person with psql.
  const cluster = { programs, data: join(home, 'postgres'), account, settings: { max_connections: 200 } };
  return { cluster, home };
}

/** @param {import('./postgres/cluster.mjs').Cluster} cluster @param {string} home @param {Memory} memory */
async function bringUp(cluster, home, memory) {
  // A server whose parent was killed: its settings and programs may be older than ours, and a new start takes half a second.
  await stop(cluster);
  if (existsSync(join(cluster.data, 'PG_VERSION'))) await refuseOtherVersion(cluster);
  else {
    say('Making the database (the first time) …');
    await makeFolder(cluster.data, cluster.account);
    await initialise(cluster, memory.passwords.superuser);
  }
  const port = await start(cluster, join(home, 'postgres.log'), memory.port);
  const { superuser, owner, backup } = memory.passwords;
  await makeRolesAndDatabase(
    port,
    superuser,
    [
      { name: 'stegvis_owner', rights: 'nosuperuser createrole createdb nobypassrls', password: owner },
      // It reads every row to save them, and only a superuser can make such a role.
      { name: 'stegvis_backup', rights: 'nosuperuser nocreaterole nocreatedb bypassrls', password: backup },
    ],
    { name: 'stegvis', owner: 'stegvis_owner' },
  );
  return port;
}

/**
 * Data that we do not remember making (the .data folder was removed, and they were outside of it) cannot be opened:
 * their passwords and keys are gone. They make room, and are kept until it happens again.
 * @param {import('./postgres/cluster.mjs').Cluster} cluster
 */
async function setAside(cluster) {
  const { data } = cluster;
  if (!existsSync(data)) return;
  await stop(cluster);
  rmSync(`${data}.old`, { recursive: true, force: true });
  renameSync(data, `${data}.old`);
  say(`An earlier database, whose passwords are gone with the old .data folder, is set aside as ${data}.old.`);
}

/** @param {import('./postgres/cluster.mjs').Cluster} cluster */
async function refuseOtherVersion(cluster) {
  const made = readFileSync(join(cluster.data, 'PG_VERSION'), 'utf8').trim();
  const have = await majorVersion(cluster.programs);
  if (made === have) return;
  throw new Advice(
    `The data in ${cluster.data} were made by PostgreSQL ${made}, and the embedded one is ${have}. Export them with the older version of Stegvis, or move ${cluster.data} away to begin anew.`,
  );
}
