/** Runs one program to its end. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** The programs that run now and may be cut short. */
const running = new Set();

/** Ends the programs that `run` has started and that may be cut short. */
export function interruptRunning() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * @typedef {{ uid: number, gid: number, name: string }} Account
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {Account | null} [account] runs it as this account (only root can)
 * @property {boolean} [show] to the terminal instead of into `output`
 * @property {boolean} [whole] is not cut short when we are asked to stop
 */

/**
 * @param {string} program @param {string[]} args @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} exit code 127 when the program cannot be started
 */
export function run(program, args, { cwd, env, account, show = false, whole = false } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd,
      env: env ?? process.env,
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    });
    if (!whole) running.add(child);
    let output = '';
    child.stdout?.on('data', (piece) => {
      output += piece;
    });
    child.stderr?.on('data', (piece) => {
      output += piece;
    });
    child.on('error', (error) => {
      running.delete(child);
      done({ code: 127, output: `${program}: ${error.message}` });
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      done({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), output });
    });
  });
}
