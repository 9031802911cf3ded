import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * Tries are counted here, so that several API processes count together. A try is written down before the password is looked at:
 * a hundred at once are a hundred. Who has signed in with a browser before has a count of their own there, which nobody else can fill.
 */
export class TriesToSignInAreSlowedDownAndAKnownBrowserHasACountOfItsOwn1795700000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    await runner.query(`
      alter table sign_in.attempt alter column succeeded drop not null, add column browser_hash bytea;
      comment on column sign_in.attempt.succeeded is 'Null while the try is under way, and for good when it ended halfway: it then counts against its account and not against its address';
      comment on column sign_in.attempt.browser_hash is 'The known browser, or the session, that the try is counted by; null: it is counted by its address';
      create index attempt_from_address on sign_in.attempt (address, tried_at) where browser_hash is null;
      create index attempt_by_time on sign_in.attempt (tried_at);
      grant update (succeeded) on sign_in.attempt to ${role.auth};

      create table sign_in.known_browser (
        token_hash bytea not null,
        staff_id uuid not null references app.staff,
        known_since timestamptz not null default now(),
        primary key (token_hash, staff_id)
      );
      comment on table sign_in.known_browser is 'Browsers that somebody has signed in with, by a cookie that they keep. It lets nobody in: it only counts tries apart';
      create index known_browser_of_staff on sign_in.known_browser (staff_id);
      grant select, insert, delete on sign_in.known_browser to ${role.auth};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
