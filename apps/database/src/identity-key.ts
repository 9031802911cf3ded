import { existsSync } from 'node:fs';
import { IdentityVault, isKnown, type KnownKey, WrongIdentityKey } from '@stegvis/domain/participants';
import { loadSecrets, settings } from '@stegvis/platform/settings';
import type { DataSource } from 'typeorm';
import { CannotBeDone } from './commands/command.js';

/**
 * Refuses a secret file that does not belong to the database, before anything is changed by it. A new database has no key
 * yet, and one that holds nothing encrypted may get another.
 */
export async function refuseOtherKey(source: DataSource, path = settings().STEGVIS_SECRETS): Promise<void> {
  if (!(await holdsNumbers(source)) && !(await holdsSecondFactors(source))) return;
  if (!existsSync(path))
    throw new CannotBeDone(
      `There is no secret file at ${path}, and this database holds identity numbers or second factors that only the key in its secret file can read. Put that file back.`,
    );
  const vault = vaultOf(path);
  const known = await keysOf(source);
  if (known.length > 0 ? !isKnown(vault, known) : await holdsNumbers(source, vault)) throw new WrongIdentityKey(path);
}

/** Writes down the key of the secret file, at first use; whatever other key no number is encrypted with is forgotten. */
export async function rememberKey(source: DataSource, path = settings().STEGVIS_SECRETS): Promise<void> {
  const vault = vaultOf(path);
  if (isKnown(vault, await keysOf(source))) return;
  if (await holdsNumbers(source, vault)) throw new WrongIdentityKey(path);
  await source.transaction(async (manager) => {
    await manager.query('delete from vault.identity_key');
    await manager.query('insert into vault.identity_key (name, proof) values ($1, $2)', [vault.keyName, vault.proof]);
  });
}

const vaultOf = (path: string) => new IdentityVault(loadSecrets(path).identityKey);

async function keysOf(source: DataSource): Promise<KnownKey[]> {
  const [{ there }] = await source.query(`select to_regclass('vault.identity_key') is not null as there`);
  return there ? source.query('select name, proof from vault.identity_key') : [];
}

/** Whether there is an encrypted number, or one by another key than this. */
async function holdsNumbers(source: DataSource, otherThan?: IdentityVault): Promise<boolean> {
  const [{ there }] = await source.query(`select to_regclass('app.participant') is not null as there`);
  if (!there) return false;
  const [{ holds }] = await source.query(
    `select exists (select from app.participant where identity_number_encrypted is not null
                    and ($1::bytea is null or substr(identity_number_encrypted, 1, length($1)) <> $1)) as holds`,
    [otherThan?.keyName ?? null],
  );
  return holds;
}

/** Their secrets are encrypted with a key that is derived from the same one. */
async function holdsSecondFactors(source: DataSource): Promise<boolean> {
  const [{ there }] = await source.query(`select to_regclass('sign_in.second_factor') is not null as there`);
  if (!there) return false;
  const [{ holds }] = await source.query('select exists (select from sign_in.second_factor) as holds');
  return holds;
}
