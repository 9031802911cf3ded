import { type ConnectionOptions, createPostgresBackend, setDefaultBackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { jobNames } from '../doorbell/jobs.js';
import { faultFields } from '../log/fault.js';
import { log } from '../log/log.js';
import { databaseUrl, settings } from '../settings/index.js';

/** Each queue listens on a connection; these many more do the work. */
const workingConnections = 4;

/** Where the queue lives: in Redis when REDIS_URL is set, else in PostgreSQL. One for a process, shared by its queues. */
export interface QueueConnection {
  backend: 'redis' | 'postgres';
  /** What BullMQ is given as its connection. */
  options: ConnectionOptions;
  /** Keeps the queues of several installations on one Redis apart. */
  prefix: string;
  /** Throws a sentence when the queue would lose jobs here. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the queue's connection. The backend is BullMQ's default for the whole process from then on. */
export function openQueue(): QueueConnection {
  const url = settings().REDIS_URL;
  return url ? inRedis(url) : inPostgres();
}

function inRedis(url: string): QueueConnection {
  // A worker waits for Redis as long as it takes; null is what BullMQ asks for.
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  let away = false;
  redis.on('error', (fault) => {
    if (!away) log.warn(faultFields(fault), 'Redis cannot be reached');
    away = true;
  });
  redis.on('ready', () => {
    if (away) log.info('Redis answers');
    away = false;
  });
  return {
    backend: 'redis',
    options: redis,
    prefix: `stegvis-${new URL(databaseUrl('worker')).pathname.slice(1)}`,
    check: async () => {
      const policy = /^maxmemory_policy:(.+)$/m.exec(await redis.info('memory'))?.[1]?.trim();
      if (policy === 'noeviction') return;
      throw new Error(
        `Redis throws jobs away when its memory is full (maxmemory-policy is ${policy}). Set it to noeviction and start the worker again.`,
      );
    },
    close: async () => redis.disconnect(),
  };
}

function inPostgres(): QueueConnection {
  setDefaultBackendFactory(createPostgresBackend);
  const pool = new pg.Pool({
    connectionString: databaseUrl('worker'),
    max: jobNames.length + workingConnections,
    application_name: 'stegvis-queue',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    // BullMQ's statements name no schema. Its schema is made by the migrator: this role may not.
    options: '-c search_path=bullmq',
  });
  pool.on('error', (fault) => log.warn(faultFields(fault), "The queue's database connection was lost"));
  // Every queue and worker listens for faults of the one pool.
  pool.setMaxListeners(jobNames.length * 4);
  return { backend: 'postgres', options: pool as unknown as ConnectionOptions, prefix: 'stegvis', check: async () => {}, close: () => pool.end() };
}
