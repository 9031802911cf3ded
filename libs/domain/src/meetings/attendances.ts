import { randomUUID } from 'node:crypto';
import type { AttendanceState, MeetingStatus } from '@stegvis/contracts/meetings/codes';
import type { AttendanceChange, NewAttendance } from '@stegvis/contracts/meetings/meeting';
import { invalidInput } from '@stegvis/contracts/problems/refusal';
import { writeChange } from '@stegvis/platform/postgres';
import { type EntityManager, In } from 'typeorm';
import { AttendanceEntity } from './attendance.entity.js';
import { AttendanceNoteEntity } from './attendance-note.entity.js';
import type { MeetingEntity } from './meeting.entity.js';
import { stateIn } from './participants-at-meeting.js';

type Notes = Pick<AttendanceNoteEntity, 'summary' | 'internalNote' | 'nextStep'>;

/** Who takes part in a new meeting and what was written about each, column by column, as `log-meeting.sql` takes it. */
export function columnsOf(status: MeetingStatus, attendances: readonly NewAttendance[]): unknown[][] {
  return [
    attendances.map(() => randomUUID()),
    attendances.map(({ enrolmentId }) => enrolmentId),
    attendances.map(({ state }, place) => stateIn(status, state, `attendances.${place}.state`)),
    attendances.map(({ nextStepDate }) => nextStepDate ?? null),
    attendances.map(({ summary }) => summary ?? null),
    attendances.map(({ internalNote }) => internalNote ?? null),
    attendances.map(({ nextStep }) => nextStep ?? null),
  ];
}

/** Writes what was changed about some participants; whoever and whatever is left out stays as it is. */
export async function writeDown(
  manager: EntityManager,
  meeting: MeetingEntity,
  status: MeetingStatus,
  changes: readonly AttendanceChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const attendances = new Map((await manager.findBy(AttendanceEntity, { meetingId: meeting.id })).map((one) => [one.enrolmentId, one]));
  const notes = new Map(
    (await manager.findBy(AttendanceNoteEntity, { id: In([...attendances.values()].map(({ id }) => id)) })).map((one) => [one.id, one]),
  );
  for (const [place, change] of changes.entries()) {
    const attendance = attendances.get(change.enrolmentId);
    if (!attendance) throw invalidInput(`attendances.${place}.enrolmentId`, 'not-at-this-meeting');
    if (changes.findIndex(({ enrolmentId }) => enrolmentId === change.enrolmentId) < place)
      throw invalidInput(`attendances.${place}.enrolmentId`, 'named-twice');
    const state =
      change.state === undefined || change.state === attendance.state
        ? attendance.state
        : stateIn(status, change.state, `attendances.${place}.state`);
    const { nextStepDate = attendance.nextStepDate } = change;
    if (state !== attendance.state || nextStepDate !== attendance.nextStepDate)
      await writeChange(manager, AttendanceEntity, attendance.id, attendance.version, { state, nextStepDate });
    await writeNotes(manager, attendance, notes.get(attendance.id), notesIn(change));
  }
}

/** Says of everybody who is still expected, and whom the asker may see, how it went. */
export async function settleExpected(manager: EntityManager, meetingId: string, state: AttendanceState): Promise<void> {
  await manager.query(`update app.attendance set state = $2, version = version + 1 where meeting_id = $1 and state = 'expected'`, [meetingId, state]);
}

/** The enrolments at a meeting that the asker may see. */
export async function enrolmentsAt(manager: EntityManager, meetingId: string): Promise<string[]> {
  return (await manager.find(AttendanceEntity, { where: { meetingId }, select: { id: true, enrolmentId: true } })).map(
    ({ enrolmentId }) => enrolmentId,
  );
}

const notesIn = ({ summary, internalNote, nextStep }: Partial<Notes>): Partial<Notes> => ({ summary, internalNote, nextStep });

async function writeNotes(
  manager: EntityManager,
  attendance: AttendanceEntity,
  before: AttendanceNoteEntity | undefined,
  notes: Partial<Notes>,
): Promise<void> {
  const given = Object.entries(notes).filter(([name, text]) => text !== undefined && text !== (before?.[name as keyof Notes] ?? null));
  if (given.length === 0) return;
  const changed: Partial<Notes> = Object.fromEntries(given);
  if (before) return writeChange(manager, AttendanceNoteEntity, before.id, before.version, changed);
  const { id, organisationId, projectId, siteId, enrolmentId } = attendance;
  await manager.insert(AttendanceNoteEntity, { id, organisationId, projectId, siteId, enrolmentId, ...changed });
}
