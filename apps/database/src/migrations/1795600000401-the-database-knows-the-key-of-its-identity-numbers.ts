import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

export class TheDatabaseKnowsTheKeyOfItsIdentityNumbers1795600000401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    await runner.query(`
      create schema vault;
      revoke all on schema vault from public;
      create table vault.identity_key (
        name bytea primary key check (length(name) = 4),
        proof bytea not null check (length(proof) = 32),
        known_since timestamptz not null default now()
      );
      comment on table vault.identity_key is
        'The keys that identity numbers are encrypted with: never a key itself, but its name, which stands before each encrypted number, and a proof that only the key gives. More than one while numbers are being encrypted anew';
      grant usage on schema vault to ${role.api};
      grant select on vault.identity_key to ${role.api};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
