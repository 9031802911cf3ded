import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes are a table of their own: those who may see that somebody came need not see what was written. */
export class MeetingsHaveAttendanceAndNotes1795400000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.meeting (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references app.organisation,
        project_id uuid not null,
        site_id uuid not null,
        coach_id uuid not null references app.staff,
        starts_at timestamptz not null check (starts_at between '1900-01-01' and '2101-01-01'),
        minutes integer not null check (minutes between 1 and 1440),
        kind text not null check (kind in ('individual', 'group', 'three-party', 'network')),
        channel text not null check (channel in ('office', 'elsewhere', 'outdoors', 'video', 'phone')),
        status text not null check (status in ('planned', 'held', 'missed', 'cancelled', 'voided')),
        void_reason text check (void_reason in ('wrong-person', 'entered-twice', 'never-happened', 'other')),
        version integer not null default 1,
        created_at timestamptz not null default now(),
        unique (organisation_id, project_id, site_id, id),
        foreign key (project_id, organisation_id, site_id) references app.site (project_id, organisation_id, id),
        constraint meeting_is_voided_for_a_reason check ((status = 'voided') = (void_reason is not null))
      );
      create index meeting_of_coach on app.meeting (coach_id, starts_at desc, id);
      create index meeting_at_site on app.meeting (site_id, starts_at desc, id);
      create index meeting_planned on app.meeting (starts_at) where status = 'planned';

      create table app.attendance (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null,
        project_id uuid not null,
        site_id uuid not null,
        meeting_id uuid not null,
        enrolment_id uuid not null,
        state text not null check (state in ('expected', 'attended', 'absent-with-notice', 'absent', 'cancelled-by-us')),
        next_step_date date,
        version integer not null default 1,
        unique (organisation_id, project_id, site_id, enrolment_id, id),
        foreign key (organisation_id, project_id, site_id, meeting_id) references app.meeting (organisation_id, project_id, site_id, id),
        foreign key (organisation_id, project_id, site_id, enrolment_id) references app.enrolment (organisation_id, project_id, site_id, id),
        constraint participant_is_at_a_meeting_once unique (meeting_id, enrolment_id)
      );
      create index attendance_of_enrolment on app.attendance (enrolment_id, meeting_id) include (state);

      create table app.attendance_note (
        id uuid primary key,
        organisation_id uuid not null,
        project_id uuid not null,
        site_id uuid not null,
        enrolment_id uuid not null,
        summary text,
        internal_note text,
        next_step text,
        version integer not null default 1,
        foreign key (organisation_id, project_id, site_id, enrolment_id, id) references app.attendance (organisation_id, project_id, site_id, enrolment_id, id)
      );
    `);
    const definer = "stable parallel safe security definer set search_path = ''";
    await runner.query(`
      create function access.my_coached_meetings() returns setof uuid language sql ${definer} rows 100 begin atomic
        select a.meeting_id from app.attendance a join app.meeting m on m.id = a.meeting_id
        where a.enrolment_id = any (array(select access.my_coached_enrolments())) and m.coach_id <> (select access.asker_id());
      end;
      create function access.others_are_expected(meeting uuid, enrolment uuid) returns boolean language sql ${definer} return exists (
        select from app.attendance a where a.meeting_id = meeting and a.enrolment_id <> enrolment and a.state = 'expected');
      comment on function access.others_are_expected(uuid, uuid) is 'Whether a meeting goes on without somebody, also for those whom the asker may not see';
      comment on function access.my_coached_meetings() is 'Meetings of other coaches where somebody of the asker''s caseload takes part; the asker''s own are left out, which keeps the set small';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
