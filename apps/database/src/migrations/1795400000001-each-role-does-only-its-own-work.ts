import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/** Three schemas, closed to everybody; roles get in by name, table by table. */
export class EachRoleDoesOnlyItsOwnWork1795400000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    await runner.query(`
      revoke all on schema public from public;
      create schema if not exists app;
      create schema access;
      create schema history;
      create schema sign_in;
      create extension if not exists btree_gist with schema app;
      create extension if not exists pg_trgm with schema app;
      grant usage on schema app, access to ${role.auth}, ${role.api}, ${role.worker}, ${role.report};
      grant usage on schema history to ${role.api};
      grant usage on schema sign_in to ${role.auth};
      -- Without a schema: what everybody is given by default cannot be taken back in one schema only.
      alter default privileges revoke execute on functions from public;
    `);
    await runner.query(`
      -- Both are plain expressions without settings of their own, so that the planner takes them into the statement.
      create function app.today() returns date language sql stable parallel safe
        return (now() at time zone 'Europe/Stockholm')::date;
      comment on function app.today() is 'The local day of the installation; every due date is one';
      create function app.local_day(at timestamptz) returns date language sql immutable parallel safe
        return (at at time zone 'Europe/Stockholm')::date;
      create function app.start_of_day(day date) returns timestamptz language sql immutable parallel safe
        return day::timestamp at time zone 'Europe/Stockholm';
      create function app.instant(at timestamptz) returns text language sql stable parallel safe
        return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
      comment on function app.instant(timestamptz) is 'A moment as the API writes it, for rows that are made as JSON';
      grant execute on function app.today(), app.local_day(timestamptz), app.start_of_day(date), app.instant(timestamptz) to ${role.auth}, ${role.api}, ${role.worker}, ${role.report};
      create collation app.swedish (provider = icu, locale = 'sv');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
