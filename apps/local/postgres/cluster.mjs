/** One PostgreSQL server: made, started and stopped with PostgreSQL's own programs, in a session of its own. */
import { chmodSync, chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freePort } from '../ports.mjs';
import { commandLine, identify, stopProcesses } from '../process-identity.mjs';
import { run } from '../run.mjs';
import { Advice } from '../say.mjs';

/**
 * @typedef {object} Cluster
 * @property {string} programs the folder with bin, lib and share
 * @property {string} data
 * @property {import('../run.mjs').Account | null} account
 * @property {Record<string, string | number>} settings of postgresql.conf
 */

/** Neither PGDATA and PGPORT nor a foreign language may reach the programs. */
const environment = { PATH: process.env.PATH, LC_ALL: 'C', ...(process.env.TZ ? { TZ: process.env.TZ } : {}) };

/** @param {Cluster} cluster @param {string} program @param {string[]} args */
function runProgram({ programs, data, account }, program, args) {
  return run(join(programs, 'bin', program), args, { cwd: dirname(data), env: environment, account, whole: true });
}

/**
 * Makes the data folder, all of it or nothing.
 * @param {Cluster} cluster @param {string} password of the superuser `postgres` @param {string[]} [options] of initdb
 */
export async function initialise(cluster, password, options = []) {
  const draft = `${cluster.data}.new`;
  const passwordFile = `${cluster.data}.password`;
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (cluster.account) chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
  // initdb makes its folder itself, which root's folders do not let the account do.
  await makeFolder(draft, cluster.account);
  try {
    let result = { code: 1, output: '' };
    for (const locale of ['C.UTF-8', 'C']) {
      result = await runProgram(cluster, 'initdb', [
        ...['-D', draft, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
        ...['--encoding=UTF8', `--locale=${locale}`, '--no-instructions', ...options],
      ]);
      if (result.code === 0 || !/invalid locale/.test(result.output)) break;
    }
    if (result.code !== 0) throw new Advice(`${result.output}\nPostgreSQL could not make its data folder ${cluster.data}.`);
    renameSync(draft, cluster.data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {import('../run.mjs').Account | null} account */
export async function makeFolder(folder, account) {
  const { mkdirSync } = await import('node:fs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
}

/**
 * The server that has these data open, if there is one. After a crash of the machine the file may name a process that
 * is something else by now, and PostgreSQL would refuse to start because of it.
 * @param {Cluster} cluster
 */
export function runningServer({ data }) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  const identity = identify(Number(pid));
  if (identity && commandLine(identity.pid).includes(data)) return { identity, port: Number(port) };
  rmSync(file, { force: true });
  return null;
}

/** A fault is logged without the row, the statement and the values that it is about: they tell of people. As in docker/compose.yml. */
const logsOfNobody = {
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
};

/**
 * @param {Cluster} cluster @param {string} log @param {number} [preferredPort]
 * @returns {Promise<number>} its port on 127.0.0.1
 */
export async function start(cluster, log, preferredPort) {
  let report = '';
  // Another program may take the port in the moment between finding it free and using it.
  for (let attempt = 0; attempt < 5; attempt++) {
    const port = await freePort(attempt === 0 ? preferredPort : undefined);
    const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port, ...logsOfNobody, ...cluster.settings };
    const options = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
    writeFileSync(log, '', { mode: 0o600 });
    if (cluster.account) chownSync(log, cluster.account.uid, cluster.account.gid);
    const { code, output } = await runProgram(cluster, 'pg_ctl', [
      'start',
      '-w',
      '-t',
      '120',
      '-s',
      '-D',
      cluster.data,
      '-l',
      log,
      '-o',
      options.join(' '),
    ]);
    if (code === 0) return port;
    report = `${readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n')}\n${output}`;
    if (!/could not (bind|create any TCP)/.test(report)) break;
  }
  throw new Advice(`${report}\nPostgreSQL did not start (its log is ${log}).`);
}

/** Stops the server, whoever started it; does nothing when there is none. @param {Cluster} cluster */
export async function stop(cluster) {
  const server = runningServer(cluster);
  if (!server) return;
  const { code } = await runProgram(cluster, 'pg_ctl', ['stop', '-w', '-t', '30', '-s', '-m', 'fast', '-D', cluster.data]);
  if (code === 0) return;
  // What is committed is safe in any case: the next start replays it.
  await runProgram(cluster, 'pg_ctl', ['stop', '-w', '-t', '10', '-s', '-m', 'immediate', '-D', cluster.data]);
  await stopProcesses([server.identity], 5_000);
}
