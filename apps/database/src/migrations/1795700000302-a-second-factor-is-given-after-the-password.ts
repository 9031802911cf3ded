import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * Who has a second factor has, after the password, half a session: it can do nothing but give the second step, since nothing but
 * that looks at it. The second factor's secret is encrypted with a key of the secret file; recovery codes are kept as keyed hashes.
 */
export class ASecondFactorIsGivenAfterThePassword1795700000302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    await runner.query(`
      create table sign_in.second_factor (
        staff_id uuid primary key references app.staff,
        secret_encrypted bytea not null,
        begun_at timestamptz not null default now(),
        confirmed_at timestamptz,
        last_step bigint
      );
      comment on column sign_in.second_factor.confirmed_at is 'Null until a first code has shown that the phone has the secret: until then it is not asked for';
      comment on column sign_in.second_factor.last_step is 'The thirty seconds, counted from 1970, of the last code that was used: no code of these or before is taken again';
      create table sign_in.recovery_code (
        staff_id uuid not null references app.staff,
        code_hash bytea not null check (length(code_hash) = 32),
        used_at timestamptz,
        primary key (staff_id, code_hash)
      );
      create table sign_in.half_session (
        token_hash bytea primary key,
        staff_id uuid not null references app.staff,
        attempt_id bigint not null,
        started_at timestamptz not null default now(),
        ended_at timestamptz
      );
      comment on table sign_in.half_session is 'The password was right, and the second step is missing. For ten minutes';
      create index half_session_of_staff on sign_in.half_session (staff_id);
      grant select, insert, update, delete on sign_in.second_factor, sign_in.recovery_code, sign_in.half_session to ${role.auth};

      alter table sign_in.session add column authenticated_at timestamptz not null default now();
      comment on column sign_in.session.authenticated_at is 'When the person last proved who they are: at the sign-in, or since then before something that asks for it';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
