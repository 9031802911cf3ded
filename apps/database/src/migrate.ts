import type { DataSource } from 'typeorm';
import { refuseOtherKey, rememberKey } from './identity-key.js';
import { migrateSchema } from './migrate-schema.js';
import { makeQueueSchema } from './queue-schema.js';
import { makeRoles, makeSecrets } from './roles/make-roles.js';

/** An arbitrary number that names this lock: two migrators at once wait for each other. */
const migratorLock = 7_834_651;

/** Brings the database to the newest schema: secrets, roles, then every migration that has not run. */
export async function migrate(source: DataSource): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migratorLock]);
    const [{ database }] = await runner.query('select current_database() as database');
    await refuseOtherKey(source);
    makeSecrets(database);
    await makeRoles(source);
    await runner.query('create schema if not exists app');
    const done = await migrateSchema(source);
    await rememberKey(source);
    await makeQueueSchema(source);
    return done.map((migration) => migration.name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [migratorLock]);
    await runner.release();
  }
}
