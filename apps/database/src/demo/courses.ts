import type { ExitReason } from '@stegvis/contracts/enrolments/codes';
import type { Gender } from '@stegvis/contracts/participants/codes';
import type { Case, Situation } from './cases.js';
import { type Day, daysBetween, later, plusDays, plusMonths } from './days.js';
import { differences } from './differences.js';
import { workdaysLater } from './moments.js';
import { type DemoSite, firstEntry } from './places.js';
import type { Pace } from './stages.js';
import type { World } from './world.js';

/** The first and last day of an enrolment; no last day while it goes on. */
export interface Course {
  startDate: Day;
  endDate: Day | null;
}

/** Who has not been met for a while has been met before that. */
const knownBeforeSilence = 75;
/** The youngest exits lie so many days back, in turn; their facts are due, or about to be. */
const latestExits = [12, 24, 45, 27, 16, 38, 23, 21] as const;
/** One exit in so many is one of these. */
const oneLateExitIn = 3;
/** The oldest exit lies so many days after the first entry at the earliest. */
const firstExitAfter = 50;

/** Somebody was entered by mistake three months ago, and it was seen in the month after, when the report had been submitted. */
export function mistakeOf(today: Day): { startDate: Day; endDate: Day; month: Day; seenOn: Day } {
  const month = plusMonths(`${today.slice(0, 8)}01`, -3);
  const startDate = workdaysLater(plusDays(month, 17), 0);
  return { startDate, endDate: plusDays(startDate, 6), month, seenOn: workdaysLater(plusDays(plusMonths(month, 1), 10), 0) };
}

/** Gives each case its days. Counts on from site to site, so that all sites differ. */
export class Courses {
  private readonly left: Record<Gender, number> = { woman: 0, man: 0, 'non-binary': 0 };
  private exits = 0;

  constructor(private readonly world: World) {}

  reasonOf(story: Case, gender: Gender): ExitReason {
    const list = differences[gender].exits;
    return story.exitReason ?? (list[this.left[gender]++ % list.length] as ExitReason);
  }

  /** The days of a case: counted back from today for those who are there, and over the project's time for those who have left. */
  course(site: DemoSite, story: Case, pace: Pace): Course {
    const { chance, today } = this.world;
    if (story.exitReason === 'registered-by-mistake') return mistakeOf(today);
    const first = firstEntry(site);
    const room = daysBetween(first, today);
    if (story.status === 'exited') {
      const since = Math.min(this.daysSinceExit(room), room - firstExitAfter);
      const days = Math.min(this.lengthBefore(story.exitReason, pace), room - since - 3);
      const startDate = workdaysLater(plusDays(today, -since - days), 0);
      return { startDate, endDate: later(workdaysLater(plusDays(today, -since), 0), plusDays(startDate, 20)) };
    }
    const silent = story.quiet || story.status === 'on-hold';
    const back = Math.max(this.daysInto(story.situation, pace), silent ? knownBeforeSilence : 0);
    return { startDate: workdaysLater(later(plusDays(first, chance.whole(0, 10)), plusDays(today, -back)), 0), endDate: null };
  }

  private daysSinceExit(room: number): number {
    const { chance } = this.world;
    const place = this.exits++;
    if (place % oneLateExitIn === 0) return latestExits[(place / oneLateExitIn) % latestExits.length] as number;
    return chance.whole(30, room - firstExitAfter);
  }

  private lengthBefore(reason: ExitReason | undefined, pace: Pace): number {
    const { chance } = this.world;
    if (reason === 'work') return pace.wait + pace.internship + chance.whole(20, 90);
    if (reason === 'studies') return pace.wait + chance.whole(10, Math.max(20, pace.internship));
    return chance.whole(35, 190);
  }

  private daysInto(situation: Situation = 'coaching', pace: Pace): number {
    const { chance } = this.world;
    const afterInternship = pace.wait + pace.internship;
    switch (situation) {
      case 'new':
        return chance.whole(4, 20);
      case 'coaching':
        return chance.whole(25, Math.max(26, pace.wait - 4));
      case 'internship':
        return pace.wait + chance.whole(7, pace.internship - 10);
      case 'internship-ending':
        return afterInternship - 1 - chance.whole(0, 4);
      case 'after-internship':
        return afterInternship + chance.whole(8, pace.matching - 5);
      case 'job':
        return afterInternship + pace.matching + chance.whole(8, 40);
    }
  }
}
