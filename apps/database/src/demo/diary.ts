import type { Stage } from '@stegvis/contracts/enrolments/codes';
import type { AttendanceState, MeetingChannel, MeetingKind, MeetingStatus } from '@stegvis/contracts/meetings/codes';
import { type Day, plusDays, weekday, workday } from './days.js';
import type { DemoSite } from './places.js';
import { writeUp } from './texts.js';
import { moment, type World } from './world.js';

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
  day: Day;
  time: string;
  minutes: number;
  kind: MeetingKind;
  channel: MeetingChannel;
  status: MeetingStatus;
  attending: readonly Attending[];
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

/** The coaches' diaries: nobody is in two meetings at once, and what was held is written up. */
export class Diary {
  private readonly taken = new Set<string>();

  constructor(private readonly world: World) {}

  /** Takes a free time of a coach's day; nothing when the day is full or the coach does not work. */
  freeTime(coachId: string, day: Day): string | undefined {
    const free = times.filter(
      (time) => !this.taken.has(`${coachId} ${day} ${time}`) && !(weekday(day) === keptForGroups.weekday && keptForGroups.times.includes(time)),
    );
    if (free.length === 0 || weekday(day) > 5) return undefined;
    const time = this.world.chance.pick(free);
    this.take(coachId, day, time);
    return time;
  }

  take(coachId: string, day: Day, time: string): void {
    this.taken.add(`${coachId} ${day} ${time}`);
  }

  write(entry: DiaryEntry): void {
    const { world } = this;
    const keys = { organisation_id: entry.site.organisationId, project_id: entry.site.projectId, site_id: entry.site.id };
    const meetingId = world.add('meeting', {
      ...keys,
      coach_id: entry.coachId,
      starts_at: moment(entry.day, entry.time),
      minutes: entry.minutes,
      kind: entry.kind,
      channel: entry.channel,
      status: entry.status,
      void_reason: entry.status === 'voided' ? 'entered-twice' : null,
      version: 1,
      created_at: moment(plusDays(entry.day < world.today ? entry.day : world.today, -5), '11:00'),
    });
    for (const one of entry.attending) this.writeAttendance(keys, meetingId, entry, one);
  }

  private writeAttendance(
    keys: { organisation_id: string; project_id: string; site_id: string },
    meetingId: string,
    entry: DiaryEntry,
    one: Attending,
  ): void {
    const { chance } = this.world;
    const came = one.state === 'attended' ? writeUp(chance, one.stage, entry.kind, one.givenName) : undefined;
    const stayedAway = (one.state === 'absent' || one.state === 'absent-with-notice') && chance.percent(60) ? chance.pick(absences) : null;
    const id = this.world.add('attendance', {
      ...keys,
      meeting_id: meetingId,
      enrolment_id: one.enrolmentId,
      state: one.state,
      next_step_date: came?.nextStep ? workday(plusDays(entry.day, chance.whole(5, 14))) : null,
      version: 1,
    });
    this.world.put('attendance_note', {
      id,
      ...keys,
      enrolment_id: one.enrolmentId,
      summary: came?.summary ?? null,
      internal_note: came?.internalNote ?? stayedAway,
      next_step: came?.nextStep ?? null,
      version: 1,
    });
  }
}
