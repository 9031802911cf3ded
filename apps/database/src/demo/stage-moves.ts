import { type Day, earlier, plusDays } from './days.js';
import { at, clock, latest, sooner, workdayBefore, workdaysLater } from './moments.js';
import { keysOf } from './places.js';
import type { Running } from './running.js';
import type { StagePeriod } from './stages.js';
import type { Tell, Telling, World } from './world.js';

/** Days before the agreed end of an internship on which it is written down. */
const agreedBefore = 10;

/**
 * Tells how the stages of an enrolment begin and end: moves on the day or some days late, by the coach of that day. Gives back
 * what belongs to the acceptance and to the exit, which begin the first stage and end the last ones.
 */
export function writeStages(world: World, running: Running): { first: Tell; last: Tell } {
  const { chance, lastWorkday } = world;
  const { id, site, stages, startDate, endDate, exitedAt } = running;
  const keys = keysOf(site);
  const ids = new Map(stages.map((stage) => [stage, chance.uuid()]));
  const idOf = (stage: StagePeriod): string => ids.get(stage) as string;
  const start = (act: Telling, one: StagePeriod) =>
    act.insert('stage_period', {
      id: idOf(one),
      ...keys,
      enrolment_id: id,
      stage: one.stage,
      start_date: one.startDate,
      end_date: null,
      main: one.main,
      version: 1,
    });
  const end = (act: Telling, one: StagePeriod) => act.change('stage_period', idOf(one), { end_date: one.endDate });
  const endsAtExit = (one: StagePeriod) => endDate !== null && one.endDate === endDate;

  for (const day of [...new Set(stages.flatMap(({ startDate: from, endDate: to }) => (to ? [from, plusDays(to, 1)] : [from])))].sort()) {
    const starting = stages.filter((one) => one.startDate === day);
    const ending = stages.filter((one) => one.endDate !== null && plusDays(one.endDate, 1) === day && !endsAtExit(one) && !one.endAgreed);
    if (day === startDate || starting.length + ending.length === 0) continue;
    const written = writtenOn(day);
    world.at(written, { staff: running.coachOn(written.slice(0, 10)) }, (act) => {
      for (const one of ending) end(act, one);
      for (const one of starting) start(act, one);
    });
  }
  for (const one of stages.filter(({ endAgreed }) => endAgreed)) {
    const day = workdayBefore(earlier(lastWorkday, plusDays(one.endDate as Day, -agreedBefore)));
    const agreed = latest(at(day, clock(chance, 10, 16)), at(workdaysLater(one.startDate, 7), '16:00:00'));
    world.at(agreed, { staff: running.coachOn(agreed.slice(0, 10)) }, (act) => end(act, one));
  }
  return {
    first: (act) => {
      for (const one of stages.filter((stage) => stage.startDate === startDate)) start(act, one);
    },
    last: (act) => {
      for (const one of stages.filter(endsAtExit)) end(act, one);
    },
  };

  function writtenOn(day: Day) {
    const late = chance.weighted({ none: 72, little: 18, more: 10 });
    const written = workdaysLater(day, late === 'none' ? 0 : late === 'little' ? chance.whole(1, 2) : chance.whole(3, 5));
    const moment = at(written > lastWorkday ? day : written, clock(chance, 9, 16));
    return exitedAt && moment >= exitedAt ? sooner(at(day, '17:30:00'), exitedAt) : moment;
  }
}
