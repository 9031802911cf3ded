import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which meetings of colleagues a coach sees is asked with every list of meetings. With the meeting's coach beside the
 * enrolment the answer stands in one index, and no meeting has to be looked at.
 */
export class AnAttendanceKnowsWhoseMeetingItIs1795600000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.attendance add column coach_id uuid references app.staff;
      comment on column app.attendance.coach_id is 'The meeting''s coach, kept by triggers: what a colleague''s right to the meeting hangs on';
      -- Nobody has changed anything: neither history nor a version.
      alter table app.attendance disable trigger user;
      update app.attendance a set coach_id = m.coach_id from app.meeting m where m.id = a.meeting_id;
      alter table app.attendance enable trigger user;
      alter table app.attendance alter column coach_id set not null;

      create function app.note_coach_of_meeting() returns trigger language plpgsql set search_path = '' security definer as $$
      begin
        new.coach_id := (select m.coach_id from app.meeting m where m.id = new.meeting_id);
        return new;
      end $$;
      create trigger note_coach_of_meeting before insert on app.attendance
        for each row when (new.coach_id is null) execute function app.note_coach_of_meeting();
      create function app.note_new_coach_of_meeting() returns trigger language plpgsql set search_path = '' security definer as $$
      begin
        update app.attendance a set coach_id = new.coach_id where a.meeting_id = new.id;
        return null;
      end $$;
      create trigger note_new_coach_of_meeting after update of coach_id on app.meeting
        for each row when (old.coach_id is distinct from new.coach_id) execute function app.note_new_coach_of_meeting();

      drop index app.attendance_of_enrolment;
      create index attendance_of_enrolment on app.attendance (enrolment_id, meeting_id) include (state, coach_id);
      -- With all that the policies ask, so that a site's meetings are counted and sorted without a look at their rows.
      drop index app.meeting_at_site;
      create index meeting_at_site on app.meeting (site_id, starts_at desc, id) include (coach_id);

      create or replace function access.my_coached_meetings() returns setof uuid language sql stable parallel safe security definer set search_path = '' rows 100 begin atomic
        select a.meeting_id from app.attendance a
        where a.enrolment_id = any (array(select access.my_coached_enrolments())) and a.coach_id <> (select access.asker_id());
      end;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
