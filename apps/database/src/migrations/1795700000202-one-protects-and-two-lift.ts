import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * Protection is decided by functions of the owner, since nobody may write these columns: any of those who work with the person
 * protects, and is named; of the named one asks that it be lifted and another confirms. Refusals carry the names of constraints.
 */
export class OneProtectsAndTwoLift1795700000202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      create function access.those_who_work_with(person uuid) returns setof uuid language sql stable ${definer} rows 10 begin atomic
        select c.staff_id
        from app.enrolment e
        join app.enrolment_coach c on c.enrolment_id = e.id and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
        join app.role_assignment r on r.staff_id = c.staff_id and r.site_id = c.site_id and r.role = 'coach'
          and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today())
        join app.staff s on s.id = c.staff_id and s.active
        where e.participant_id = person
        union
        select r.staff_id
        from app.participant p
        join app.role_assignment r on r.site_id = any (p.site_ids) and r.role = 'local-leader'
          and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today())
        join app.staff s on s.id = r.staff_id and s.active
        where p.id = person;
      end;
      comment on function access.those_who_work_with(uuid) is 'Who sees a person by their role, protection apart: coaches of an enrolment today, and leaders of the sites';

      create function access.hold_person(person uuid) returns app.participant language plpgsql ${definer} as $$
      declare
        held app.participant;
      begin
        select p.* into held from app.participant p
        where p.id = person and access.asker_id() in (select access.those_who_work_with(person)) and p.id <> all (access.hidden_participants())
        for update;
        if not found then
          raise exception 'no such person there' using errcode = 'SV404';
        end if;
        return held;
      end $$;
      comment on function access.hold_person(uuid) is 'The person, held so that two deciders take turns; for those alone who see the person';

      create function access.staff_who_may_be_named(person uuid) returns setof uuid language plpgsql ${definer} rows 10 as $$
      begin
        if not exists (select from app.participant p where p.id = person and p.id <> all (access.hidden_participants()))
           or access.asker_id() not in (select access.those_who_work_with(person)) then
          raise exception 'no such person there' using errcode = 'SV404';
        end if;
        return query select w from access.those_who_work_with(person) as w;
      end $$;

      create function access.keep_named(held app.participant, others uuid[], until date) returns void language plpgsql ${definer} as $$
      declare
        people uuid[] := array(select distinct w from unnest(others || access.asker_id()) as w where w is not null);
      begin
        if cardinality(people) > 3 then
          raise exception 'three are named at most' using errcode = '23514', constraint = 'three_are_named_at_most';
        end if;
        if not people <@ array(select access.those_who_work_with(held.id)) then
          raise exception 'somebody does not see the person' using errcode = '23514', constraint = 'the_named_see_the_person';
        end if;
        if until < app.today() then
          raise exception 'the naming has ended' using errcode = '23514', constraint = 'naming_ends_after_it_starts';
        end if;
        update app.named_staff n
        set valid_to = app.today() - 1, decided_by = access.asker_id(), decided_on = app.today(), valid_from = least(n.valid_from, app.today()), version = n.version + 1
        where n.participant_id = held.id and n.staff_id <> all (people) and n.valid_to >= app.today();
        insert into app.named_staff (organisation_id, participant_id, staff_id, decided_by, decided_on, valid_from, valid_to)
        select held.organisation_id, held.id, w, access.asker_id(), app.today(), app.today(), coalesce(until, app.today() + 90) from unnest(people) as w
        on conflict (participant_id, staff_id) do update
        set decided_by = excluded.decided_by, decided_on = excluded.decided_on, valid_to = excluded.valid_to, version = named_staff.version + 1,
            valid_from = case when named_staff.valid_to >= app.today() then named_staff.valid_from else excluded.valid_from end;
      end $$;

      create function access.protect(person uuid, how text, others uuid[], until date) returns void language plpgsql ${definer} as $$
      declare
        held app.participant := access.hold_person(person);
      begin
        update app.participant set protection = how, address = null, lift_asked_by = null, lift_asked_on = null, version = version + 1 where id = person;
        update app.enrolment set municipality_code = null, version = version + 1 where participant_id = person and municipality_code is not null;
        perform access.keep_named(held, others, until);
      end $$;
      comment on function access.protect(uuid, text, uuid[], date) is 'Takes effect at once: from here on the person is there for the asker and the others alone. Where the person lives is taken away';

      create function access.hold_protected(person uuid) returns app.participant language plpgsql ${definer} as $$
      declare
        held app.participant := access.hold_person(person);
      begin
        if held.protection = 'none' then
          raise exception 'nobody is protected here' using errcode = '23514', constraint = 'person_is_protected';
        end if;
        return held;
      end $$;

      create function access.name_staff(person uuid, others uuid[], until date) returns void language plpgsql ${definer} as $$
      begin
        perform access.keep_named(access.hold_protected(person), others, until);
      end $$;

      create function access.ask_to_lift(person uuid) returns void language plpgsql ${definer} as $$
      begin
        perform access.hold_protected(person);
        update app.participant set lift_asked_by = access.asker_id(), lift_asked_on = app.today(), version = version + 1 where id = person;
      end $$;

      create function access.lift_protection(person uuid) returns void language plpgsql ${definer} as $$
      declare
        held app.participant := access.hold_protected(person);
      begin
        -- What nobody has confirmed for two weeks is asked anew.
        if held.lift_asked_by is null or held.lift_asked_on < app.today() - 14 then
          raise exception 'nobody has asked' using errcode = '23514', constraint = 'lift_is_asked_for_first';
        end if;
        if held.lift_asked_by = access.asker_id() then
          raise exception 'another confirms' using errcode = '23514', constraint = 'another_confirms_the_lift';
        end if;
        update app.participant set protection = 'none', lift_asked_by = null, lift_asked_on = null, version = version + 1 where id = person;
        update app.named_staff set valid_to = app.today() - 1, decided_by = access.asker_id(), decided_on = app.today(), version = version + 1
        where participant_id = person and valid_to >= app.today();
      end $$;
      comment on function access.lift_protection(uuid) is 'The second of two deciders: both are among the named, and history keeps who asked and who confirmed';

      -- What the named are reminded of. Jobs ask for all, staff for those whom they are named for.
      create function access.may_be_reminded_of(person uuid) returns boolean language sql stable ${definer}
        return access.asker_kind() = 'job' or person in (select access.my_named_participants());
      create function access.numbers_registered_again(enrolments uuid[]) returns table (enrolment_id uuid, subject_id uuid, due_date date)
        language sql stable ${definer} rows 5 begin atomic
        select e.id, other.id, app.local_day(other.created_at)
        from app.participant p
        join app.enrolment e on e.participant_id = p.id and e.id = any (enrolments) and e.status in ('active', 'on-hold')
        join app.participant other on other.organisation_id = p.organisation_id and other.identity_number_hash = p.identity_number_hash and other.id <> p.id
        where p.protection <> 'none' and access.may_be_reminded_of(p.id);
      end;
      comment on function access.numbers_registered_again(uuid[]) is 'Records with the number of a protected person: whoever made them was told nothing, and the named are';
      create function access.namings_that_end(enrolments uuid[]) returns table (enrolment_id uuid, subject_id uuid, due_date date)
        language sql stable ${definer} rows 5 begin atomic
        select e.id, p.id, max(n.valid_to) - 14
        from app.participant p
        join app.enrolment e on e.participant_id = p.id and e.id = any (enrolments) and e.status in ('active', 'on-hold')
        join app.named_staff n on n.participant_id = p.id
        where p.protection <> 'none' and access.may_be_reminded_of(p.id)
        group by e.id, p.id
        having max(n.valid_to) - 14 <= app.today();
      end;
      comment on function access.namings_that_end(uuid[]) is 'Protected people whose last naming runs out within two weeks, or has run out';

      alter table app.reminder drop constraint reminder_rule_check, add constraint reminder_rule_check check (rule in
        ('meeting-not-written-up', 'no-contact', 'exit-facts-missing', 'entry-facts-missing', 'number-registered-again', 'naming-ends'));
      create index participant_of_number on app.participant (organisation_id, identity_number_hash) where identity_number_hash is not null;

      revoke all on all functions in schema access from public;
      grant execute on function access.staff_who_may_be_named(uuid), access.protect(uuid, text, uuid[], date), access.name_staff(uuid, uuid[], date),
        access.ask_to_lift(uuid), access.lift_protection(uuid) to ${role.api};
      grant execute on function access.numbers_registered_again(uuid[]), access.namings_that_end(uuid[]) to ${role.api}, ${role.worker};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
