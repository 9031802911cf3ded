import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * A leader of a site lets a coach stand in for another who is away: for the whole caseload, also for whom it gains meanwhile,
 * until a day. It is the one way to stand in; whoever was a stand-in for a single enrolment, without an end, is a co-coach.
 */
export class SomebodyStandsInForACoachForATime1795700000601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      update app.enrolment_coach set part = 'co', version = version + 1 where part = 'stand-in';
      alter table app.enrolment_coach drop constraint enrolment_coach_part_check, add constraint enrolment_coach_part_check check (part in ('main', 'co'));

      create table app.stand_in (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null,
        project_id uuid not null,
        site_id uuid not null,
        coach_id uuid not null references app.staff,
        stand_in_id uuid not null references app.staff,
        starts_on date not null,
        ends_on date not null,
        reason text not null check (length(reason) >= 10),
        appointed_by uuid not null references app.staff,
        ended_at timestamptz,
        version integer not null default 1,
        foreign key (project_id, organisation_id, site_id) references app.site (project_id, organisation_id, id),
        constraint standing_in_ends_after_it_starts check (ends_on >= starts_on),
        constraint standing_in_lasts_ninety_days_at_most check (ends_on < starts_on + 90),
        constraint nobody_stands_in_for_themself check (coach_id <> stand_in_id),
        constraint nobody_stands_in_twice_for_the_same exclude using gist
          (site_id with =, coach_id with =, stand_in_id with =, daterange(starts_on, ends_on, '[]') with &&) where (ended_at is null)
      );
      comment on table app.stand_in is 'Who works with the whole caseload of a coach who is away, at a site: from which day, until which day (local days), and why';
      create index stand_in_of_stand_in on app.stand_in (stand_in_id, ends_on);
      create index stand_in_of_coach on app.stand_in (coach_id, ends_on);
      create index stand_in_at_site on app.stand_in (site_id);

      create function app.standing_in_today(starts_on date, ends_on date, ended_at timestamptz) returns boolean language sql stable parallel safe
        return ended_at is null and app.today() between starts_on and ends_on;
      comment on function app.standing_in_today(date, date, timestamptz) is 'Whether a stand-in stands in today: begun, not past the last day, not ended';

      create function access.coaches_at(person uuid, site uuid) returns boolean language sql stable parallel safe ${definer} return exists (
        select from app.role_assignment r join app.staff s on s.id = r.staff_id
        where r.staff_id = person and s.active and r.role = 'coach' and r.site_id = site
          and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today()));
      comment on function access.coaches_at(uuid, uuid) is 'Whether somebody is a coach at a site today';
    `);
    await this.seeTheCaseload(runner);
    await runner.query(`
      revoke all on function access.coaches_at(uuid, uuid), access.stand_ins_have_changed(), access.stand_ins_have_moved() from public;
      grant execute on function access.coaches_at(uuid, uuid), app.standing_in_today(date, date, timestamptz) to ${role.api};
    `);
  }

  /** Whoever stands in sees what the coach is coach of, and nothing that the coach sees by standing in for somebody else. */
  private async seeTheCaseload(runner: QueryRunner): Promise<void> {
    const definer = "security definer set search_path = ''";
    await runner.query(`
      create or replace function access.work_out_sight(staff uuid) returns app.sight language sql stable ${definer} begin atomic
        with held as (
          select r.role, r.site_id, r.project_id, r.organisation_id
          from app.role_assignment r join app.staff s on s.id = r.staff_id
          where r.staff_id = staff and s.active and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today())
        ), caseloads as (
          select staff as coach_id, h.site_id from held h where h.role = 'coach'
          union
          select i.coach_id, i.site_id from app.stand_in i
          where i.stand_in_id = staff and app.standing_in_today(i.starts_on, i.ends_on, i.ended_at)
            and i.site_id in (select h.site_id from held h where h.role = 'coach')
        ), cases as (
          select distinct c.enrolment_id, e.participant_id
          from caseloads l
          join app.enrolment_coach c on c.staff_id = l.coach_id and c.site_id = l.site_id
          join app.enrolment e on e.id = c.enrolment_id
          where c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
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
      comment on function access.my_coached_enrolments() is 'Enrolments that the asker is coach or co-coach of today, or stands in for somebody who is';

      create or replace function access.raise_sight(people uuid[]) returns void language plpgsql volatile ${definer} as $$
      declare
        raised uuid[] := array(select p.id from unnest(people) as p (id) where p.id is not null
                               union select i.stand_in_id from app.stand_in i where i.coach_id = any (people) and i.ended_at is null and i.ends_on >= app.today());
        others uuid[];
      begin
        insert into app.sight (staff_id) select r.id from unnest(raised) as r (id) order by 1
        on conflict (staff_id) do update set version = sight.version + 1;
        -- Somebody who was let stand in while the rows above were waited for. Who appoints a stand-in raises the coach, too, so that the two take turns.
        others := array(select i.stand_in_id from app.stand_in i
                        where i.coach_id = any (people) and i.ended_at is null and i.ends_on >= app.today() and i.stand_in_id <> all (raised));
        if cardinality(others) > 0 then
          insert into app.sight (staff_id) select distinct o.id from unnest(others) as o (id) order by 1
          on conflict (staff_id) do update set version = sight.version + 1;
        end if;
      end $$;
      comment on function access.raise_sight(uuid[]) is 'What these people may see has changed; and so has what those may see who stand in for them';

      create function access.stand_ins_have_changed() returns trigger language plpgsql ${definer} as $$
      begin
        perform access.raise_sight(array(select unnest(array[coach_id, stand_in_id]) from changed));
        return null;
      end $$;
      create function access.stand_ins_have_moved() returns trigger language plpgsql ${definer} as $$
      begin
        perform access.raise_sight(array(select unnest(array[coach_id, stand_in_id]) from before union select unnest(array[coach_id, stand_in_id]) from changed));
        return null;
      end $$;
      create trigger sight_with_new after insert on app.stand_in referencing new table as changed for each statement execute function access.stand_ins_have_changed();
      create trigger sight_without_old after delete on app.stand_in referencing old table as changed for each statement execute function access.stand_ins_have_changed();
      create trigger sight_with_changed after update on app.stand_in referencing old table as before new table as changed
        for each statement execute function access.stand_ins_have_moved();

      create or replace function access.those_who_work_with(person uuid) returns setof uuid language sql stable ${definer} rows 10 begin atomic
        select works.staff_id
        from app.enrolment e
        join app.enrolment_coach c on c.enrolment_id = e.id and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
        cross join lateral (
          select c.staff_id
          union
          select i.stand_in_id from app.stand_in i
          where i.coach_id = c.staff_id and i.site_id = c.site_id and app.standing_in_today(i.starts_on, i.ends_on, i.ended_at)
        ) as works
        where e.participant_id = person and access.coaches_at(works.staff_id, c.site_id)
        union
        select r.staff_id
        from app.participant p
        join app.role_assignment r on r.site_id = any (p.site_ids) and r.role = 'local-leader'
          and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today())
        join app.staff s on s.id = r.staff_id and s.active
        where p.id = person;
      end;
      comment on function access.those_who_work_with(uuid) is 'Who sees a person by their role, protection apart: coaches of an enrolment today, those who stand in for them, and leaders of the sites';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
