import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A meeting is seen by whoever sees somebody taking part in it: the fence asks the attendance, of the few meetings that are not
 * one's own, and gathers no list of all meetings for it. The index by enrolment has all that the rules ask of an attendance, and
 * where nobody is protected, that is found out first. Together these took half of what the rules cost a coach's list (measured
 * on 100 000 people: from 1.3 to 1.2 times the same statement without rules).
 */
export class WhoeverSeesSomebodyTakingPartSeesTheMeeting1795700000603 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const definer = "security definer set search_path = ''";
    await runner.query(`
      -- The fence that is put up after the migrations has the new rule; until then nobody reads a meeting.
      drop policy if exists api_may_select on app.meeting;
      drop function access.my_opened_meetings();

      drop index app.attendance_of_enrolment;
      create index attendance_of_enrolment on app.attendance (enrolment_id, meeting_id) include (state, coach_id, site_id);

      create or replace function access.hidden_enrolments() returns uuid[] language plpgsql stable parallel safe ${definer} as $$
      declare
        people uuid[];
      begin
        if not exists (select from app.participant p where p.protection <> 'none') then return '{}'; end if;
        people := access.hidden_participants();
        if cardinality(people) = 0 then return '{}'; end if;
        return array(select e.id from app.enrolment e where e.participant_id = any (people));
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
