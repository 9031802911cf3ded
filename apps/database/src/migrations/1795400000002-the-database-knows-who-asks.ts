import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * Each transaction begins by stating who asks in the setting `stegvis.asker`: kind|id|session|expires|request|job.
 * These functions are the only readers of it. Nobody stated, or a statement that has run out, is nobody.
 */
export class TheDatabaseKnowsWhoAsks1795400000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    await runner.query(`
      create function access.statement() returns text[] language plpgsql stable parallel safe security definer set search_path = '' as $$
      declare
        stated text[] := string_to_array(nullif(current_setting('stegvis.asker', true), ''), '|');
      begin
        if stated is null or cardinality(stated) <> 6 or stated[4] !~ '^[0-9]{1,12}$' then return null; end if;
        if stated[4]::bigint < extract(epoch from now()) then return null; end if;
        if stated[1] = 'staff' and stated[2] !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then return null; end if;
        return stated;
      end $$;
      comment on function access.statement() is 'Who asks, as stated at the start of this transaction; null when nobody is';

      create function access.asker_kind() returns text language sql stable parallel safe security definer set search_path = ''
        return (access.statement())[1];
      create function access.asker_id() returns uuid language sql stable parallel safe security definer set search_path = ''
        return (case when (access.statement())[1] = 'staff' then nullif((access.statement())[2], '')::uuid end);
      create function access.request_id() returns text language sql stable parallel safe security definer set search_path = ''
        return nullif((access.statement())[5], '');
      create function access.job_name() returns text language sql stable parallel safe security definer set search_path = ''
        return nullif((access.statement())[6], '');
      revoke all on all functions in schema access from public;
      grant execute on all functions in schema access to ${role.auth}, ${role.api}, ${role.worker}, ${role.report};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
