import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * A main coach who is not named for a protected person is not reminded of the person: whoever is named is. And somebody who
 * is not named, and ends another's enrolment, does not learn from a shared meeting that a protected person is expected there:
 * the meeting is cancelled for them, and goes on as a meeting of its own for the person.
 */
export class WhatConcernsAProtectedPersonReachesTheNamedAlone1795700000501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      create function access.reminded_of_protected(enrolments uuid[]) returns table (enrolment_id uuid, staff_id uuid)
        language sql stable ${definer} rows 5 begin atomic
        select e.id, (
          select n.staff_id
          from app.named_staff n
          left join app.enrolment_coach c on c.enrolment_id = e.id and c.staff_id = n.staff_id
            and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
          where n.participant_id = p.id and n.valid_from <= app.today() and n.staff_id in (select access.those_who_work_with(p.id))
            and (n.valid_to >= app.today()
                 or not exists (select from app.named_staff other where other.participant_id = n.participant_id and other.valid_to > n.valid_to))
          order by case c.part when 'main' then 1 when 'co' then 2 when 'stand-in' then 3 else 4 end, c.valid_to desc nulls first, n.staff_id limit 1)
        from app.participant p
        join app.enrolment e on e.participant_id = p.id and e.id = any (enrolments)
        where p.protection <> 'none' and access.may_be_reminded_of(p.id);
      end;
      comment on function access.reminded_of_protected(uuid[]) is 'Of these enrolments those of protected people, and who of the named is reminded of each: the main coach if named, else another coach, else a leader; nobody when none of the named works with the person any more';

      create function access.goes_on_without(planned uuid, leaving uuid) returns boolean language plpgsql volatile ${definer} as $$
      declare
        hidden uuid[] := access.hidden_enrolments();
        apart uuid;
      begin
        if exists (select from app.attendance a where a.meeting_id = planned and a.enrolment_id <> leaving and a.state = 'expected' and a.enrolment_id <> all (hidden))
           or not exists (select from app.attendance a join app.meeting m on m.id = a.meeting_id and m.status = 'planned'
                          where a.meeting_id = planned and a.enrolment_id = leaving
                            and (leaving in (select access.my_coached_enrolments()) or a.site_id in (select access.my_sites('local-leader')))) then
          return true;
        end if;
        if exists (select from app.attendance a where a.meeting_id = planned and a.enrolment_id = any (hidden) and a.state = 'expected') then
          insert into app.meeting (organisation_id, project_id, site_id, coach_id, starts_at, minutes, kind, channel, status)
          select m.organisation_id, m.project_id, m.site_id, m.coach_id, m.starts_at, m.minutes, m.kind, m.channel, m.status from app.meeting m where m.id = planned
          returning id into apart;
          update app.attendance a set meeting_id = apart, version = a.version + 1
          where a.meeting_id = planned and a.enrolment_id = any (hidden) and a.state = 'expected';
        end if;
        return false;
      end $$;
      comment on function access.goes_on_without(uuid, uuid) is 'Whether a planned meeting goes on when an enrolment ends, also for those whom the asker may not see. Protected people whom the asker is not named for count as if they were not there: their part becomes a meeting of its own';
      drop function access.others_are_expected(uuid, uuid);

      revoke all on function access.reminded_of_protected(uuid[]), access.goes_on_without(uuid, uuid) from public;
      grant execute on function access.reminded_of_protected(uuid[]) to ${role.api}, ${role.worker};
      grant execute on function access.goes_on_without(uuid, uuid) to ${role.api};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
