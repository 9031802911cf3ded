import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever loads a world writes today what happened long ago. The setting `stegvis.recorded` says of each row, by its id (or
 * of all others, by `*`), when that was and who did it: `{"<id>": {"at": "2026-03-02 09:00 Europe/Stockholm", "staff": "<id>",
 * "job": null, "request": "<id>"}}`. It is heard only from a session of the tables' owner, who could write history anyway: in a
 * definer function the current user is the owner, and the session's user is who signed in to the database. From every other
 * role it is passed over, and nobody can record what is yet to come.
 */
export class TheOwnerMaySayWhenSomethingWasRecorded1795600000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function history.record() returns trigger language plpgsql security definer set search_path = '' as $$
      declare
        -- Read once: a bulk load would otherwise ask for each row again who asks.
        kind text := coalesce(access.asker_kind(), 'owner');
        asker uuid := access.asker_id();
        job text := access.job_name();
        request text := access.request_id();
        told jsonb := case when session_user = current_user then nullif(current_setting('stegvis.recorded', true), '')::jsonb end;
      begin
        if told is not null and exists (select from jsonb_each(told) as t where (t.value ->> 'at')::timestamptz > clock_timestamp()) then
          raise exception 'what is yet to come cannot have been recorded' using errcode = 'SV422';
        end if;
        insert into history.row_version
          (table_name, row_id, operation, organisation_id, project_id, site_id, enrolment_id, participant_id, content, asker_kind, asker_id, job_name, request_id, recorded_at)
        select tg_table_name, (j ->> 'id')::uuid, lower(tg_op), (j ->> 'organisation_id')::uuid, (j ->> 'project_id')::uuid, (j ->> 'site_id')::uuid,
               coalesce((j ->> 'enrolment_id')::uuid, case when tg_table_name = 'enrolment' then (j ->> 'id')::uuid end),
               coalesce((j ->> 'participant_id')::uuid, case when tg_table_name = 'participant' then (j ->> 'id')::uuid end),
               j,
               case when t is null then kind when t ->> 'staff' is null then 'job' else 'staff' end,
               case when t is null then asker else (t ->> 'staff')::uuid end,
               case when t is null then job else t ->> 'job' end,
               case when t is null then request else t ->> 'request' end,
               coalesce((t ->> 'at')::timestamptz, clock_timestamp())
        from (select to_jsonb(changed) as j from changed) as versions
        cross join lateral (select coalesce(told -> (j ->> 'id'), told -> '*') as t) as telling;
        return null;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
