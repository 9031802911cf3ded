/** The processes that are measured, each on a free port of this machine; they stop with the bench. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { atTheEnd } from '../endings.mjs';
import { apiProgram, inWorkspace, root } from '../workspace.mjs';

/**
 * @typedef {object} Server
 * @property {number} port
 */

/** @param {string} program @param {NodeJS.ProcessEnv} env */
export function startProgram(program, env) {
  const child = fork(program, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'], execArgv: [] });
  atTheEnd(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  return child;
}

/** The first line of a program's log with this message. @param {import('node:child_process').ChildProcess} child @param {string} message @returns {Promise<Record<string, unknown>>} */
export function lineWith(child, message) {
  return new Promise((found, failed) => {
    child.once('exit', (code) => failed(new Error(`A program ended with ${code} before it said "${message}"`)));
    createInterface({ input: /** @type {import('node:stream').Readable} */ (child.stdout) }).on('line', (line) => {
      if (line.includes(message)) found(JSON.parse(line));
    });
  });
}

/** The API as it runs in earnest, with sessions and access rules. @param {NodeJS.ProcessEnv} env @returns {Promise<Server>} */
export async function startApi(env) {
  const child = startProgram(apiProgram, { ...env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info', STEGVIS_STOP_WITH_PARENT: '1' });
  const { port } = await lineWith(child, 'the API listens');
  return { port: Number(port) };
}

/** The bare server with the plain statements of every figure. @param {NodeJS.ProcessEnv} env @param {import('./figures.mjs').Figure[]} figures @returns {Promise<Server>} */
export async function startBare(env, figures) {
  const child = startProgram(inWorkspace('apps/local/bench/bare.mjs'), env);
  child.send(figures.map(({ name, plain, inOrder }) => ({ name, inOrder, texts: plain.map(({ text }) => text) })));
  const [{ port }] = await once(child, 'message');
  return { port };
}
