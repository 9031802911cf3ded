import type { Stage } from '@stegvis/contracts/enrolments/codes';
import type { AttendanceState, MeetingChannel, MeetingKind, MeetingStatus } from '@stegvis/contracts/meetings/codes';
import { type Day, plusDays, weekday, workday } from './days.js';
import { at, clock, dayOf, latest, minutesAfter, sooner, workdayBefore, workdaysLater } from './moments.js';
import { type DemoSite, keysOf } from './places.js';
import { correction, writeUp } from './texts.js';
import { type By, type Moment, type Row, type Telling, type World, zoned } from './world.js';

/** Somebody at a meeting. */
export interface Attending {
  enrolmentId: string;
  givenName: string;
  stage: Stage;
  state: AttendanceState;
}

export interface DiaryEntry {
  site: DemoSite;
  coachId: string;
  /** Since when the coach has the case, and the last day for those who leave. */
  coachFrom: Moment;
  coachUntil: Day | null;
  day: Day;
  time: string;
  minutes: number;
  kind: MeetingKind;
  channel: MeetingChannel;
  status: MeetingStatus;
  /** The first moment at which the meeting can have been agreed on. */
  knownFrom: Moment;
  attending: readonly Attending[];
}

/** What becomes of somebody's attendance, and what is written. */
interface Outcome {
  id: string;
  enrolmentId: string;
  state: AttendanceState;
  nextStepDate: Day | null;
  note: { summary: string | null; internal_note: string | null; next_step: string | null };
}

const times = ['08:30', '09:30', '10:30', '13:00', '14:00', '15:00', '16:00'] as const;
/** Wednesday afternoons are for groups. */
const keptForGroups = { weekday: 3, times: ['15:00', '16:00'] as readonly string[] };
export const groupTime = '15:00';

const absences = [
  'Kom inte. Ringde, fick inget svar och skickade ett meddelande.',
  'Hörde av sig om sjukdom. Vi bokade en ny tid.',
  'Hade inte barnomsorg. Vi tar nästa möte på telefon.',
] as const;

/** How late a meeting is written up, as often as it says: most on the same day. */
const lateness = { sameDay: 66, nextMorning: 19, thatWeek: 12, later: 3 } as const;
const workdaysLate: Readonly<Record<keyof typeof lateness, readonly [number, number]>> = {
  sameDay: [0, 0],
  nextMorning: [1, 1],
  thatWeek: [2, 4],
  later: [5, 9],
};
/** Meetings in a hundred that stand in the diary before they take place. */
const planned = 60;
/** Notes in a hundred that are put right later. */
const corrected = 4;
/** Nobody works later than this. */
const endOfDay = '18:45:00';

/** The coaches' diaries: nobody is in two meetings at once, and what was held is written up, on the same day or later. */
export class Diary {
  private readonly taken = new Set<string>();

  constructor(private readonly world: World) {}

  /** Takes a free time of a coach's and a person's day; nothing when the day is full or the coach does not work. */
  freeTime(coachId: string, day: Day, enrolmentId: string): string | undefined {
    const free = times.filter(
      (time) =>
        !this.taken.has(`${coachId} ${day} ${time}`) &&
        !this.taken.has(`${enrolmentId} ${day} ${time}`) &&
        !(weekday(day) === keptForGroups.weekday && keptForGroups.times.includes(time)),
    );
    if (free.length === 0 || weekday(day) > 5) return undefined;
    const time = this.world.chance.pick(free);
    this.take(coachId, day, time, enrolmentId);
    return time;
  }

  take(coachId: string, day: Day, time: string, enrolmentId: string): void {
    this.taken.add(`${coachId} ${day} ${time}`);
    this.taken.add(`${enrolmentId} ${day} ${time}`);
  }

  /** Tells how a meeting was agreed on, and how it went. Gives back when it was written up; null while it is planned. */
  write(entry: DiaryEntry): Moment | null {
    const { chance } = this.world;
    const coach: By = { staff: entry.coachId };
    const meetingId = chance.uuid();
    const outcomes = entry.attending.map((one) => this.outcome(entry, one));
    const begins = at(entry.day, entry.time);
    const agreed = this.agreedAt(entry, begins);
    const ahead = agreed !== null && (entry.status !== 'held' || chance.percent(planned));
    if (ahead) this.world.at(agreed, coach, (act) => this.plan(act, meetingId, entry, outcomes));
    if (entry.status === 'planned') return null;
    const written = this.writtenAt(entry, begins, ahead ? agreed : null);
    this.world.at(written, coach, (act) => (ahead ? this.settle(act, meetingId, entry, outcomes) : this.log(act, meetingId, entry, outcomes)));
    if (entry.status === 'voided') this.voidIt(meetingId, coach, written, entry.coachUntil);
    if (entry.status === 'held' && chance.percent(corrected)) this.correct(outcomes, coach, written, entry.coachUntil);
    return written;
  }

  /**
   * When the meeting was agreed on: some days before, and not before the last one was written up. What was held may have been
   * logged afterwards only: null. All else was agreed on at the latest as it came up.
   */
  private agreedAt({ status, coachFrom, knownFrom }: DiaryEntry, begins: Moment): Moment | null {
    const { chance, lastWorkday } = this.world;
    if (status === 'voided') return null;
    const latestMoment = sooner(minutesAfter(begins, -60), at(lastWorkday, endOfDay));
    const day = workdayBefore(plusDays(dayOf(begins), -chance.whole(2, 7)));
    const agreed = latest(sooner(at(day, clock(chance, 9, 16)), latestMoment), knownFrom, coachFrom);
    if (agreed <= latestMoment) return agreed;
    return status === 'held' ? null : latestMoment;
  }

  private writtenAt({ status, day, minutes, coachUntil }: DiaryEntry, begins: Moment, agreed: Moment | null): Moment {
    const { chance, lastWorkday } = this.world;
    if (status === 'cancelled') {
      const called = chance.percent(60) ? at(workdayBefore(plusDays(day, -1)), clock(chance, 13, 16)) : minutesAfter(begins, -chance.whole(20, 55));
      return latest(called, minutesAfter(agreed ?? begins, 2));
    }
    const soon = minutesAfter(begins, minutes + chance.whole(5, 40));
    const days = chance.whole(...workdaysLate[chance.weighted(lateness)]);
    const then = workdaysLater(day, days);
    return days === 0 || then > (coachUntil ?? lastWorkday) || then > lastWorkday ? soon : at(then, clock(chance, 8, 10));
  }

  private plan(act: Telling, meetingId: string, entry: DiaryEntry, outcomes: readonly Outcome[]): void {
    this.insertMeeting(act, meetingId, entry, 'planned');
    for (const one of outcomes) this.insertAttendance(act, meetingId, entry, one, 'expected', null);
  }

  /** Writes up what was planned. */
  private settle(act: Telling, meetingId: string, entry: DiaryEntry, outcomes: readonly Outcome[]): void {
    act.change('meeting', meetingId, { status: entry.status });
    for (const one of outcomes) {
      act.change('attendance', one.id, { state: one.state, ...(one.nextStepDate ? { next_step_date: one.nextStepDate } : {}) });
      this.insertNote(act, entry, one);
    }
  }

  /** Writes down afterwards what nobody had planned here. */
  private log(act: Telling, meetingId: string, entry: DiaryEntry, outcomes: readonly Outcome[]): void {
    this.insertMeeting(act, meetingId, entry, entry.status === 'voided' ? 'held' : entry.status);
    for (const one of outcomes) {
      this.insertAttendance(act, meetingId, entry, one, one.state, one.nextStepDate);
      this.insertNote(act, entry, one);
    }
  }

  private voidIt(meetingId: string, coach: By, written: Moment, coachUntil: Day | null): void {
    const { lastWorkday } = this.world;
    const day = workdaysLater(dayOf(written), 1);
    const when = day > lastWorkday || day > (coachUntil ?? lastWorkday) ? minutesAfter(written, 3) : at(day, '10:10:00');
    this.world.at(when, coach, (act) => act.change('meeting', meetingId, { status: 'voided', void_reason: 'entered-twice' }));
  }

  private correct(outcomes: readonly Outcome[], coach: By, written: Moment, coachUntil: Day | null): void {
    const { chance, lastWorkday } = this.world;
    const one = outcomes.find(({ note }) => note.summary !== null);
    const day = workdaysLater(dayOf(written), chance.whole(0, 4));
    if (!one || day > lastWorkday || day > (coachUntil ?? lastWorkday)) return;
    const when = day === dayOf(written) ? minutesAfter(written, chance.whole(2, 15)) : at(day, clock(chance, 10, 12));
    const summary = `${one.note.summary} ${correction(chance)}`;
    this.world.at(when, coach, (act) => act.change('attendance_note', one.id, { summary }));
  }

  private insertMeeting(act: Telling, id: string, entry: DiaryEntry, status: MeetingStatus): void {
    const { coachId, day, time, minutes, kind, channel } = entry;
    const facts = { coach_id: coachId, starts_at: zoned(at(day, time)), minutes, kind, channel, status, void_reason: null };
    act.insert('meeting', { id, ...keysOf(entry.site), ...facts, version: 1, created_at: zoned(act.at) });
  }

  private insertAttendance(
    act: Telling,
    meetingId: string,
    { site }: DiaryEntry,
    one: Outcome,
    state: AttendanceState,
    nextStepDate: Day | null,
  ): void {
    const row: Row = {
      id: one.id,
      ...keysOf(site),
      meeting_id: meetingId,
      enrolment_id: one.enrolmentId,
      state,
      next_step_date: nextStepDate,
      version: 1,
    };
    act.insert('attendance', row);
  }

  private insertNote(act: Telling, { site }: DiaryEntry, { id, enrolmentId, note }: Outcome): void {
    if (Object.values(note).every((text) => text === null)) return;
    act.insert('attendance_note', { id, ...keysOf(site), enrolment_id: enrolmentId, ...note, version: 1 });
  }

  private outcome({ day, kind }: DiaryEntry, { enrolmentId, givenName, stage, state }: Attending): Outcome {
    const { chance } = this.world;
    const came = state === 'attended' ? writeUp(chance, stage, kind, givenName) : undefined;
    const stayedAway = (state === 'absent' || state === 'absent-with-notice') && chance.percent(60) ? chance.pick(absences) : null;
    return {
      id: chance.uuid(),
      enrolmentId,
      state,
      nextStepDate: came?.nextStep ? workday(plusDays(day, chance.whole(5, 14))) : null,
      note: { summary: came?.summary ?? null, internal_note: came?.internalNote ?? stayedAway, next_step: came?.nextStep ?? null },
    };
  }
}
