import type { MeetingChannel, MeetingKind } from '@stegvis/contracts/meetings/codes';
import type { NewAttendance, NewMeeting } from '@stegvis/contracts/meetings/meeting';

/** What a coach types about one participant: one note, which goes where the coach says, and under "more" the other one. */
export interface AttendanceForm {
  note?: string | null;
  noteIs?: 'summary' | 'internalNote';
  otherNote?: string | null;
  nextStep?: string | null;
  nextStepDate?: string | null;
}

export interface MeetingForm {
  status: 'held' | 'planned' | 'missed';
  enrolmentId: string;
  others?: string[];
  startsAt: Date | string;
  minutes?: number | null;
  kind?: MeetingKind | null;
  channel?: MeetingChannel | null;
  attendance?: AttendanceForm;
}

/** A date field holds local time while it is typed; the API wants a moment. */
export const instantOf = (value: Date | string) => new Date(value).toISOString();

export function attendanceOf({
  note,
  noteIs = 'internalNote',
  otherNote,
  nextStep,
  nextStepDate,
}: AttendanceForm): Omit<NewAttendance, 'enrolmentId' | 'state'> {
  const other = noteIs === 'summary' ? 'internalNote' : 'summary';
  const facts = { [noteIs]: note, [other]: otherNote, nextStep, nextStepDate };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value));
}

export function newMeetingOf(form: MeetingForm): NewMeeting {
  const enrolmentIds = [...new Set([form.enrolmentId, ...(form.others ?? [])])];
  const several = enrolmentIds.length > 1;
  return {
    status: form.status,
    startsAt: instantOf(form.startsAt),
    ...(form.minutes && { minutes: form.minutes }),
    ...(form.kind && !(several && form.kind === 'individual') && { kind: form.kind }),
    ...(form.channel && { channel: form.channel }),
    attendances: enrolmentIds.map((enrolmentId) => ({ enrolmentId, ...attendanceOf(form.attendance ?? {}) })),
  };
}

const asTyped: Record<string, string> = { nextStep: 'nextStep', nextStepDate: 'nextStepDate', state: 'state' };

/** Where an error of the API belongs in the form; `at` turns the number of a participant into the form's prefix. */
export function fieldOfError(path: string, noteIs: AttendanceForm['noteIs'], at: (index: string) => string): string {
  const [, index, name] = /^attendances\.(\d+)\.(\w+)$/.exec(path) ?? [];
  if (index === undefined || name === undefined) return path === 'attendances' ? 'enrolmentId' : path;
  if (name === 'enrolmentId') return 'enrolmentId';
  if (name === 'summary' || name === 'internalNote') return `${at(index)}${name === (noteIs ?? 'internalNote') ? 'note' : 'otherNote'}`;
  return `${at(index)}${asTyped[name] ?? name}`;
}
