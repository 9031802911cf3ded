import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/** Whoever is signed in sees where, and ends what is not theirs. The limits of a session are the installation's to choose; the API states them when it starts. */
export class ASessionSaysWhereItWasBegunAndItsLimitsCanBeSet1795700000303 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    await runner.query(`
      alter table sign_in.session
        add column id uuid not null default gen_random_uuid(),
        add column browser text not null default '',
        add column system text not null default '',
        add constraint session_id_is_used_once unique (id);
      comment on column sign_in.session.id is 'Names the session to its owner; lets nobody in';
      comment on column sign_in.session.browser is 'What the browser calls itself, from a short list; empty when it is none of them';

      create table sign_in.limits (
        only_one boolean primary key default true check (only_one),
        idle_minutes integer not null default 60 check (idle_minutes between 5 and 1440),
        longest_hours integer not null default 12 check (longest_hours between 1 and 24)
      );
      insert into sign_in.limits default values;
      comment on table sign_in.limits is 'How long a session lasts without a request, and anyhow';
      grant select, update (idle_minutes, longest_hours) on sign_in.limits to ${role.auth};

      create or replace function sign_in.session_is_open(started_at timestamptz, last_seen_at timestamptz, ended_at timestamptz) returns boolean
        language sql stable parallel safe
        return ended_at is null
          and last_seen_at > now() - (select make_interval(mins => l.idle_minutes) from sign_in.limits l)
          and started_at > now() - (select make_interval(hours => l.longest_hours) from sign_in.limits l);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
