import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { log } from '@stegvis/platform/log';
import { isAway, postgresServer } from '@stegvis/platform/postgres';
import { untilReachable } from '@stegvis/platform/servers';
import { settings } from '@stegvis/platform/settings';
import { makeApp } from './app.js';
import { WaitingRoom } from './waiting/waiting-room.js';

const { HOST, PORT, STEGVIS_STOP_WITH_PARENT } = settings();
const room = new WaitingRoom();
let app: NestFastifyApplication | undefined;
let port = PORT;

/** The application, as soon as there is a database for it. */
async function whenThereIsADatabase(): Promise<NestFastifyApplication> {
  for (;;) {
    await untilReachable(postgresServer('api'), async () => {
      port = await room.open(port, HOST);
    });
    try {
      return await makeApp();
    } catch (fault) {
      // It went away again in between.
      if (!isAway(fault)) throw fault;
    } finally {
      await room.close();
    }
  }
}

let stopping = false;
/** Takes no more requests, finishes those it has, closes the database, and is gone. Before it listens it has nothing to finish. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info('the API stops');
  // A request that never ends must not keep the process.
  setTimeout(() => process.exit(1), 20_000).unref();
  await app?.close();
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
if (STEGVIS_STOP_WITH_PARENT) {
  process.on('disconnect', () => void stop());
  if (!process.connected) void stop();
}

try {
  const made = await whenThereIsADatabase();
  await made.listen(port, HOST);
  app = made;
  log.info({ port: (made.getHttpServer().address() as { port: number }).port }, 'the API listens');
} catch (fault) {
  // Before the API listens there is no person's data in a fault, and the sentence says what to do.
  log.fatal('the API cannot start');
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}
