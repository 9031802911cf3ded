import 'reflect-metadata';
import { log } from '@stegvis/platform/log';
import { settings } from '@stegvis/platform/settings';
import { makeApp } from './app.js';

const { HOST, PORT, STEGVIS_STOP_WITH_PARENT } = settings();
const app = await makeApp();
await app.listen(PORT, HOST);
const { port } = app.getHttpServer().address() as { port: number };
log.info({ port }, 'the API listens');

let stopping = false;
/** Takes no more requests, finishes those it has, closes the database, and is gone. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info('the API stops');
  // A request that never ends must not keep the process.
  setTimeout(() => process.exit(1), 20_000).unref();
  await app.close();
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
if (STEGVIS_STOP_WITH_PARENT) process.on('disconnect', () => void stop());
