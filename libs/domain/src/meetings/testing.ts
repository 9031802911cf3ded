import type { AttendanceState, MeetingStatus } from '@stegvis/contracts/meetings/codes';
import type { Builder } from '../participants/testing.js';

/** A meeting at the site of its participants. */
export interface MeetingDraft {
  coachId: string;
  enrolmentIds: readonly string[];
  /** held unless said otherwise */
  status?: MeetingStatus;
  /** Local days from today; negative is past. Yesterday for one that was held, tomorrow for one that is planned. */
  days?: number;
  /** Local time of day, `HH:MM`. */
  at?: string;
  minutes?: number;
  /** How it went; attended for a held meeting, expected for a planned one, absent for a missed one. */
  state?: AttendanceState;
}

const usualState: Record<MeetingStatus, AttendanceState> = {
  planned: 'expected',
  held: 'attended',
  missed: 'absent',
  cancelled: 'cancelled-by-us',
  voided: 'attended',
};

/** Makes a meeting with its attendances, without notes, and gives its id. */
export async function aMeeting(db: Builder, draft: MeetingDraft): Promise<string> {
  const status = draft.status ?? 'held';
  const rows = await db.sql<{ id: string }>(
    `with place as (select organisation_id, project_id, site_id from app.enrolment where id = $1),
          made as (
            insert into app.meeting (organisation_id, project_id, site_id, coach_id, starts_at, minutes, kind, channel, status, void_reason)
            select organisation_id, project_id, site_id, $2, (app.today() + $3::integer + $4::time) at time zone 'Europe/Stockholm', $5, $6, 'office', $7,
                   case when $7 = 'voided' then 'other' end
            from place returning *),
          present as (
            insert into app.attendance (organisation_id, project_id, site_id, meeting_id, enrolment_id, state)
            select organisation_id, project_id, site_id, id, unnest($8::uuid[]), $9 from made)
     select id from made`,
    [
      draft.enrolmentIds[0],
      draft.coachId,
      draft.days ?? (status === 'planned' ? 1 : -1),
      draft.at ?? '10:00',
      draft.minutes ?? 60,
      draft.enrolmentIds.length > 1 ? 'group' : 'individual',
      status,
      draft.enrolmentIds,
      draft.state ?? usualState[status],
    ],
  );
  if (!rows[0]) throw new Error('No meeting was made: is the enrolment there?');
  return rows[0].id;
}
