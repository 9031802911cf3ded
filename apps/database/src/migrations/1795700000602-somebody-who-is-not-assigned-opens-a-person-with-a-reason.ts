import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * When it cannot wait for whoever works with a person: a leader of a site, or a coach who was given the right with the role, opens
 * a person of the own organisation to read, with a reason, for sixty minutes. Those who lead the person's site are told in the
 * same transaction. A protected person is not there, whatever the reason. Unlike what app.sight remembers, an opening has a
 * clock: it is looked up anew by every statement.
 */
export class SomebodyWhoIsNotAssignedOpensAPersonWithAReason1795700000602 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      alter table app.role_assignment add column may_open boolean not null default false,
        add constraint opening_is_for_coaches check (not may_open or role = 'coach');
      comment on column app.role_assignment.may_open is 'The coach may open people of the organisation who are not assigned, with a reason; whoever leads a site may anyhow';

      create table app.opening (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null,
        participant_id uuid not null,
        site_ids uuid[] not null,
        staff_id uuid not null references app.staff,
        reason text not null check (length(reason) >= 20),
        opened_at timestamptz not null default now(),
        expires_at timestamptz not null default now() + interval '60 minutes',
        foreign key (organisation_id, participant_id) references app.participant (organisation_id, id),
        constraint an_opening_lasts_an_hour_at_most check (expires_at <= opened_at + interval '60 minutes')
      );
      comment on table app.opening is 'Who opened a person without being assigned to them, why, and until when';
      comment on column app.opening.site_ids is 'Where the person was enrolled: those who lead there see that the person was opened';
      create index opening_by_staff on app.opening (staff_id, expires_at);
      create index opening_of_participant on app.opening (participant_id);

      alter table app.reminder drop constraint reminder_rule_check, add constraint reminder_rule_check check (rule in
        ('meeting-not-written-up', 'no-contact', 'exit-facts-missing', 'entry-facts-missing', 'number-registered-again', 'naming-ends', 'person-opened'));

      create function access.may_open_in() returns setof uuid language sql stable parallel safe ${definer} rows 2 begin atomic
        select distinct s.organisation_id
        from app.role_assignment r join app.site s on s.id = r.site_id join app.staff w on w.id = r.staff_id
        where r.staff_id = access.asker_id() and w.active and (r.role = 'local-leader' or r.role = 'coach' and r.may_open)
          and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today());
      end;
      comment on function access.may_open_in() is 'Organisations whose people the asker may open with a reason';

      create function access.my_opened_participants() returns uuid[] language plpgsql stable parallel safe ${definer} as $$
      declare
        me uuid := access.asker_id();
      begin
        if not exists (select from app.opening o where o.staff_id = me and o.expires_at > now()) then return '{}'; end if;
        return array(
          select o.participant_id from app.opening o join app.participant p on p.id = o.participant_id
          where o.staff_id = me and o.expires_at > now() and p.protection = 'none' and o.organisation_id in (select access.may_open_in()));
      end $$;
      comment on function access.my_opened_participants() is 'People whom the asker has opened within the hour, and may still open; as a rule nobody';

      create function access.my_opened_enrolments() returns uuid[] language plpgsql stable parallel safe ${definer} as $$
      declare
        people uuid[] := access.my_opened_participants();
      begin
        if cardinality(people) = 0 then return '{}'; end if;
        return array(select e.id from app.enrolment e where e.participant_id = any (people));
      end $$;

      create function access.my_opened_meetings() returns uuid[] language plpgsql stable parallel safe ${definer} as $$
      declare
        enrolments uuid[] := access.my_opened_enrolments();
      begin
        if cardinality(enrolments) = 0 then return '{}'; end if;
        return array(select distinct a.meeting_id from app.attendance a where a.enrolment_id = any (enrolments));
      end $$;

      create function access.open_person(person uuid, number_hashes bytea[], reason text) returns uuid language plpgsql volatile ${definer} as $$
      declare
        target app.participant;
        opening uuid;
      begin
        if not exists (select access.may_open_in()) then raise exception 'the asker may open nobody' using errcode = 'SV403'; end if;
        select p.* into target from app.participant p
        where (p.id = person or p.identity_number_hash = any (number_hashes)) and p.organisation_id in (select access.may_open_in()) and p.protection = 'none'
        limit 1;
        if not found then raise exception 'no such person there' using errcode = 'SV404'; end if;
        if access.asker_id() in (select access.those_who_work_with(target.id)) or target.id = any (access.my_opened_participants()) then
          raise exception 'the asker sees the person' using errcode = '23514', constraint = 'nobody_opens_whom_they_see';
        end if;
        insert into app.opening (organisation_id, participant_id, site_ids, staff_id, reason)
        values (target.organisation_id, target.id, target.site_ids, access.asker_id(), reason) returning id into opening;
        insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, due_date, note)
        select e.organisation_id, e.project_id, e.site_id, e.id, 'person-opened', opening, app.today(),
               left((select s.name from app.staff s where s.id = access.asker_id()) || ': ' || reason, 500)
        from (select distinct on (e.site_id) e.* from app.enrolment e where e.participant_id = target.id
              order by e.site_id, e.status in ('active', 'on-hold', 'waiting', 'referred') desc, e.created_at desc) as e;
        return opening;
      end $$;
      comment on function access.open_person(uuid, bytea[], text) is
        'Opens a person, by id or by the whole number, and tells those who lead where the person is enrolled. Nobody else can tell whether there is such a person';

      create function access.openings_to_tell_of(enrolments uuid[]) returns table (enrolment_id uuid, subject_id uuid, due_date date)
        language sql stable ${definer} rows 5 begin atomic
        select r.enrolment_id, o.id, r.due_date
        from app.reminder r join app.opening o on o.id = r.subject_id
        where r.rule = 'person-opened' and r.enrolment_id = any (enrolments) and r.state in ('open', 'snoozed') and o.opened_at > now() - interval '90 days'
          and (access.asker_kind() = 'job' or r.enrolment_id in (select access.my_coached_enrolments()) or r.site_id in (select access.my_sites('local-leader')));
      end;
      comment on function access.openings_to_tell_of(uuid[]) is 'Openings of which a leader was told and has not said to have seen it; none is told of twice';
    `);
    await this.markWhatIsShown(runner);
    await runner.query(`
      revoke all on function access.may_open_in(), access.my_opened_participants(), access.my_opened_enrolments(), access.my_opened_meetings(),
        access.open_person(uuid, bytea[], text), access.openings_to_tell_of(uuid[]) from public;
      grant execute on function access.may_open_in(), access.my_opened_participants(), access.my_opened_enrolments(), access.my_opened_meetings(),
        access.open_person(uuid, bytea[], text) to ${role.api};
      grant execute on function access.openings_to_tell_of(uuid[]) to ${role.api}, ${role.worker};
    `);
  }

  /** What is shown of a person who was opened is an event of its own, and says so among what was shown. */
  private async markWhatIsShown(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function access.note(action text, shown text[], criteria text[], hits integer, participants uuid[], enrolments uuid[]) returns boolean
        language plpgsql volatile security definer set search_path = '' as $$
      declare
        who text[] := access.statement();
        me uuid;
        opened uuid[] := access.my_opened_participants();
      begin
        if who is null or who[1] <> 'staff' then raise exception 'people are shown to somebody' using errcode = 'SV401'; end if;
        me := who[2]::uuid;
        insert into access_log.event (organisation_id, staff_id, roles, session, request_id, action, outcome, participants, shown, criteria, hits)
        select about.organisation_id, me, access_log.roles_of(me), who[3], who[5], action, 'given', about.people,
               case when about.opened then array_append(shown, 'opening') else shown end, criteria, hits
        from (select one.organisation_id, one.id = any (opened) as opened, array_agg(one.id) as people
              from (select p.id, p.organisation_id from app.participant p where p.id = any (participants)
                    union
                    select e.participant_id, e.organisation_id from app.enrolment e where e.id = any (enrolments)) as one
              group by 1, 2) as about;
        -- A search that finds nobody is noted, too. What was opened by id and is not there is noted as a refusal.
        if not found and criteria is not null then
          insert into access_log.event (organisation_id, staff_id, roles, session, request_id, action, outcome, shown, criteria, hits)
          select o.id, me, access_log.roles_of(me), who[3], who[5], action, 'given', shown, criteria, hits
          from (select true) as once left join access_log.organisations_of(me) as o (id) on true;
        end if;
        return true;
      end $$;
      comment on column access_log.event.shown is 'Groups of fields that the answer showed; and opening, where it showed somebody who was opened with a reason';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
