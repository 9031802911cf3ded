import { type EnrolmentStatus, underWay } from '@stegvis/contracts/enrolments/codes';
import { type AttendanceState, attendanceStatesOf, type MeetingStatus } from '@stegvis/contracts/meetings/codes';
import { type InputFault, invalidInput, Refusal } from '@stegvis/contracts/problems/refusal';
import { type Statement, sqlBeside } from '@stegvis/platform/postgres';
import type { EntityManager } from 'typeorm';

/** An enrolment as far as a meeting needs to know it. Dates are local days; `day` is the meeting's. */
export interface EnrolmentAtMeeting {
  id: string;
  organisationId: string;
  projectId: string;
  siteId: string;
  status: EnrolmentStatus;
  startDate: string | null;
  endDate: string | null;
  projectEnds: string;
  day: string;
  /** Whether the meeting begins more than an hour from now. */
  ahead: boolean;
}

const enrolmentsSql = sqlBeside(import.meta.url, 'enrolments-at-meeting.sql');

/** The enrolments that the asker may work with, held so that none of them ends in the meantime. */
export const holdEnrolments = (ids: readonly string[], startsAt: string): Statement => ({
  text: `${enrolmentsSql} order by e.id for share of e`,
  values: [ids, startsAt],
});

/** The same without holding them: who holds a meeting must not wait for an enrolment, since an exit waits the other way. */
export function readEnrolments(manager: EntityManager, ids: readonly string[], startsAt: Date | string): Promise<EnrolmentAtMeeting[]> {
  return manager.query(enrolmentsSql, [ids, startsAt]);
}

/**
 * Refuses a new meeting whose participants are not all there, under way and at one site; each fault stands at its
 * participant. `ids` are the enrolments in the order in which they were given.
 */
export function mustMeetTogether(ids: readonly string[], found: readonly EnrolmentAtMeeting[]): EnrolmentAtMeeting {
  const known = new Map(found.map((enrolment) => [enrolment.id, enrolment]));
  const first = ids.map((id) => known.get(id)).find(Boolean);
  const faults: Record<string, InputFault> = {};
  for (const [place, id] of ids.entries()) {
    const code = faultOf(known.get(id), first, ids.indexOf(id) < place);
    if (code) faults[`attendances.${place}.enrolmentId`] = { code };
  }
  if (ids.length === 0) throw invalidInput('attendances', 'required');
  if (Object.keys(faults).length > 0 || !first) throw new Refusal('invalid-input', 'invalid-input', { errors: faults });
  return first;
}

function faultOf(enrolment: EnrolmentAtMeeting | undefined, first: EnrolmentAtMeeting | undefined, twice: boolean): string | undefined {
  if (!enrolment) return 'unknown-reference';
  if (twice) return 'named-twice';
  if (enrolment.siteId !== first?.siteId) return 'at-another-site';
  if (!underWay.includes(enrolment.status)) return 'not-under-way';
  return undefined;
}

/** Refuses a time that does not fit: what has been lies in the past, all lies within the enrolments and the project. */
export function mustFitInTime(status: MeetingStatus, enrolments: readonly EnrolmentAtMeeting[]): void {
  for (const { day, ahead, startDate, endDate, projectEnds } of enrolments) {
    if (ahead && (status === 'held' || status === 'missed')) throw invalidInput('startsAt', 'in-the-future');
    if ((startDate && day < startDate) || (endDate && day > endDate)) throw invalidInput('startsAt', 'outside-enrolment');
    if (day > projectEnds) throw invalidInput('startsAt', 'outside-project');
  }
}

/** How it went for a participant: what was said, if it fits where the meeting stands, or else the usual. */
export function stateIn(status: MeetingStatus, given: AttendanceState | undefined, input: string): AttendanceState {
  const allowed: readonly AttendanceState[] = attendanceStatesOf[status];
  if (given === undefined) return attendanceStatesOf[status][0];
  if (!allowed.includes(given)) throw new Refusal('invalid-input', 'invalid-input', { errors: { [input]: { code: 'not-a-code', allowed } } });
  return given;
}
