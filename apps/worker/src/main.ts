import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { log, NestLog } from '@stegvis/platform/log';
import { settings } from '@stegvis/platform/settings';
import { WorkerModule } from './worker.module.js';

const starting = NestFactory.createApplicationContext(WorkerModule, { logger: new NestLog(), abortOnError: false });

// Asked to stop, also while it starts: jobs that run are finished, and what is open is closed in order.
let asked = false;
function stop(): void {
  if (asked) return;
  asked = true;
  starting
    .then((app) => app.close())
    .then(
      () => process.exit(0),
      () => process.exit(1),
    );
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
if (settings().STEGVIS_STOP_WITH_PARENT) {
  // The channel closes when the parent is gone, however it went.
  process.once('disconnect', stop);
  if (!process.connected) stop();
}

starting.catch((fault: unknown) => {
  // Before the worker works there is no person's data in a fault, and the sentence says what to do.
  log.fatal('the worker cannot start');
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
