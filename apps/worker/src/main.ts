import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { NestLog } from '@stegvis/platform/log';
import { settings } from '@stegvis/platform/settings';
import { WorkerModule } from './worker.module.js';

try {
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: new NestLog(), abortOnError: false });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  if (settings().STEGVIS_STOP_WITH_PARENT) {
    // The channel closes when the parent is gone, however it went.
    const stop = () => process.kill(process.pid, 'SIGTERM');
    process.once('disconnect', stop);
    if (!process.connected) stop();
  }
} catch (fault) {
  // Before the worker works there is no person's data in a fault, and the sentence says what to do.
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}
