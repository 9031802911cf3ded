/** A Redis server for the tests: a free port, nothing on disk, gone at the end. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { atTheEnd } from '../endings.mjs';
import { freePort } from '../ports.mjs';
import { identify } from '../process-identity.mjs';
import { Advice } from '../say.mjs';
import { noteServer, runFolder } from './run-folder.mjs';

/** @param {string} program @returns {Promise<string>} its URL */
export async function startRedis(program) {
  const port = await freePort();
  const folder = join(await runFolder(), 'redis');
  mkdirSync(folder, { mode: 0o700 });
  const settings = { bind: '127.0.0.1', port, dir: folder, save: '', appendonly: 'no', 'maxmemory-policy': 'noeviction', daemonize: 'no' };
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  atTheEnd(async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((done) => child?.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    }
  });
  // Detached: Ctrl-C must not stop it under the tests that are using it.
  child = spawn(
    program,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: 'ignore', detached: true },
  );
  noteServer(identify(child.pid ?? -1));
  for (const until = performance.now() + 10_000; performance.now() < until && child.exitCode === null; ) {
    if (await answers(port)) return `redis://127.0.0.1:${port}`;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Advice(`${program} does not start; try: ${program} --port ${port}`);
}

/** @param {number} port */
function answers(port) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('data', (reply) => {
      done(reply.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
  });
}
