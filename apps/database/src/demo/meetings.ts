import type { AttendanceState, MeetingChannel, MeetingKind, MeetingStatus } from '@stegvis/contracts/meetings/codes';
import type { Case } from './cases.js';
import type { Chance } from './chance.js';
import { type Day, earlier, plusDays, weekday } from './days.js';
import { type Diary, groupTime } from './diary.js';
import type { DemoSite } from './places.js';
import { mainStageOn, type StagePeriod } from './stages.js';
import type { World } from './world.js';

/** An enrolment that has begun, as far as its meetings need to know. */
export interface Running {
  id: string;
  site: DemoSite;
  givenName: string;
  startDate: Day;
  endDate: Day | null;
  stages: readonly StagePeriod[];
  coachOn: (day: Day) => string;
  story: Case;
  /** Of the demo coach, whose day is planned by hand. */
  ownDay: boolean;
}

const pastStatus: Readonly<Record<'held' | 'missed' | 'cancelled', number>> = { held: 82, missed: 9, cancelled: 9 };

/** All meetings of one enrolment: those that were, one today where the story says so, and those that are planned. */
export function makeMeetings(world: World, diary: Diary, running: Running): void {
  const { chance, today } = world;
  const { story, startDate, endDate } = running;
  const interval = story.unwritten || chance.percent(55) ? 7 : 14;
  const first = plusDays(startDate, 1 + ((chance.whole(1, 5) - weekday(plusDays(startDate, 1)) + 7) % 7));
  const silentSince = story.quiet
    ? plusDays(today, -chance.whole(36, 60))
    : story.status === 'on-hold'
      ? plusDays(today, -chance.whole(20, 50))
      : today;
  const until = earlier(earlier(endDate ?? today, plusDays(today, -1)), silentSince);
  const past: Day[] = [];
  for (let day = first; day <= until; day = plusDays(day, interval)) past.push(day);
  past.forEach((day, index) => {
    const left = past.length - 1 - index;
    const kept = index === 0 || left === 0 || (left === 1 && story.unwritten);
    write(world, diary, running, day, left === 0 && story.unwritten ? 'planned' : kept ? 'held' : chance.weighted(pastStatus));
  });
  // Written down twice by mistake, and voided: it stays in history and counts nowhere.
  if (story.unwritten && past[2]) write(world, diary, running, past[2], 'voided');
  if (story.quiet && chance.percent(60)) write(world, diary, running, plusDays(silentSince, 10), 'missed');
  if (endDate !== null) return;
  if (story.today) write(world, diary, running, today, 'planned', story.today);
  const planned = story.quiet || story.status === 'on-hold' ? Number(chance.percent(30)) : chance.percent(85) ? chance.whole(1, 2) : 0;
  let day = past.at(-1) ?? first;
  while (day < today || (day === today && running.ownDay)) day = plusDays(day, interval);
  for (let more = 0; more < planned; more++) write(world, diary, running, plusDays(day, more * interval), 'planned');
}

function write(world: World, diary: Diary, running: Running, wanted: Day, status: MeetingStatus, atTime?: string): void {
  const { chance, today } = world;
  // A full day moves the meeting to a later one, as long as it stays on its side of today and inside the enrolment.
  const last = wanted < today ? earlier(plusDays(today, -1), running.endDate ?? today) : running.site.projectEnd;
  for (let day = wanted; day <= last; day = plusDays(day, 1)) {
    const coachId = running.coachOn(day);
    const time = atTime ?? diary.freeTime(coachId, day);
    if (!time) continue;
    if (atTime) diary.take(coachId, day, atTime);
    const stage = mainStageOn(running.stages, day);
    const kind = kindOf(chance, stage === 'internship');
    diary.write({
      site: running.site,
      coachId,
      day,
      time,
      minutes: chance.pick([30, 45, 45, 60]),
      kind,
      channel: channelOf(chance, kind),
      status,
      attending: [{ enrolmentId: running.id, givenName: running.givenName, stage, state: stateOf(chance, status) }],
    });
    return;
  }
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
const groupWeeks = 16;
const groupSize = { least: 3, most: 6 } as const;

/** The groups of a site's first coach: what has been, and the next one. */
export function makeGroups(world: World, diary: Diary, enrolments: readonly Running[]): void {
  const { chance, today } = world;
  const wednesday = plusDays(today, ((3 - weekday(today) + 7) % 7) - groupWeeks * 7);
  for (let week = 0; week <= groupWeeks + 2; week += 2) {
    const day = plusDays(wednesday, week * 7);
    if (day === today) continue;
    const there = enrolments
      .filter((one) => !one.story.quiet && one.story.status !== 'on-hold' && one.startDate < day && (one.endDate === null || one.endDate >= day))
      .slice(0, groupSize.most);
    const [someone] = there;
    if (!someone || there.length < groupSize.least || day > someone.site.projectEnd) continue;
    const status = day < today ? 'held' : 'planned';
    diary.write({
      site: someone.site,
      coachId: someone.coachOn(day),
      day,
      time: groupTime,
      minutes: 90,
      kind: 'group',
      channel: chance.weighted({ office: 70, outdoors: 15, elsewhere: 15 }),
      status,
      attending: there.map((one) => ({
        enrolmentId: one.id,
        givenName: one.givenName,
        stage: mainStageOn(one.stages, day),
        state: status === 'planned' ? 'expected' : chance.weighted({ attended: 80, 'absent-with-notice': 12, absent: 8 }),
      })),
    });
  }
}
