import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { log, NestLog } from '@stegvis/platform/log';
import { isAway, postgresServer } from '@stegvis/platform/postgres';
import { redisServer } from '@stegvis/platform/queue';
import { untilReachable } from '@stegvis/platform/servers';
import { settings } from '@stegvis/platform/settings';
import { WorkerModule } from './worker.module.js';

const { REDIS_URL, STEGVIS_STOP_WITH_PARENT } = settings();
/** How long a start that is under way may keep a worker that is to stop, in milliseconds. */
const patience = 20_000;

let starting: Promise<INestApplicationContext> | undefined;
let asked = false;

/** The worker, as soon as there are a database and a queue for it. */
async function start(): Promise<void> {
  for (;;) {
    await untilReachable(postgresServer('worker'));
    if (REDIS_URL) await untilReachable(redisServer(REDIS_URL));
    if (asked) return;
    starting = NestFactory.createApplicationContext(WorkerModule, { logger: new NestLog(), abortOnError: false });
    try {
      await starting;
      return;
    } catch (fault) {
      starting = undefined;
      // It went away again in between.
      if (!isAway(fault) || asked) throw fault;
    }
  }
}

/** Asked to stop, also while it starts: jobs that run are finished, and what is open is closed in order. While it only waits there is nothing of that. */
function stop(): void {
  if (asked) return;
  asked = true;
  if (!starting) process.exit(0);
  setTimeout(() => process.exit(1), patience).unref();
  starting
    .then((app) => app.close())
    .then(
      () => process.exit(0),
      () => process.exit(1),
    );
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
if (STEGVIS_STOP_WITH_PARENT) {
  // The channel closes when the parent is gone, however it went.
  process.once('disconnect', stop);
  if (!process.connected) stop();
}

start().catch((fault: unknown) => {
  // Before the worker works there is no person's data in a fault, and the sentence says what to do.
  log.fatal('the worker cannot start');
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
