import type { Stage } from '@stegvis/contracts/enrolments/codes';
import type { Gender } from '@stegvis/contracts/participants/codes';
import type { Chance } from './chance.js';
import { type Day, plusDays } from './days.js';

/** How many days each part of the way takes. */
export interface Pace {
  /** From the first day to the internship. Women wait longer: something that a leader should notice. */
  wait: number;
  internship: number;
  matching: number;
}

const waits: Readonly<Record<Gender, readonly [number, number]>> = { woman: [75, 150], man: [35, 85], 'non-binary': [50, 110] };

export function paceOf(chance: Chance, gender: Gender): Pace {
  return { wait: chance.whole(...waits[gender]), internship: chance.whole(60, 100), matching: chance.whole(40, 80) };
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
}

/** The whole way, to a job with support. Stages run side by side, and one of them at a time is the main one. */
function way(chance: Chance, pace: Pace): Segment[] {
  const internship = pace.wait;
  const matching = internship + pace.internship;
  const job = matching + pace.matching;
  const mapped = Math.min(chance.whole(30, 45), internship - 2);
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
  segments.push({ stage: 'internship', main: true, from: internship, to: matching - 1 });
  if (chance.percent(45)) segments.push({ stage: 'coaching', main: false, from: internship, to: matching - 1 });
  if (chance.percent(40)) segments.push({ stage: 'matching', main: false, from: matching - 25, to: matching - 1 });
  segments.push(
    { stage: 'matching', main: true, from: matching, to: job - 1 },
    { stage: 'follow-along', main: true, from: job, to: Number.POSITIVE_INFINITY },
  );
  return segments;
}

/**
 * The stages of somebody who came that many days along the way. What was under way then goes on, or ends on the last day
 * of the enrolment. An internship whose end is `endKnown` days ahead at the most has that end in its period already.
 */
export function stagesOf(chance: Chance, pace: Pace, startDate: Day, days: number, end: { exited: boolean; endKnown: number }): StagePeriod[] {
  return way(chance, pace)
    .filter((segment) => segment.from <= days)
    .map(({ stage, main, from, to }) => {
      const known = to < days || (!end.exited && stage === 'internship' && to <= days + end.endKnown);
      return {
        stage,
        main,
        startDate: plusDays(startDate, from),
        endDate: known ? plusDays(startDate, to) : end.exited ? plusDays(startDate, days) : null,
      };
    });
}

/** The main stage on a day. */
export function mainStageOn(stages: readonly StagePeriod[], day: Day): Stage {
  return stages.find((one) => one.main && one.startDate <= day && (one.endDate === null || one.endDate >= day))?.stage ?? 'coaching';
}
