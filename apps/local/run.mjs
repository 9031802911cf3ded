/** Runs one program to its end. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** The programs that run now, so that an interrupted check run can end them. */
const running = new Set();

/** Ends what `run` has started and not yet seen the end of. */
export function endRunning() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * @typedef {{ uid: number, gid: number, name: string }} Account
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {Account | null} [account] runs it as this account (only root can)
 * @property {boolean} [show] to the terminal instead of into `output`
 */

/**
 * @param {string} program @param {string[]} args @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} exit code 127 when the program cannot be started
 */
export function run(program, args, { cwd, env, account, show = false } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd,
      env: env ?? process.env,
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    });
    running.add(child);
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
