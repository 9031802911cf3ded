import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';

const program = new URL('../dist/main.js', import.meta.url).pathname;

/** Whether this run of the specs is about the queue in Redis; else it lives in PostgreSQL. */
export const onRedis = process.env.TEST_QUEUE === 'redis';

interface Line {
  msg: string;
  [field: string]: unknown;
}

interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A worker as it runs in production: a process of its own, which has to be built first. */
export interface WorkerProcess {
  child: ChildProcess;
  /** What it has logged. */
  lines: Line[];
  /** The first line with this message, already there or to come. Throws when the worker ends before. */
  says(message: string): Promise<Line>;
  /** Sends a signal and waits for the end; how it ended. */
  end(signal: NodeJS.Signals): Promise<Ending>;
  /** What it wrote to the error stream. */
  complaint(): string;
}

const running = new Set<WorkerProcess>();

/** Ends the workers that a test has left behind. */
export async function endWorkers(): Promise<void> {
  await Promise.all([...running].map((worker) => worker.end('SIGKILL')));
}

/** Starts a worker on a database of the specs. */
export function startWorker(db: TestDatabase, settings: Record<string, string> = {}): WorkerProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL_WORKER: db.url('worker'),
      DATABASE_URL_REPORT: db.url('report'),
      DATABASE_URL_API: db.url('api'),
      STEGVIS_SECRETS: process.env.TEST_SECRETS,
      ...(onRedis ? { REDIS_URL: process.env.TEST_REDIS_URL } : {}),
      SWEEP_EVERY_SECONDS: '3600',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines: Line[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  const output = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  output.on('line', (text) => {
    lines.push(JSON.parse(text));
    wake();
  });
  let complaint = '';
  child.stderr?.on('data', (text) => {
    complaint += text;
  });
  let ended: Ending | undefined;
  // Not the event "close": it does not come when the channel to the child was closed from here.
  const end = Promise.all([once(child, 'exit'), once(output, 'close')]).then(([[code, signal]]): Ending => {
    ended = { code, signal };
    running.delete(worker);
    wake();
    return ended;
  });
  const worker: WorkerProcess = {
    child,
    lines,
    says: (message) =>
      new Promise((found, failed) => {
        const look = () => {
          const line = lines.find(({ msg }) => msg === message);
          if (!line && !ended) return;
          waiting.delete(look);
          if (line) found(line);
          else failed(new Error(`The worker ended without saying "${message}": ${complaint}`));
        };
        waiting.add(look);
        look();
      }),
    end: (signal) => {
      child.kill(signal);
      return end;
    },
    complaint: () => complaint,
  };
  running.add(worker);
  return worker;
}
