/** The API and the worker as processes of their own. */
import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { identify, stopProcesses } from './process-identity.mjs';
import { dataFolder, root } from './workspace.mjs';

/** Longer than any request or job should need to finish. */
const patience = 20_000;
const largeLog = 10_000_000;

/**
 * @typedef {object} Child
 * @property {string} name
 * @property {string} log
 * @property {number} logBegins where in the log this process's own lines begin
 * @property {import('./process-identity.mjs').Identity} identity
 * @property {Promise<string>} ended why it ended, in words
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a program in a session of its own: the terminal's Ctrl-C must not reach it before we have told it in order.
 * When we are killed, its message channel closes, which tells it to stop by itself.
 * @param {string} name @param {string} program @param {NodeJS.ProcessEnv} env @param {boolean} show its output in the terminal
 * @returns {Child}
 */
export function startChild(name, program, env, show) {
  const log = join(dataFolder, 'logs', `${name}.log`);
  if (existsSync(log) && statSync(log).size > largeLog) renameSync(log, `${log}.1`);
  const logBegins = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const output = show ? 'inherit' : openSync(log, 'a', 0o600);
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    cwd: root,
    env: { ...env, STEGVIS_STOP_WITH_PARENT: '1' },
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  /** @type {Promise<string>} */
  const ended = new Promise((done) => {
    child.once('error', (error) => done(`could not be started (${error.message})`));
    child.once('exit', (code, signal) => done(signal ? `was ended by ${signal}` : `ended with exit code ${code}`));
  });
  const identity = identify(child.pid ?? -1) ?? { pid: child.pid ?? -1, began: 'never' };
  return {
    name,
    log,
    logBegins,
    identity,
    ended,
    stop: async () => {
      await stopProcesses([identity], patience);
      await ended;
    },
  };
}

/** The last lines of a child's log, for the person who wonders why it ended. @param {Child} child */
export function lastLines(child) {
  if (!existsSync(child.log)) return '';
  return readFileSync(child.log).subarray(child.logBegins).toString().trimEnd().split('\n').slice(-15).join('\n');
}

/**
 * Waits until the API says that it can serve.
 * @param {string} address @param {Child} child @returns {Promise<string | null>} null when ready, else the reason
 */
export async function waitUntilReady(address, child) {
  let last = 'no answer';
  /** @type {string | undefined} */
  let gone;
  child.ended.then((why) => {
    gone = why;
  });
  for (const until = performance.now() + 90_000; performance.now() < until && !gone; await new Promise((next) => setTimeout(next, 100))) {
    try {
      const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(5_000) });
      if (answer.status === 200) return null;
      last = `${answer.status} ${(await answer.text()).slice(0, 500)}`;
    } catch {
      // Not listening yet.
    }
  }
  return gone ? `it ${gone}` : `/health/ready last answered: ${last}`;
}
