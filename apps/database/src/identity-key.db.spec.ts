import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IdentityVault } from '@stegvis/domain/participants';
import { aParticipant, aWorld } from '@stegvis/domain/participants/testing';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import type { DataSource } from 'typeorm';
import { ownerSource } from './data-source.js';
import { refuseOtherKey, rememberKey } from './identity-key.js';

const folder = mkdtempSync(join(tmpdir(), 'stegvis-secrets-'));
let database: TestDatabase;
let owner: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  owner = await ownerSource(database.url('owner')).initialize();
});
afterAll(async () => {
  await owner?.destroy();
  await database?.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await database.sql('delete from sign_in.second_factor');
  await database.sql('delete from vault.identity_key');
  await database.sql(
    `update app.participant set identity_kind = 'none', identity_number_encrypted = null, identity_number_hash = null, version = version + 1`,
  );
});

let files = 0;
/** A secret file with a new key. */
function secretFile(): { path: string; vault: IdentityVault } {
  const identityKey = randomBytes(32).toString('base64');
  const path = join(folder, `${++files}.json`);
  writeFileSync(path, JSON.stringify({ roles: {}, identityKey }));
  return { path, vault: new IdentityVault(identityKey) };
}

/** Somebody with a number, encrypted by a vault. */
async function someone(vault: IdentityVault): Promise<void> {
  const { siteId } = await aWorld(database);
  const { participantId } = await aParticipant(database, { siteId });
  const [{ organisationId } = { organisationId: '' }] = await database.sql<{ organisationId: string }>(
    'select organisation_id as "organisationId" from app.participant where id = $1',
    [participantId],
  );
  const number = '199107172380';
  await database.sql(
    `update app.participant set identity_kind = 'personnummer', identity_number_encrypted = $2, identity_number_hash = $3, version = version + 1 where id = $1`,
    [participantId, vault.encrypt(number, { organisationId, participantId }), vault.hash(number, organisationId)],
  );
}
const known = () => database.sql<{ name: Buffer; proof: Buffer }>('select name, proof from vault.identity_key');

describe('the key of the identity numbers', () => {
  it('is written down at first use, as a name and a proof that hold nothing of it', async () => {
    const { path, vault } = secretFile();
    await refuseOtherKey(owner, path);
    await rememberKey(owner, path);
    await rememberKey(owner, path);
    expect(await known()).toEqual([{ name: vault.keyName, proof: vault.proof }]);
  });

  it('may be another one as long as there is no number', async () => {
    const [first, second] = [secretFile(), secretFile()];
    await rememberKey(owner, first.path);
    await refuseOtherKey(owner, second.path);
    await rememberKey(owner, second.path);
    expect(await known()).toEqual([{ name: second.vault.keyName, proof: second.vault.proof }]);
  });

  it('is refused when it is not the one that the database knows', async () => {
    const [first, second] = [secretFile(), secretFile()];
    await rememberKey(owner, first.path);
    await someone(first.vault);
    await refuseOtherKey(owner, first.path);
    await expect(refuseOtherKey(owner, second.path)).rejects.toThrow(`The identity key in the secret file ${second.path} is not the one`);
    await expect(rememberKey(owner, second.path)).rejects.toThrow('Put back the secret file that belongs to this database');
    expect(await known()).toEqual([{ name: first.vault.keyName, proof: first.vault.proof }]);
  });

  it('is refused by the numbers themselves, in a database that has not known keys before', async () => {
    const [first, second] = [secretFile(), secretFile()];
    await someone(first.vault);
    await expect(refuseOtherKey(owner, second.path)).rejects.toThrow('is not the one');
    await refuseOtherKey(owner, first.path);
    await rememberKey(owner, first.path);
    expect(await known()).toHaveLength(1);
  });

  it('is not replaced by a new one when the secret file is gone', async () => {
    const { path, vault } = secretFile();
    await rememberKey(owner, path);
    await refuseOtherKey(owner, join(folder, 'nowhere.json'));
    await someone(vault);
    await expect(refuseOtherKey(owner, join(folder, 'nowhere.json'))).rejects.toThrow('Put that file back');
  });

  it('is refused, too, by a second factor that only the key of before can read', async () => {
    const [first, second] = [secretFile(), secretFile()];
    await rememberKey(owner, first.path);
    const { coach } = await aWorld(database);
    await database.sql(`insert into sign_in.second_factor (staff_id, secret_encrypted, confirmed_at) values ($1, '\\x00', now())`, [coach]);
    await expect(refuseOtherKey(owner, second.path)).rejects.toThrow('is not the one');
    await expect(refuseOtherKey(owner, join(folder, 'nowhere.json'))).rejects.toThrow('Put that file back');
    await refuseOtherKey(owner, first.path);
  });
});
