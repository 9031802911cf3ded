import { createHash, randomBytes } from 'node:crypto';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';

/** A session that stands, made without signing in; gives the header that it is sent by. `proved`: minutes since the person last proved who they are. */
export async function aSession(db: Pick<TestDatabase, 'sql'>, staffId: string, proved = 0): Promise<{ Cookie: string }> {
  const token = randomBytes(32).toString('base64url');
  await db.sql('insert into sign_in.session (token_hash, staff_id, authenticated_at) values ($1, $2, now() - make_interval(mins => $3))', [
    createHash('sha256').update(token).digest(),
    staffId,
    proved,
  ]);
  return { Cookie: `stegvis=${token}` };
}
