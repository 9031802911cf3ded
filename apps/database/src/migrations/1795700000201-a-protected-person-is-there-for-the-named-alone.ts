import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * Who sees a protected person is named, one by one and for a time. Naming gives nobody sight: of those who see the person by
 * their role, only the named still do. For everybody else the functions here say which rows are not there; the fence puts the
 * answer as a restrictive policy on every table of a case. Each is asked once for a statement, and is nearly free while nobody
 * in the projects of the asker is protected.
 */
export class AProtectedPersonIsThereForTheNamedAlone1795700000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      create table app.named_staff (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null,
        participant_id uuid not null,
        staff_id uuid not null references app.staff,
        decided_by uuid not null references app.staff,
        decided_on date not null,
        valid_from date not null,
        valid_to date not null,
        version integer not null default 1,
        foreign key (organisation_id, participant_id) references app.participant (organisation_id, id),
        constraint staff_are_named_once unique (participant_id, staff_id),
        constraint naming_lasts_ninety_days_at_most check (valid_to <= decided_on + 90),
        constraint naming_ends_after_it_starts check (valid_to >= valid_from - 1)
      );
      comment on table app.named_staff is 'Who sees a protected person, decided by whom, and until which day. A row for each person and member of staff; history keeps what it was';
      create index named_staff_of_staff on app.named_staff (staff_id, participant_id);
      create index participant_is_protected on app.participant (id) where protection <> 'none';

      alter table app.participant
        add column lift_asked_by uuid references app.staff,
        add column lift_asked_on date,
        add constraint lift_is_asked_by_somebody_on_a_day check ((lift_asked_by is null) = (lift_asked_on is null));
      comment on column app.participant.lift_asked_by is 'Who asks that the protection be lifted; another of the named confirms';

      create function access.my_named_participants() returns setof uuid language sql stable parallel safe ${definer} rows 5 begin atomic
        select n.participant_id from app.named_staff n
        where n.staff_id = (select access.asker_id()) and n.valid_from <= app.today()
          and (n.valid_to >= app.today()
               or not exists (select from app.named_staff other where other.participant_id = n.participant_id and other.valid_to > n.valid_to));
      end;
      comment on function access.my_named_participants() is 'Protected people whom the asker is named for. When all of a person''s namings have run out, those that ran out last still hold: otherwise nobody could prolong them';

      create function access.hidden_participants() returns uuid[] language plpgsql stable parallel safe ${definer} as $$
      declare
        mine uuid[];
      begin
        if not exists (select from app.participant p where p.protection <> 'none') then return '{}'; end if;
        mine := (access.my_sight()).worked_projects;
        return array(
          select p.id from app.participant p
          where p.protection <> 'none'
            and exists (select from app.enrolment e where e.participant_id = p.id and e.project_id = any (mine))
            and p.id not in (select access.my_named_participants()));
      end $$;
      comment on function access.hidden_participants() is 'Protected people in the projects of the asker, whom the asker is not named for';

      create function access.hidden_enrolments() returns uuid[] language plpgsql stable parallel safe ${definer} as $$
      declare
        people uuid[] := access.hidden_participants();
      begin
        if cardinality(people) = 0 then return '{}'; end if;
        return array(select e.id from app.enrolment e where e.participant_id = any (people));
      end $$;
      comment on function access.hidden_enrolments() is 'Every enrolment of the people in access.hidden_participants';

      create function access.hidden_meetings() returns uuid[] language plpgsql stable parallel safe ${definer} as $$
      declare
        gone uuid[] := access.hidden_enrolments();
        mine app.sight;
      begin
        if cardinality(gone) = 0 then return '{}'; end if;
        mine := access.my_sight();
        return array(
          select distinct a.meeting_id from app.attendance a
          where a.enrolment_id = any (gone)
            and (a.site_id = any (mine.coached_sites || mine.led_sites) or a.enrolment_id = any (mine.coached_enrolments))
            and not exists (select from app.attendance other where other.meeting_id = a.meeting_id and other.enrolment_id <> all (gone)));
      end $$;
      comment on function access.hidden_meetings() is 'Meetings where hidden people alone take part, of those that the asker could otherwise see';

      -- A meeting is not mine because of somebody who is hidden from me.
      create or replace function access.my_coached_meetings() returns setof uuid language sql stable parallel safe ${definer} rows 100 begin atomic
        select a.meeting_id from app.attendance a
        where a.enrolment_id = any (array(select access.my_coached_enrolments())) and a.enrolment_id <> all ((select access.hidden_enrolments())::uuid[])
          and a.coach_id <> (select access.asker_id());
      end;

      create or replace function access.enrol_again(participant uuid, site uuid, referrer text, referred_on date) returns uuid
        language plpgsql ${definer} as $$
      begin
        if not exists (select from app.participant p where p.id = participant and p.id <> all (access.hidden_participants())
                       and (p.id in (select access.my_coached_participants()) or p.site_ids && array(select access.my_sites('local-leader')))) then
          raise exception 'no such person there' using errcode = 'SV404';
        end if;
        return access.open_enrolment(participant, site, referrer, referred_on);
      end $$;
    `);
    await this.keepNoPlace(runner);
    await this.nameThoseWhoKnow(runner);
    await runner.query(`
      revoke all on all functions in schema access from public;
      grant execute on function access.my_named_participants(), access.hidden_participants(), access.hidden_enrolments(), access.hidden_meetings() to ${role.api};
    `);
  }

  /** Where a protected person lives is not stored: neither the address nor the municipality. */
  private async keepNoPlace(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update app.participant set address = null, version = version + 1 where protection <> 'none' and address is not null;
      alter table app.participant add constraint protected_person_has_no_address check (protection = 'none' or address is null);
      update app.enrolment e set municipality_code = null, version = e.version + 1
      from app.participant p where p.id = e.participant_id and p.protection <> 'none' and e.municipality_code is not null;

      create function app.keep_no_place_of_protected() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        if exists (select from app.participant p where p.id = new.participant_id and p.protection <> 'none') then
          raise exception 'no place is stored for a protected person' using errcode = '23514', constraint = 'protected_person_has_no_municipality';
        end if;
        return new;
      end $$;
      create trigger keep_no_place_of_protected before insert or update of municipality_code, participant_id on app.enrolment
        for each row when (new.municipality_code is not null) execute function app.keep_no_place_of_protected();
    `);
  }

  /** Whoever is marked as protected already stays with those who know the person best: three at most, leaders first. */
  private async nameThoseWhoKnow(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into app.named_staff (organisation_id, participant_id, staff_id, decided_by, decided_on, valid_from, valid_to)
      select p.organisation_id, p.id, knows.staff_id, knows.staff_id, app.today(), app.today(), app.today() + 90
      from app.participant p
      cross join lateral (
        select known.staff_id from (
          select r.staff_id, 1 as place from app.role_assignment r
          where r.role = 'local-leader' and r.site_id = any (p.site_ids) and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today())
          union all
          select c.staff_id, 2 from app.enrolment e join app.enrolment_coach c on c.enrolment_id = e.id
          where e.participant_id = p.id and c.part = 'main' and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
        ) as known group by known.staff_id order by min(known.place), known.staff_id limit 3
      ) as knows
      where p.protection <> 'none'
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
