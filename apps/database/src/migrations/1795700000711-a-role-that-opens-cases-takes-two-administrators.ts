import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * A role that opens cases, the access log or the giving of roles holds when another administrator has confirmed it. Until then
 * it stands in a table of its own, from which nobody's rights are worked out; roles that are held already stay as they are.
 */
export class ARoleThatOpensCasesTakesTwoAdministrators1795700000711 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      create function access.takes_two(role text, may_open boolean) returns boolean language sql immutable parallel safe
        return role in ('local-leader', 'project-leader', 'auditor', 'administrator') or may_open;
      comment on function access.takes_two(text, boolean) is 'Whether a role that is given waits for a second administrator';

      create table app.role_proposal (
        id uuid primary key default gen_random_uuid(),
        staff_id uuid not null,
        role text not null,
        project_id uuid,
        site_id uuid,
        organisation_id uuid,
        may_open boolean not null default false,
        valid_from date not null,
        valid_to date,
        given_by uuid not null references app.staff,
        given_at timestamptz not null default now(),
        decided_by uuid references app.staff,
        decided_at timestamptz,
        confirmed boolean,
        version integer not null default 1,
        -- Named as those of app.role_assignment: what is wrong with a role is said in the same words, whether it waits or not.
        constraint role_assignment_staff_id_fkey foreign key (staff_id) references app.staff,
        constraint role_assignment_project_id_fkey foreign key (project_id) references app.project,
        constraint role_assignment_site_id_fkey foreign key (site_id) references app.site,
        constraint role_assignment_organisation_id_fkey foreign key (organisation_id) references app.organisation,
        constraint role_ends_after_it_starts check (valid_to >= valid_from),
        constraint opening_is_for_coaches check (not may_open or role = 'coach'),
        constraint role_has_its_scope check (
          (site_id is not null) = (role in ('coach', 'local-leader'))
          and (project_id is not null) = (role in ('project-leader', 'funder'))
          and (organisation_id is not null) = (role = 'auditor')),
        constraint what_waits_takes_two check (access.takes_two(role, may_open)),
        constraint nobody_gives_a_role_to_themself check (given_by <> staff_id),
        constraint another_decides_on_a_role check (decided_by <> staff_id and (decided_by <> given_by or not confirmed)),
        constraint a_role_is_decided_on_at_once check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (confirmed is null))
      );
      comment on table app.role_proposal is 'Roles that one administrator has given and another confirms or refuses; what was confirmed stands in app.role_assignment under the same id';
      create index role_proposal_that_waits on app.role_proposal (staff_id) where decided_at is null;

      create function access.decide_role(proposal uuid, confirms boolean) returns void language plpgsql volatile ${definer} as $$
      declare
        me uuid := access.asker_id();
        waiting app.role_proposal;
      begin
        if not coalesce(access.is_administrator(), false) then raise exception 'an administrator decides' using errcode = 'SV403'; end if;
        select p.* into waiting from app.role_proposal p where p.id = proposal for update;
        if not found then raise exception 'nothing waits there' using errcode = 'SV404'; end if;
        if waiting.staff_id = me then raise exception 'nobody decides on their own role' using errcode = 'SV403'; end if;
        if waiting.decided_at is not null then raise exception 'it is decided' using errcode = '23514', constraint = 'role_is_decided'; end if;
        if confirms and waiting.given_by = me then
          raise exception 'another one confirms' using errcode = '23514', constraint = 'another_decides_on_a_role';
        end if;
        update app.role_proposal p set decided_by = me, decided_at = now(), confirmed = confirms, version = p.version + 1 where p.id = proposal;
        if confirms then
          insert into app.role_assignment (id, staff_id, role, project_id, site_id, organisation_id, may_open, valid_from, valid_to)
          values (waiting.id, waiting.staff_id, waiting.role, waiting.project_id, waiting.site_id, waiting.organisation_id, waiting.may_open,
                  waiting.valid_from, waiting.valid_to);
        end if;
      end $$;
      comment on function access.decide_role(uuid, boolean) is
        'Confirms a role that another administrator has given, or refuses it; who gave it may take it back, and whom it is for has no say';

      create function app.widening_takes_two() returns trigger language plpgsql set search_path = '' as $$
      begin
        if access.asker_kind() = 'staff' and access.takes_two(new.role, new.may_open)
           and (new.valid_from < old.valid_from or coalesce(new.valid_to, 'infinity') > coalesce(old.valid_to, 'infinity') or new.may_open and not old.may_open) then
          raise exception 'another one confirms' using errcode = '23514', constraint = 'widening_takes_two';
        end if;
        return new;
      end $$;
      comment on function app.widening_takes_two() is 'A role that takes two can be ended by one; for longer, or with more, it is given anew';
      create trigger widening_takes_two before update on app.role_assignment for each row execute function app.widening_takes_two();

      revoke all on function access.takes_two(text, boolean), access.decide_role(uuid, boolean), app.widening_takes_two() from public;
      grant execute on function access.takes_two(text, boolean), access.decide_role(uuid, boolean) to ${role.api};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
