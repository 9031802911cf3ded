import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One table holds every version of every row of the case, written by triggers in the same transaction. Triggers are for
 * each statement with transition tables: a trigger for each row is too slow for bulk loads.
 */
export class HistoryKeepsEveryVersionOfARow1795400000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table history.row_version (
        id bigint generated always as identity primary key,
        table_name text not null,
        row_id uuid not null,
        operation text not null check (operation in ('insert', 'update', 'delete')),
        organisation_id uuid,
        project_id uuid,
        site_id uuid,
        enrolment_id uuid,
        participant_id uuid,
        content jsonb not null,
        asker_kind text,
        asker_id uuid,
        job_name text,
        request_id text,
        recorded_at timestamptz not null default clock_timestamp()
      );
      comment on table history.row_version is 'What a row was after each change (before it, for a delete), who changed it, when, in which request or job';
      create index row_version_of_row on history.row_version (table_name, row_id, id);
      create index row_version_of_enrolment on history.row_version (enrolment_id, id) where enrolment_id is not null;
      create index row_version_of_participant on history.row_version (participant_id, id) where participant_id is not null;

      create function history.record() returns trigger language plpgsql security definer set search_path = '' as $$
      declare
        -- Read once: a bulk load would otherwise ask for each row again who asks.
        kind text := coalesce(access.asker_kind(), 'owner');
        asker uuid := access.asker_id();
        job text := access.job_name();
        request text := access.request_id();
      begin
        insert into history.row_version
          (table_name, row_id, operation, organisation_id, project_id, site_id, enrolment_id, participant_id, content, asker_kind, asker_id, job_name, request_id)
        select tg_table_name, (j ->> 'id')::uuid, lower(tg_op), (j ->> 'organisation_id')::uuid, (j ->> 'project_id')::uuid, (j ->> 'site_id')::uuid,
               coalesce((j ->> 'enrolment_id')::uuid, case when tg_table_name = 'enrolment' then (j ->> 'id')::uuid end),
               coalesce((j ->> 'participant_id')::uuid, case when tg_table_name = 'participant' then (j ->> 'id')::uuid end),
               j, kind, asker, job, request
        from (select to_jsonb(changed) as j from changed) as versions;
        return null;
      end $$;

      create function app.raise_version() returns trigger language plpgsql set search_path = '' as $$
      begin
        if new.version is distinct from old.version + 1 then
          raise exception 'the update of % must raise the version by one', tg_table_name using errcode = 'SV409';
        end if;
        return new;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
