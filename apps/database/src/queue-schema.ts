import { runMigrations } from 'bullmq';
import type { DataSource } from 'typeorm';
import { roleNames } from './roles/role-names.js';

/**
 * Makes the schema of BullMQ's PostgreSQL backend, or brings it up to date, as its owner; the worker may use it and not
 * change it. It is made where the queue lives in Redis, too: then it stays empty, and moving back needs no step.
 */
export async function makeQueueSchema(source: DataSource): Promise<void> {
  const { worker } = roleNames();
  const runner = source.createQueryRunner();
  try {
    await runMigrations(await runner.connect(), 'bullmq');
    await runner.query(`
      revoke all on schema bullmq from public;
      grant usage on schema bullmq to ${worker};
      grant select, insert, update, delete on all tables in schema bullmq to ${worker};
      revoke insert, update, delete on bullmq.migration from ${worker};
      grant usage, select on all sequences in schema bullmq to ${worker};
      revoke all on all functions in schema bullmq from public;
      grant execute on all functions in schema bullmq to ${worker};
    `);
  } finally {
    await runner.release();
  }
}
