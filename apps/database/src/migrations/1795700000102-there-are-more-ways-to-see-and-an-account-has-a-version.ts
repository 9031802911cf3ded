import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * Two more ways to see, both with an end: the names of a site's people for somebody who leads the project, which a leader of
 * the site gives with a ground; and the access log of an organisation, for its auditor.
 *
 * What the API remembers of an account (its roles) grows old when the account or its roles change, and not when its cases do:
 * so accounts have a version of their own, and a session stands however often cases change hands.
 */
export class ThereAreMoreWaysToSeeAndAnAccountHasAVersion1795700000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      alter table app.role_assignment add column organisation_id uuid references app.organisation;
      alter table app.role_assignment drop constraint role_assignment_role_check, drop constraint role_has_its_scope;
      alter table app.role_assignment
        add constraint role_is_known check (role in ('coach', 'local-leader', 'project-leader', 'funder', 'auditor', 'administrator')),
        add constraint role_has_its_scope check (
          (site_id is not null) = (role in ('coach', 'local-leader'))
          and (project_id is not null) = (role in ('project-leader', 'funder'))
          and (organisation_id is not null) = (role = 'auditor'));

      create table app.name_grant (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null,
        project_id uuid not null,
        site_id uuid not null,
        staff_id uuid not null references app.staff,
        ground text not null check (length(ground) >= 10),
        valid_from date not null default app.today(),
        valid_to date not null,
        given_by uuid not null references app.staff,
        ended_at timestamptz,
        version integer not null default 1,
        foreign key (project_id, organisation_id, site_id) references app.site (project_id, organisation_id, id),
        constraint names_are_granted_for_a_year_at_most check (valid_to between valid_from and valid_from + 366),
        constraint nobody_grants_names_to_themself check (given_by <> staff_id)
      );
      comment on table app.name_grant is 'Who may see the names of the people of a site, though they lead the project only: on what ground, and until when';
      create index name_grant_of_staff on app.name_grant (staff_id, valid_to);
      create index name_grant_of_site on app.name_grant (site_id);
      create index role_assignment_of_organisation on app.role_assignment (organisation_id) where organisation_id is not null;

      alter table app.sight add column named_sites uuid[] not null default '{}', add column audited_organisations uuid[] not null default '{}',
        add column account_version integer not null default 1;
      comment on column app.sight.account_version is 'Raised by every change of the account or its roles, and by nothing else';
      comment on column app.sight.named_sites is 'Sites whose people the person sees by name, for a time, though leading the project only';

      create or replace function access.work_out_sight(staff uuid) returns app.sight language sql stable ${definer} begin atomic
        with held as (
          select r.role, r.site_id, r.project_id, r.organisation_id
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
                     where h.role in ('coach', 'local-leader', 'project-leader')),
               array(select distinct g.site_id from app.name_grant g
                     where g.staff_id = staff and g.ended_at is null and app.today() between g.valid_from and g.valid_to
                       and g.project_id in (select h.project_id from held h where h.role = 'project-leader')),
               array(select h.organisation_id from held h where h.role = 'auditor'), null::integer;
      end;

      create or replace function access.remember_sight(staff uuid) returns void language plpgsql volatile ${definer} as $$
      declare
        seen integer;
      begin
        -- Read before the answer is worked out: a change in between raises the version, and what is kept is then not believed.
        select s.version into seen from app.sight s where s.staff_id = staff;
        update app.sight s
        set worked_out_version = seen, worked_out_for = w.worked_out_for, active = w.active, administers = w.administers,
            coached_enrolments = w.coached_enrolments, coached_participants = w.coached_participants, coached_sites = w.coached_sites,
            led_sites = w.led_sites, led_projects = w.led_projects, funded_projects = w.funded_projects, worked_projects = w.worked_projects,
            named_sites = w.named_sites, audited_organisations = w.audited_organisations
        from access.work_out_sight(staff) as w
        where s.staff_id = staff and s.version = seen;
      end $$;
      -- What was remembered before knows nothing of the new ways.
      update app.sight set worked_out_version = null;

      create trigger sight_with_new after insert on app.name_grant referencing new table as changed for each statement execute function access.sight_has_changed();
      create trigger sight_without_old after delete on app.name_grant referencing old table as changed for each statement execute function access.sight_has_changed();
      create trigger sight_with_changed after update on app.name_grant referencing old table as before new table as changed
        for each statement execute function access.sight_has_moved();

      create function access.raise_account(people uuid[]) returns void language sql volatile ${definer} begin atomic
        insert into app.sight (staff_id) select distinct p.id from unnest(people) as p (id) where p.id is not null order by 1
        on conflict (staff_id) do update set version = sight.version + 1, account_version = sight.account_version + 1;
      end;
      create or replace function access.sight_of_staff_has_changed() returns trigger language plpgsql ${definer} as $$
      begin
        perform access.raise_account(array(select id from changed));
        return null;
      end $$;
      create function access.roles_have_changed() returns trigger language plpgsql ${definer} as $$
      begin
        perform access.raise_account(array(select staff_id from changed));
        return null;
      end $$;
      create function access.roles_have_moved() returns trigger language plpgsql ${definer} as $$
      begin
        perform access.raise_account(array(select staff_id from before union select staff_id from changed));
        return null;
      end $$;
      drop trigger sight_with_new on app.role_assignment;
      drop trigger sight_without_old on app.role_assignment;
      drop trigger sight_with_changed on app.role_assignment;
      create trigger roles_with_new after insert on app.role_assignment referencing new table as changed for each statement execute function access.roles_have_changed();
      create trigger roles_without_old after delete on app.role_assignment referencing old table as changed for each statement execute function access.roles_have_changed();
      create trigger roles_with_changed after update on app.role_assignment referencing old table as before new table as changed
        for each statement execute function access.roles_have_moved();

      drop function access.enter(text, bytea, integer);
      create function access.enter(request text, token bytea, account_version integer) returns void language plpgsql volatile ${definer} as $$
      declare
        found_staff uuid;
        remembered boolean;
        expires bigint := extract(epoch from now())::bigint + 300;
      begin
        select v.staff_id, v.worked_out_version = v.version and v.worked_out_for = app.today() into found_staff, remembered
        from sign_in.session s join app.sight v on v.staff_id = s.staff_id
        where s.token_hash = token and v.account_version = enter.account_version and sign_in.session_is_open(s.started_at, s.last_seen_at, s.ended_at);
        if found_staff is null then raise exception 'the session has ended, or its account was changed' using errcode = 'SV401'; end if;
        perform set_config('stegvis.asker',
          access.signed('staff|' || found_staff || '|' || left(encode(token, 'hex'), 16) || '|' || expires || '|' || replace(request, '|', '') || '|'), true);
        if remembered is not true then perform access.remember_sight(found_staff); end if;
      end $$;
      comment on function access.enter(text, bytea, integer) is 'States who asks by a request: whoever has the session with this hash of its token, if it stands and what the API has read of the account still holds. For five minutes; no request lasts so long';
      revoke all on function access.enter(text, bytea, integer), access.raise_account(uuid[]), access.sight_of_staff_has_changed(),
        access.roles_have_changed(), access.roles_have_moved() from public;
      grant execute on function access.enter(text, bytea, integer) to ${role.api};

      create function access.leads_project_of(person uuid, project uuid) returns boolean language sql stable parallel safe ${definer} return exists (
        select from app.role_assignment r join app.staff s on s.id = r.staff_id
        where r.staff_id = person and s.active and r.role = 'project-leader' and r.project_id = project
          and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today()));
      comment on function access.leads_project_of(uuid, uuid) is 'Whether somebody leads a project today: only to them names are granted';

      create function access.my_named_sites() returns setof uuid language sql stable parallel safe ${definer} rows 5 begin atomic
        select unnest(m.named_sites) from access.my_sight() as m;
      end;
      revoke all on function access.leads_project_of(uuid, uuid), access.my_named_sites() from public;
      grant execute on function access.leads_project_of(uuid, uuid), access.my_named_sites() to ${role.api};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
