import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * Policies ask many times in one statement what the asker may see. The answer is kept, a row for each member of staff, with
 * the version of the rights that it was worked out from. Whatever changes somebody's rights raises the version in the same
 * transaction, so that a row that is behind is never believed: then, and on a new day, the answer is worked out from the
 * assignments themselves. The row is a memory of `access.work_out_sight` and never a second source.
 */
export class WhatEachMaySeeIsWorkedOutOnce1795600000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      -- One expression without settings of its own, so that the planner takes it into the statement: every policy asks it. What
      -- is no statement at all is an error, and nothing is seen.
      create or replace function access.asker_id() returns uuid language sql stable parallel safe return (
        case when split_part(current_setting('stegvis.asker', true), '|', 1) = 'staff'
                  and to_timestamp(split_part(current_setting('stegvis.asker', true), '|', 4)::double precision) >= now()
             then nullif(split_part(current_setting('stegvis.asker', true), '|', 2), '')::uuid end);

      create table app.sight (
        staff_id uuid primary key references app.staff,
        version integer not null default 1,
        worked_out_version integer,
        worked_out_for date,
        active boolean not null default false,
        administers boolean not null default false,
        coached_enrolments uuid[] not null default '{}',
        coached_participants uuid[] not null default '{}',
        coached_sites uuid[] not null default '{}',
        led_sites uuid[] not null default '{}',
        led_projects uuid[] not null default '{}',
        funded_projects uuid[] not null default '{}',
        worked_projects uuid[] not null default '{}'
      );
      comment on table app.sight is 'What each member of staff may see: a memory, good only when worked out from this version and for today';
      comment on column app.sight.version is 'Raised by every change of the account, its roles or its cases';
      comment on column app.sight.worked_projects is 'Projects that the person works in, whose staff are colleagues';
      alter table app.sight set (fillfactor = 50);

      -- An array, and no set: it is compared with as a whole. A definer function, since the asker need not see what it is made of.
      create function access.work_out_sight(staff uuid) returns app.sight language sql stable ${definer} begin atomic
        with held as (
          select r.role, r.site_id, r.project_id
          from app.role_assignment r join app.staff s on s.id = r.staff_id
          where r.staff_id = staff and s.active and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today())
        ), cases as (
          select distinct c.enrolment_id, e.participant_id
          from app.enrolment_coach c join app.enrolment e on e.id = c.enrolment_id
          where c.staff_id = staff and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
            and c.site_id in (select h.site_id from held h where h.role = 'coach')
        )
        select staff, null::integer, null::integer, app.today(),
               exists (select from app.staff s where s.id = staff and s.active),
               exists (select from held h where h.role = 'administrator'),
               array(select c.enrolment_id from cases c), array(select distinct c.participant_id from cases c),
               array(select h.site_id from held h where h.role = 'coach'), array(select h.site_id from held h where h.role = 'local-leader'),
               array(select h.project_id from held h where h.role = 'project-leader'), array(select h.project_id from held h where h.role = 'funder'),
               array(select distinct coalesce(h.project_id, s.project_id) from held h left join app.site s on s.id = h.site_id
                     where h.role in ('coach', 'local-leader', 'project-leader'));
      end;

      create function access.work_out_my_sight() returns app.sight language sql stable ${definer} return access.work_out_sight(access.asker_id());
      comment on function access.work_out_my_sight() is 'What the asker may see today, worked out from the assignments: for when the row in app.sight is behind';

      create function access.remember_sight(staff uuid) returns void language plpgsql volatile ${definer} as $$
      declare
        seen integer;
      begin
        -- Read before the answer is worked out: a change in between raises the version, and what is kept is then not believed.
        select s.version into seen from app.sight s where s.staff_id = staff;
        update app.sight s
        set worked_out_version = seen, worked_out_for = w.worked_out_for, active = w.active, administers = w.administers,
            coached_enrolments = w.coached_enrolments, coached_participants = w.coached_participants, coached_sites = w.coached_sites,
            led_sites = w.led_sites, led_projects = w.led_projects, funded_projects = w.funded_projects, worked_projects = w.worked_projects
        from access.work_out_sight(staff) as w
        where s.staff_id = staff and s.version = seen;
      end $$;

      create function access.raise_sight(people uuid[]) returns void language sql volatile ${definer} begin atomic
        insert into app.sight (staff_id) select distinct p.id from unnest(people) as p (id) where p.id is not null order by 1
        on conflict (staff_id) do update set version = sight.version + 1;
      end;
      create function access.sight_of_staff_has_changed() returns trigger language plpgsql ${definer} as $$
      begin
        perform access.raise_sight(array(select id from changed));
        return null;
      end $$;
      create function access.sight_has_changed() returns trigger language plpgsql ${definer} as $$
      begin
        perform access.raise_sight(array(select staff_id from changed));
        return null;
      end $$;
      create function access.sight_has_moved() returns trigger language plpgsql ${definer} as $$
      begin
        perform access.raise_sight(array(select staff_id from before union select staff_id from changed));
        return null;
      end $$;
      create trigger sight_of_new after insert on app.staff referencing new table as changed for each statement execute function access.sight_of_staff_has_changed();
      create trigger sight_of_changed after update on app.staff referencing new table as changed for each statement execute function access.sight_of_staff_has_changed();
    `);
    for (const table of ['role_assignment', 'enrolment_coach'])
      await runner.query(`
        create trigger sight_with_new after insert on app.${table} referencing new table as changed for each statement execute function access.sight_has_changed();
        create trigger sight_without_old after delete on app.${table} referencing old table as changed for each statement execute function access.sight_has_changed();
        create trigger sight_with_changed after update on app.${table} referencing old table as before new table as changed
          for each statement execute function access.sight_has_moved();`);
    await runner.query(`
      select access.raise_sight(array(select id from app.staff));

      create function access.my_sight() returns app.sight language plpgsql stable parallel safe ${definer} as $$
      declare
        me uuid := access.asker_id();
        known app.sight;
      begin
        if me is null then return null; end if;
        select s.* into known from app.sight s where s.staff_id = me and s.worked_out_version = s.version and s.worked_out_for = app.today();
        if not found then known := access.work_out_sight(me); end if;
        return known;
      end $$;
      comment on function access.my_sight() is 'What the asker may see today; null when nobody in particular asks';

      create function access.is_colleague(person uuid) returns boolean language plpgsql stable parallel safe ${definer} as $$
      declare
        mine uuid[] := (access.my_sight()).worked_projects;
      begin
        return exists (select from app.role_assignment r left join app.site s on s.id = r.site_id
                       where r.staff_id = person and r.role in ('coach', 'local-leader', 'project-leader') and coalesce(r.project_id, s.project_id) = any (mine));
      end $$;
      comment on function access.is_colleague(uuid) is 'Whether somebody works, or worked, in a project that the asker works in: their name stands on cases. One at a time, since there are many colleagues and few are asked for';

      -- The sets by name, as the statements of the domain ask for them.
      create or replace function access.my_sites(held text) returns setof uuid language sql stable parallel safe ${definer} rows 5 begin atomic
        select unnest(case held when 'coach' then m.coached_sites when 'local-leader' then m.led_sites end) from access.my_sight() as m;
      end;
      create or replace function access.my_projects(held text) returns setof uuid language sql stable parallel safe ${definer} rows 5 begin atomic
        select unnest(case held when 'project-leader' then m.led_projects when 'funder' then m.funded_projects end) from access.my_sight() as m;
      end;
      create or replace function access.my_coached_enrolments() returns setof uuid language sql stable parallel safe ${definer} rows 50 begin atomic
        select unnest(m.coached_enrolments) from access.my_sight() as m;
      end;
      create or replace function access.my_coached_participants() returns setof uuid language sql stable parallel safe ${definer} rows 50 begin atomic
        select unnest(m.coached_participants) from access.my_sight() as m;
      end;
      create or replace function access.is_staff() returns boolean language sql stable parallel safe ${definer} return coalesce((access.my_sight()).active, false);
      create or replace function access.is_administrator() returns boolean language sql stable parallel safe ${definer}
        return coalesce((access.my_sight()).administers, false);

      revoke all on all functions in schema access from public;
      grant execute on function access.my_sight(), access.work_out_my_sight(), access.is_colleague(uuid) to ${role.api}, ${role.worker}, ${role.report};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
