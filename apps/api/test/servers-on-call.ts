import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { Secrets } from '@stegvis/platform/settings';
import type { Where } from './processes.js';

/** A server that a spec starts and stops. */
export interface OnCall {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it for good. */
  end(): Promise<void>;
}

const root = new URL('../../../', import.meta.url).pathname;
const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds));

/** A PostgreSQL server with one migrated database. */
export async function postgresOnCall(): Promise<OnCall & Where & { secrets: string }> {
  const child = spawn(process.execPath, ['apps/local/checks/postgres-on-call.mjs'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async <T>(): Promise<T> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('The server on call has ended');
    return JSON.parse(value) as T;
  };
  const tell = async (what: 'start' | 'stop') => {
    child.stdin.write(`${what}\n`);
    await answer();
  };
  const { TEST_DATABASE_URL, TEST_SECRETS } = await answer<{ TEST_DATABASE_URL: string; TEST_SECRETS: string }>();
  const { roles } = JSON.parse(readFileSync(TEST_SECRETS, 'utf8')) as Secrets;
  return {
    secrets: TEST_SECRETS,
    url: (role) => {
      const own = new URL(TEST_DATABASE_URL);
      if (role !== 'owner') Object.assign(own, { username: roles[role].user, password: roles[role].password });
      return own.toString();
    },
    start: () => tell('start'),
    stop: () => tell('stop'),
    end: async () => {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}

/** A Redis server that is not started yet, on a free port. */
export async function redisOnCall(): Promise<OnCall & { url: string }> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const stop = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    start: async () => {
      const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
      child = spawn('redis-server', settings, { stdio: 'ignore', cwd: '/tmp' });
      while (!(await listens(port))) await pause(50);
    },
    stop,
    end: stop,
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

function listens(port: number): Promise<boolean> {
  return new Promise((told) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      told(true);
    });
    socket.once('error', () => told(false));
  });
}
