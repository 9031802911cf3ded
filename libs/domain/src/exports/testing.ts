import { randomUUID } from 'node:crypto';
import { loadSecrets } from '@stegvis/platform/settings';
import type { Builder } from '../participants/testing.js';
import { ExportVault } from './export-vault.js';

/** The vault of the installation that the specs run on. */
export function vaultOfSpecs(): ExportVault {
  // biome-ignore lint/style/noProcessEnv: the test runner hands its secret file to the specs this way
  return new ExportVault(loadSecrets(process.env.TEST_SECRETS).identityKey);
}

/** An export whose file waits to be fetched: a list of participants as CSV. Asked for the day before yesterday, so that it is none of today's ten. */
export async function aReadyExport(db: Builder, { staffId, people }: { staffId: string; people: readonly string[] }): Promise<string> {
  const id = randomUUID();
  await db.sql(
    `insert into app.export (id, staff_id, resource, purpose, format, language, row_count, state, requested_at, ready_at, expires_at)
     values ($1, $2, 'participants', 'Underlag till styrgruppens möte', 'csv', 'sv', $3, 'ready', now() - interval '2 days', now(), now() + interval '24 hours')`,
    [id, staffId, people.length],
  );
  const file = vaultOfSpecs().encrypt(Buffer.from('\uFEFF"Efternamn"\r\n'), id, 'file');
  await db.sql(`insert into app.export_content (id, asked, file, people, criteria) values ($1, '', $2, $3, '{}')`, [id, file, people]);
  return id;
}
