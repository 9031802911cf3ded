import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

export class StaffHoldRolesForATime1795400000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    await runner.query(`
      create table app.staff (
        id uuid primary key default gen_random_uuid(),
        name text not null check (name <> ''),
        email text not null check (email = lower(email)),
        language text not null default 'sv' check (language in ('sv', 'en')),
        active boolean not null default true,
        version integer not null default 1,
        constraint staff_email_is_used_once unique (email)
      );
      create table app.role_assignment (
        id uuid primary key default gen_random_uuid(),
        staff_id uuid not null references app.staff,
        role text not null check (role in ('coach', 'local-leader', 'project-leader', 'funder', 'administrator')),
        project_id uuid references app.project,
        site_id uuid references app.site,
        valid_from date not null,
        valid_to date,
        version integer not null default 1,
        constraint role_ends_after_it_starts check (valid_to >= valid_from),
        constraint role_has_its_scope check (
          case role when 'coach' then site_id is not null and project_id is null
                    when 'local-leader' then site_id is not null and project_id is null
                    when 'project-leader' then project_id is not null and site_id is null
                    when 'funder' then project_id is not null and site_id is null
                    else project_id is null and site_id is null end)
      );
      create index role_assignment_of_staff on app.role_assignment (staff_id, role);
      create index role_assignment_of_site on app.role_assignment (site_id) where site_id is not null;

      create table sign_in.credential (
        staff_id uuid primary key references app.staff,
        password_hash text not null,
        changed_at timestamptz not null default now()
      );
      create table sign_in.session (
        token_hash bytea primary key,
        staff_id uuid not null references app.staff,
        started_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        ended_at timestamptz
      );
      create index session_of_staff on sign_in.session (staff_id) where ended_at is null;
      create table sign_in.attempt (
        id bigint generated always as identity primary key,
        account_hash bytea not null,
        address text not null,
        succeeded boolean not null,
        tried_at timestamptz not null default now()
      );
      create index attempt_on_account on sign_in.attempt (account_hash, tried_at);
      create table sign_in.invitation (
        token_hash bytea primary key,
        staff_id uuid not null references app.staff,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      grant select, insert, update on sign_in.credential, sign_in.session, sign_in.invitation to ${role.auth};
      grant select, insert, delete on sign_in.attempt to ${role.auth};
    `);
    const definer = "stable parallel safe security definer set search_path = ''";
    await runner.query(`
      create function access.my_sites(held text) returns setof uuid language sql ${definer} rows 5 begin atomic
        select r.site_id from app.role_assignment r join app.staff s on s.id = r.staff_id
        where r.staff_id = access.asker_id() and s.active and r.role = held and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today());
      end;
      create function access.my_projects(held text) returns setof uuid language sql ${definer} rows 5 begin atomic
        select r.project_id from app.role_assignment r join app.staff s on s.id = r.staff_id
        where r.staff_id = access.asker_id() and s.active and r.role = held and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today());
      end;
      create function access.is_staff() returns boolean language sql ${definer} return exists (select from app.staff s where s.id = access.asker_id() and s.active);
      comment on function access.is_staff() is 'Whether the asker has an account that is not closed';
      create function access.is_administrator() returns boolean language sql ${definer} return exists (
        select from app.role_assignment r join app.staff s on s.id = r.staff_id
        where r.staff_id = access.asker_id() and s.active and r.role = 'administrator' and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today()));
      create function access.my_colleagues() returns setof uuid language sql ${definer} rows 50 begin atomic
        with mine as (
          select coalesce(r.project_id, s.project_id) as project_id
          from app.role_assignment r left join app.site s on s.id = r.site_id
          where r.staff_id = access.asker_id() and r.role in ('coach', 'local-leader', 'project-leader')
            and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today())
        )
        select distinct r.staff_id
        from app.role_assignment r left join app.site s on s.id = r.site_id
        where r.role in ('coach', 'local-leader', 'project-leader') and coalesce(r.project_id, s.project_id) in (select mine.project_id from mine);
      end;
      comment on function access.my_colleagues() is 'Everybody who works, or worked, in a project that the asker works in: their names stand on cases';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
