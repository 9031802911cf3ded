import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';

const root = new URL('../../../', import.meta.url).pathname;

/** A database, as far as a process of ours needs to know it. */
export type Where = Pick<TestDatabase, 'url'>;

/** The environment in which a command or a server of ours meets a spec's database. */
export function environmentOf(database: Where, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, TEST_SECRETS } = process.env;
  return {
    PATH,
    HOME,
    STEGVIS_SECRETS: TEST_SECRETS,
    DATABASE_URL: database.url('owner'),
    DATABASE_URL_AUTH: database.url('auth'),
    DATABASE_URL_API: database.url('api'),
    DATABASE_URL_WORKER: database.url('worker'),
    DATABASE_URL_REPORT: database.url('report'),
    LOG_LEVEL: 'info',
    STEGVIS_STOP_WITH_PARENT: '1',
    ...more,
  };
}

/** Runs a command of apps/database on a spec's database, as `npm run` does. */
export const runCommand = (database: Where, ...args: string[]): Promise<void> => runCommandWith(database, {}, ...args);

/** The same with settings of its own. Rejects with what the command said on its error stream. */
export async function runCommandWith(database: Where, more: Record<string, string>, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, ['apps/database/dist/command.js', ...args], {
    cwd: root,
    env: environmentOf(database, more),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${said}`);
}

/** One of our servers in a process of its own. */
export interface OurProcess {
  /** Where the API listens; empty for the worker. */
  url: string;
  process: ChildProcess;
  /** Every line that it has logged. */
  logged: string[];
  stop(): Promise<void>;
}

/** Starts the built API on a free port and waits until it listens, or says something else. */
export const startApi = (database: Where, more: Record<string, string> = {}, ready = 'the API listens'): Promise<OurProcess> =>
  start('apps/api/dist/main.js', environmentOf(database, { PORT: '0', ...more }), ready);

/** Starts the built worker and waits until it has looked for follow-ups once, or says something else (of several, only one may look). */
export const startWorker = (database: Where, more: Record<string, string> = {}, ready = 'follow-ups swept'): Promise<OurProcess> =>
  start('apps/worker/dist/main.js', environmentOf(database, more), ready);

async function start(program: string, env: NodeJS.ProcessEnv, ready: string): Promise<OurProcess> {
  // The channel tells a server that its spec is gone, however that ended.
  const child = spawn(process.execPath, [program], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const logged: string[] = [];
  const port = await new Promise<number | undefined>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`${program} ended with ${code} before it was ready: ${logged.join('\n')}`)));
    createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }).on('line', (line) => {
      logged.push(line);
      if (line.includes(ready)) resolve((JSON.parse(line) as { port?: number }).port);
    });
  });
  return {
    url: port ? `http://127.0.0.1:${port}` : '',
    process: child,
    logged,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
