import { sourceOptions } from '@stegvis/platform/postgres';
import { settings } from '@stegvis/platform/settings';
import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';

/** The database as its owner sees it: for migrations, the demo world and the scale loader, never for a server. */
export function ownerSource(url = settings().DATABASE_URL): DataSource {
  if (!url) throw new Error('DATABASE_URL is not set: which PostgreSQL database is it?');
  const options = sourceOptions({ url, poolSize: 2, applicationName: 'stegvis-owner', statementTimeout: 0 });
  return new DataSource({
    ...options,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  } as typeof options);
}
