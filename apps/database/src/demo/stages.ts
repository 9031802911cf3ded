import type { Stage } from '@stegvis/contracts/enrolments/codes';
import type { Gender } from '@stegvis/contracts/participants/codes';
import type { Chance } from './chance.js';
import { type Day, plusDays, workday } from './days.js';
import { differences } from './differences.js';

/** How many days each part of the way takes. */
export interface Pace {
  /** From the first day to the internship, or to the search for a job when there is none. */
  wait: number;
  /** 0 for those who look for a job without an internship. */
  internship: number;
  matching: number;
}

export function paceOf(chance: Chance, gender: Gender): Pace {
  return { wait: chance.whole(...differences[gender].waitForInternship), internship: chance.whole(60, 100), matching: chance.whole(40, 80) };
}

/** The pace of somebody who has left: not everybody had an internship. */
export function paceOfLeaver(chance: Chance, gender: Gender): Pace {
  const pace = paceOf(chance, gender);
  return chance.percent(differences[gender].internships) ? pace : { ...pace, internship: 0 };
}

/** A stage from one day to another, counted from the first day of the enrolment. */
interface Segment {
  stage: Stage;
  main: boolean;
  from: number;
  to: number;
}

export interface StagePeriod {
  stage: Stage;
  main: boolean;
  startDate: Day;
  endDate: Day | null;
  /** The end lies ahead, and was agreed on. */
  endAgreed: boolean;
}

/** The whole way, to a job with support. Stages run side by side, and one of them at a time is the main one. */
function way(chance: Chance, pace: Pace): Segment[] {
  const internship = pace.wait;
  const matching = internship + pace.internship;
  const job = matching + pace.matching;
  // What follows goes on for two weeks at least: moves are written down some days late here and there.
  const mapped = Math.min(chance.whole(30, 45), internship - 16);
  const segments: Segment[] = chance.percent(50)
    ? [
        { stage: 'mapping', main: true, from: 0, to: mapped - 1 },
        { stage: 'coaching', main: false, from: Math.min(5, mapped - 1), to: mapped - 1 },
        { stage: 'coaching', main: true, from: mapped, to: internship - 1 },
      ]
    : [
        { stage: 'coaching', main: true, from: 0, to: internship - 1 },
        { stage: 'mapping', main: false, from: chance.whole(2, 9), to: mapped },
      ];
  if (pace.internship > 0) {
    segments.push({ stage: 'internship', main: true, from: internship, to: matching - 1 });
    if (chance.percent(45)) segments.push({ stage: 'coaching', main: false, from: internship, to: matching - 1 });
    if (chance.percent(40)) segments.push({ stage: 'matching', main: false, from: matching - 25, to: matching - 1 });
  }
  segments.push(
    { stage: 'matching', main: true, from: matching, to: job - 1 },
    { stage: 'follow-along', main: true, from: job, to: Number.POSITIVE_INFINITY },
  );
  return segments;
}

/** What is known about how far somebody came. */
export interface Reach {
  startDate: Day;
  /** The last day; null while it goes on. */
  endDate: Day | null;
  /** The last day on which a move to another stage can have been written down. */
  lastDay: Day;
  /** An internship that ends at most so many days after today has that end in its period already. */
  today: Day;
  endKnown: number;
}

/** The stages of somebody who came that far along the way. Moves fall on working days; what was under way at the exit ends with it. */
export function stagesOf(chance: Chance, pace: Pace, { startDate, endDate, lastDay, today, endKnown }: Reach): StagePeriod[] {
  const dayAt = (offset: number): Day => (offset <= 0 ? startDate : workday(plusDays(startDate, offset)));
  const last = endDate ?? lastDay;
  return way(chance, pace)
    .filter(({ from }) => dayAt(from) <= last)
    .map(({ stage, main, from, to }) => {
      const following = to === Number.POSITIVE_INFINITY ? null : dayAt(to + 1);
      const lastOfStage = following && plusDays(following, -1);
      const over = following !== null && following <= last;
      const agreed = endDate === null && !over && stage === 'internship' && lastOfStage !== null && lastOfStage <= plusDays(today, endKnown);
      return {
        stage,
        main,
        startDate: dayAt(from),
        endDate: over || agreed ? lastOfStage : endDate,
        endAgreed: agreed,
      };
    });
}

/** The main stage on a day. */
export function mainStageOn(stages: readonly StagePeriod[], day: Day): Stage {
  return stages.find((one) => one.main && one.startDate <= day && (one.endDate === null || one.endDate >= day))?.stage ?? 'coaching';
}
