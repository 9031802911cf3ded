import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

export class AFollowUpIsRemindedOfOnce1795400000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    await runner.query(`
      create table app.reminder (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null,
        project_id uuid not null,
        site_id uuid not null,
        enrolment_id uuid not null,
        rule text not null check (rule in ('meeting-not-written-up', 'no-contact', 'exit-facts-missing', 'entry-facts-missing')),
        subject_id uuid not null,
        staff_id uuid references app.staff,
        due_date date not null,
        state text not null default 'open' check (state in ('open', 'snoozed', 'done', 'cancelled')),
        snoozed_until date,
        note text,
        closed_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        foreign key (organisation_id, project_id, site_id, enrolment_id) references app.enrolment (organisation_id, project_id, site_id, id),
        constraint reminder_comes_once unique (rule, subject_id, enrolment_id, due_date),
        constraint snoozed_reminder_has_a_day check ((state = 'snoozed') = (snoozed_until is not null)),
        constraint closed_reminder_has_a_time check ((state in ('done', 'cancelled')) = (closed_at is not null))
      );
      -- One at a time, too: what is found again is the open one.
      create unique index reminder_is_open_once on app.reminder (rule, subject_id, enrolment_id) where state in ('open', 'snoozed');
      create index reminder_for_staff on app.reminder (staff_id, due_date) where state in ('open', 'snoozed');
      create index reminder_at_site on app.reminder (site_id, due_date) where state in ('open', 'snoozed');
      create index reminder_of_enrolment on app.reminder (enrolment_id, rule);

      create function app.reminder_is_due(state text, due_date date, snoozed_until date) returns boolean language sql stable parallel safe
        return (state = 'open' and due_date <= app.today()) or (state = 'snoozed' and snoozed_until <= app.today());
      comment on function app.reminder_is_due(text, date, date) is 'Whether a reminder waits for somebody today: open and its day has come, or the day has come on which it comes back';
      create function app.reminder_is_overdue(state text, due_date date, snoozed_until date) returns boolean language sql stable parallel safe
        return (state = 'open' and due_date < app.today()) or (state = 'snoozed' and snoozed_until <= app.today());
      comment on function app.reminder_is_overdue(text, date, date) is 'The one definition of overdue: open and past its day, or snoozed and back. My day, dashboard and lists all use it';

      create table app.doorbell (
        id bigint generated always as identity primary key,
        job text not null,
        subject_id uuid not null,
        request_id text,
        rung_at timestamptz not null default now(),
        relayed_at timestamptz
      );
      comment on table app.doorbell is 'What the API asks the worker to do, by id; the relay turns each row into a job. The rows that matter lie elsewhere: losing a bell loses nothing';
      create index doorbell_not_relayed on app.doorbell (id) where relayed_at is null;
      create function app.ring() returns trigger language plpgsql set search_path = '' as $$
      begin
        notify doorbell;
        return null;
      end $$;
      create trigger ring after insert on app.doorbell for each statement execute function app.ring();

      create table app.worker_heartbeat (
        worker text primary key,
        beat_at timestamptz not null
      );
    `);
    await runner.query(`
      grant execute on function app.reminder_is_due(text, date, date), app.reminder_is_overdue(text, date, date) to ${role.api}, ${role.worker}, ${role.report};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
