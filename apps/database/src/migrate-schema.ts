import type { DataSource, Migration } from 'typeorm';
import { putUpFences } from './fence/put-up.js';

/** Runs every migration that has not run, and puts up the fences as they are declared today. */
export async function migrateSchema(source: DataSource): Promise<Migration[]> {
  const done = await source.runMigrations();
  await putUpFences(source, done.length > 0);
  return done;
}
