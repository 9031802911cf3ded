import type { AttendanceState, MeetingChannel, MeetingKind, MeetingStatus } from '@stegvis/contracts/meetings/codes';
import type { Chance } from './chance.js';
import { type Day, earlier, plusDays, weekday } from './days.js';
import { type Diary, groupTime } from './diary.js';
import { at, latest, minutesAfter } from './moments.js';
import type { Running } from './running.js';
import { holderOn } from './staff.js';
import { mainStageOn } from './stages.js';
import type { Moment, World } from './world.js';

const pastStatus: Readonly<Record<'held' | 'missed' | 'cancelled', number>> = { held: 82, missed: 9, cancelled: 9 };

/** All meetings of one enrolment: those that were, one today where the story says so, and those that are planned. */
export function makeMeetings(world: World, diary: Diary, running: Running): void {
  const { chance, today, lastWorkday } = world;
  const { story, startDate, endDate, silentSince } = running;
  const interval = story.unwritten || chance.percent(40) ? 7 : 14;
  const first = plusDays(startDate, 1 + ((chance.whole(1, 5) - weekday(plusDays(startDate, 1)) + 7) % 7));
  const until = earlier(earlier(endDate ?? today, lastWorkday), silentSince ?? today);
  const past: Day[] = [];
  for (let day = first; day <= until; day = plusDays(day, interval)) if (!pausedOn(running, day)) past.push(day);
  let before: Moment | null = null;
  past.forEach((day, index) => {
    const left = past.length - 1 - index;
    const kept = index === 0 || left === 0 || (left === 1 && story.unwritten);
    const status = left === 0 && story.unwritten ? 'planned' : kept ? 'held' : chance.weighted(pastStatus);
    before = write(world, diary, running, { wanted: day, status, before }) ?? before;
  });
  // Written down twice by mistake, and voided: it stays in history and counts nowhere.
  if (story.unwritten && past[2]) write(world, diary, running, { wanted: past[2], status: 'voided', before: null });
  if (story.quiet && silentSince && chance.percent(60)) write(world, diary, running, { wanted: plusDays(silentSince, 10), status: 'missed', before });
  if (endDate !== null) return;
  if (story.today) write(world, diary, running, { wanted: today, status: 'planned', time: story.today, before });
  const planned = story.quiet || story.status === 'on-hold' ? Number(chance.percent(30)) : chance.percent(85) ? chance.whole(1, 2) : 0;
  let day = past.at(-1) ?? first;
  while (day < today || (day === today && running.ownDay)) day = plusDays(day, interval);
  for (let more = 0; more < planned; more++) write(world, diary, running, { wanted: plusDays(day, more * interval), status: 'planned', before });
}

const pausedOn = ({ pause }: Running, day: Day): boolean => pause !== null && day >= pause[0] && day <= pause[1];

interface Wanted {
  wanted: Day;
  status: MeetingStatus;
  time?: string;
  /** When the last meeting was written up: the next one is often agreed on then. */
  before: Moment | null;
}

/** Writes a meeting on the wanted day, or the next one on which the coach has time. Gives back when it was written up. */
function write(world: World, diary: Diary, running: Running, { wanted, status, time: given, before }: Wanted): Moment | null {
  const { chance, today, lastWorkday } = world;
  // A full day moves the meeting to a later one, as long as it stays on its side of today and of the silence, and inside the enrolment.
  const silence = running.silentSince && wanted <= running.silentSince ? running.silentSince : today;
  const last = wanted < today ? earlier(earlier(lastWorkday, silence), running.endDate ?? today) : running.site.projectEnd;
  for (let day = wanted; day <= last; day = plusDays(day, 1)) {
    // Nobody is met before the case is accepted, which is sometimes written down the day after.
    if (pausedOn(running, day) || day < running.acceptedAt.slice(0, 10)) continue;
    const coachId = running.coachOn(day);
    const time = given ?? diary.freeTime(coachId, day, running.id);
    if (!time) continue;
    if (given) diary.take(coachId, day, given, running.id);
    const stage = mainStageOn(running.stages, day);
    const kind = kindOf(chance, stage === 'internship');
    return diary.write({
      ...termOf(running, day),
      site: running.site,
      coachId,
      day,
      time,
      minutes: chance.pick([30, 45, 45, 60]),
      kind,
      channel: channelOf(chance, kind),
      status,
      knownFrom: latest(minutesAfter(running.acceptedAt, 30), before ?? ''),
      attending: [{ enrolmentId: running.id, givenName: running.givenName, stage, state: stateOf(chance, status) }],
    });
  }
  return null;
}

/** From when until which day the coach of a day has the case: from the handover, or the start. */
function termOf({ seat, acceptedAt }: Running, day: Day): { coachFrom: Moment; coachUntil: Day | null } {
  const taken = seat.findLast(({ until }) => until !== null && until < day)?.until;
  return { coachFrom: taken ? latest(acceptedAt, at(taken, '17:00:00')) : acceptedAt, coachUntil: holderOn(seat, day).until };
}

const kindOf = (chance: Chance, atWorkplace: boolean): MeetingKind =>
  atWorkplace && chance.percent(40) ? 'three-party' : chance.percent(5) ? 'network' : 'individual';

const channelOf = (chance: Chance, kind: MeetingKind): MeetingChannel =>
  kind === 'three-party'
    ? chance.weighted({ elsewhere: 85, video: 15 })
    : kind === 'network'
      ? chance.weighted({ office: 60, video: 40 })
      : chance.weighted({ office: 60, phone: 14, video: 8, outdoors: 10, elsewhere: 8 });

function stateOf(chance: Chance, status: MeetingStatus): AttendanceState {
  if (status === 'planned') return 'expected';
  if (status === 'missed') return chance.weighted({ absent: 55, 'absent-with-notice': 45 });
  if (status === 'cancelled') return chance.weighted({ 'cancelled-by-us': 50, 'absent-with-notice': 50 });
  return 'attended';
}

/** Weeks back that groups have met, every second Wednesday. */
const groupWeeks = 40;
const groupSize = { least: 3, most: 6 } as const;

/** The groups of a site's first coach: what has been, and the next one. */
export function makeGroups(world: World, diary: Diary, enrolments: readonly Running[]): void {
  const { chance, today } = world;
  const wednesday = plusDays(today, ((3 - weekday(today) + 7) % 7) - groupWeeks * 7);
  for (let week = 0; week <= groupWeeks + 2; week += 2) {
    const day = plusDays(wednesday, week * 7);
    if (day === today) continue;
    const there = enrolments.filter((one) => comesOn(one, day)).slice(0, groupSize.most);
    const [someone] = there;
    if (!someone || there.length < groupSize.least || day > someone.site.projectEnd) continue;
    const status = day < today ? 'held' : 'planned';
    diary.write({
      ...termOf(someone, day),
      site: someone.site,
      coachId: someone.coachOn(day),
      day,
      time: groupTime,
      minutes: 90,
      kind: 'group',
      channel: chance.weighted({ office: 70, outdoors: 15, elsewhere: 15 }),
      status,
      knownFrom: latest(...there.map(({ acceptedAt }) => minutesAfter(acceptedAt, 30))),
      attending: there.map((one) => ({
        enrolmentId: one.id,
        givenName: one.givenName,
        stage: mainStageOn(one.stages, day),
        state: status === 'planned' ? 'expected' : chance.weighted({ attended: 80, 'absent-with-notice': 12, absent: 8 }),
      })),
    });
  }
}

const comesOn = (one: Running, day: Day): boolean =>
  one.silentSince === null && !pausedOn(one, day) && one.startDate < day && (one.endDate === null || one.endDate > day);
