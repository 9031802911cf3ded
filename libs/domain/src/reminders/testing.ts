import type { AttendanceState, MeetingStatus } from '@stegvis/contracts/meetings/codes';
import type { Builder, World } from '../participants/testing.js';

/** A meeting, as far as the rules look at it. */
export interface MeetingDraft {
  enrolmentIds: readonly string[];
  /** Local days from today on which it begins; negative is past. */
  days: number;
  /** Local time of day, `HH:MM`. */
  at?: string;
  minutes?: number;
  status?: MeetingStatus;
  state?: AttendanceState;
}

/** Makes a meeting of the world's coach; held and attended unless said otherwise. Gives its id. */
export async function aMeetingOfRules(db: Builder, world: World, draft: MeetingDraft): Promise<string> {
  const [meeting] = await db.sql<{ id: string }>(
    `with made as (
       insert into app.meeting (organisation_id, project_id, site_id, coach_id, starts_at, minutes, kind, channel, status, void_reason)
       values ($1, $2, $3, $4, (app.today() + $5::integer + $6::time) at time zone 'Europe/Stockholm', $7, 'individual', 'office', $8,
               case when $8 = 'voided' then 'other' end) returning *),
     present as (
       insert into app.attendance (organisation_id, project_id, site_id, meeting_id, enrolment_id, state)
       select organisation_id, project_id, site_id, id, unnest($9::uuid[]), $10 from made)
     select id from made`,
    [
      world.organisationId,
      world.projectId,
      world.siteId,
      world.coach,
      draft.days,
      draft.at ?? '10:00',
      draft.minutes ?? 60,
      draft.status ?? 'held',
      draft.enrolmentIds,
      draft.state ?? 'attended',
    ],
  );
  if (!meeting) throw new Error('No meeting was made');
  return meeting.id;
}

/** Makes so many people at once, each with exactly one follow-up that is due: nobody has met them for 100 days. */
export async function manyFollowUps(db: Builder, world: World, count: number): Promise<void> {
  await db.sql(
    `with person as (
       insert into app.participant (organisation_id, given_name, family_name, identity_kind, date_of_birth, gender)
       select $1, 'Kim', 'Test ' || n, 'none', '1990-05-17', case when n % 2 = 0 then 'woman' else 'man' end from generate_series(1, $5::integer) n
       returning id, organisation_id, gender, date_of_birth),
     enrolled as (
       insert into app.enrolment (organisation_id, participant_id, project_id, site_id, kind, status, referred_on, start_date,
                                  gender, birth_year, date_of_birth, labour_status, education_level)
       select organisation_id, id, $2, $3, 'jobseeker', 'active', app.today() - 120, app.today() - 100, gender, 1990, date_of_birth, 'unemployed', 'compulsory'
       from person
       returning id, organisation_id, project_id, site_id, start_date)
     insert into app.enrolment_coach (organisation_id, project_id, site_id, enrolment_id, staff_id, part, valid_from)
     select organisation_id, project_id, site_id, id, $4, 'main', start_date from enrolled`,
    [world.organisationId, world.projectId, world.siteId, world.coach, count],
  );
}
