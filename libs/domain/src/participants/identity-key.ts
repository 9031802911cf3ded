import { Injectable, type OnModuleInit } from '@nestjs/common';
import { asNobody, UnitOfWork } from '@stegvis/platform/postgres';
import { settings } from '@stegvis/platform/settings';
import { IdentityVault } from './identity-vault.js';

/** A key that identity numbers of this database are encrypted with: its name, and what proves that one has it. */
export interface KnownKey {
  name: Buffer;
  proof: Buffer;
}

/** The secret file is not the one that the database's identity numbers were encrypted with. Its message says what to do. */
export class WrongIdentityKey extends Error {
  constructor(path: string) {
    super(
      `The identity key in the secret file ${path} is not the one that this database's identity numbers are encrypted with. ` +
        'Put back the secret file that belongs to this database; STEGVIS_SECRETS says where it is.',
    );
  }
}

/** Whether the vault's key is one of those that the database knows. There may be several once keys can be changed. */
export const isKnown = (vault: IdentityVault, known: readonly KnownKey[]): boolean =>
  known.some(({ name, proof }) => name.equals(vault.keyName) && proof.equals(vault.proof));

/** Keeps a server from starting with another identity key than the database's: it could read no number, and would find nobody by one. */
@Injectable()
export class IdentityKeyFits implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly vault: IdentityVault,
  ) {}

  async onModuleInit(): Promise<void> {
    const known = await asNobody(() => this.work.read<KnownKey>({ text: 'select name, proof from vault.identity_key' }));
    if (!isKnown(this.vault, known)) throw new WrongIdentityKey(settings().STEGVIS_SECRETS);
  }
}
