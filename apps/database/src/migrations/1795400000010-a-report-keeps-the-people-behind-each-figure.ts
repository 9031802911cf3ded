import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AReportKeepsThePeopleBehindEachFigure1795400000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.report_schedule (
        id uuid primary key default gen_random_uuid(),
        project_id uuid not null references app.project unique,
        every text not null default 'month' check (every in ('month')),
        active boolean not null default true,
        version integer not null default 1
      );
      create table app.report_run (
        id uuid primary key default gen_random_uuid(),
        project_id uuid not null references app.project,
        schedule_id uuid references app.report_schedule,
        period_start date not null,
        period_end date not null,
        rule_version integer not null,
        state text not null default 'requested' check (state in ('requested', 'draft', 'checked', 'submitted', 'returned', 'superseded')),
        comment text,
        requested_at timestamptz not null default now(),
        requested_by uuid references app.staff,
        built_at timestamptz,
        checked_at timestamptz,
        checked_by uuid references app.staff,
        submitted_at timestamptz,
        submitted_by uuid references app.staff,
        version integer not null default 1,
        unique (project_id, id),
        constraint report_ends_after_it_starts check (period_end >= period_start),
        constraint built_report_says_when check ((state = 'requested') = (built_at is null))
      );
      -- A schedule drafts a period once, however often the worker looks.
      create unique index report_is_drafted_once on app.report_run (schedule_id, period_start, period_end) where schedule_id is not null;
      create index report_run_of_project on app.report_run (project_id, period_start desc);

      create table app.report_subject (
        project_id uuid not null,
        run_id uuid not null,
        organisation_id uuid not null,
        site_id uuid not null,
        enrolment_id uuid not null,
        participant_id uuid not null,
        gender text not null,
        age integer not null,
        age_band text not null,
        start_date date not null,
        end_date date,
        stages text[] not null,
        exit_labour_status text,
        exit_job_seeking boolean,
        exit_in_education boolean,
        exit_qualification boolean,
        exit_facts_missing boolean not null,
        labour_status text,
        primary key (run_id, enrolment_id),
        foreign key (project_id, run_id) references app.report_run (project_id, id),
        foreign key (organisation_id, project_id, site_id, enrolment_id) references app.enrolment (organisation_id, project_id, site_id, id)
      );
      comment on table app.report_subject is 'Each enrolment that a run looked at, with the facts it counted by, as they were then';
      create index report_subject_of_enrolment on app.report_subject (enrolment_id);

      create table app.report_cell (
        id uuid primary key default gen_random_uuid(),
        project_id uuid not null,
        run_id uuid not null,
        section text not null,
        row_name text not null,
        column_name text not null check (column_name in ('woman', 'man', 'non-binary', 'total')),
        value integer not null check (value >= 0),
        unique (project_id, run_id, id),
        foreign key (project_id, run_id) references app.report_run (project_id, id),
        constraint report_cell_stands_once unique (run_id, section, row_name, column_name)
      );
      create table app.report_member (
        project_id uuid not null,
        run_id uuid not null,
        cell_id uuid not null,
        enrolment_id uuid not null,
        organisation_id uuid not null,
        site_id uuid not null,
        primary key (cell_id, enrolment_id),
        foreign key (project_id, run_id, cell_id) references app.report_cell (project_id, run_id, id),
        foreign key (organisation_id, project_id, site_id, enrolment_id) references app.enrolment (organisation_id, project_id, site_id, id)
      );
      create index report_member_of_enrolment on app.report_member (enrolment_id);

      create table app.submission (
        id uuid primary key default gen_random_uuid(),
        project_id uuid not null,
        run_id uuid not null,
        period_start date not null,
        period_end date not null,
        rule_version integer not null,
        published jsonb not null,
        comment text,
        submitted_at timestamptz not null default now(),
        submitted_by uuid not null references app.staff,
        submitted_by_name text not null,
        foreign key (project_id, run_id) references app.report_run (project_id, id),
        unique (run_id)
      );
      create index submission_of_project on app.submission (project_id, period_start desc);
      comment on table app.submission is 'What the funder reads: figures with small groups hidden, and nothing else. Written once, never changed';

      -- A project made by a person drafts its report from the start; whoever loads whole worlds brings their schedules along.
      create function app.schedule_report_of_project() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        if access.asker_kind() = 'staff' and new.kind <> 'pre-study' then
          insert into app.report_schedule (project_id) values (new.id);
        end if;
        return null;
      end $$;
      create trigger schedule_report_of_project after insert on app.project for each row execute function app.schedule_report_of_project();

      create function app.keep_sealed() returns trigger language plpgsql set search_path = '' as $$
      begin
        if exists (select from app.report_run r join changed c on c.run_id = r.id where r.state <> 'requested') then
          raise exception 'the figures of a run are made once' using errcode = 'SV422';
        end if;
        return null;
      end $$;
      create trigger keep_sealed after insert on app.report_cell referencing new table as changed for each statement execute function app.keep_sealed();
      create trigger keep_sealed after insert on app.report_member referencing new table as changed for each statement execute function app.keep_sealed();
      create trigger keep_sealed after insert on app.report_subject referencing new table as changed for each statement execute function app.keep_sealed();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
