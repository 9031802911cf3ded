import { PastReports } from '@stegvis/domain/report-runs';
import type { EntityManager } from 'typeorm';
import { mistakeOf } from './courses.js';
import { type Day, later, plusDays, plusMonths } from './days.js';
import type { Interlude } from './load-world.js';
import { at, workdaysLater } from './moments.js';
import { type Moment, type Row, type World, zoned } from './world.js';

/** On which working day after a month, and when, its report was checked and submitted. The schedule drafts it in the night. */
const steps = { drafted: '04:00:00', built: '04:00:20', checked: { after: 1, time: '09:30:00' }, submitted: { after: 3, time: '14:15:00' } } as const;
/** When the leader makes a report anew, before anybody else is at work. */
const anew = { asked: '07:15:00', built: '07:15:20', checked: '07:40:00', submitted: '07:55:00' } as const;

/**
 * The reports of both projects for every month from their start to the last one, each made, checked and submitted in the first
 * days of the month after. One of them was submitted again, for somebody who had been entered by mistake.
 */
export function pastReports(manager: EntityManager, world: World): Interlude[] {
  const reports = new PastReports(manager);
  const leader = { staff: world.rows('role_assignment').find(({ role }) => role === 'project-leader')?.staff_id as string };
  const mistaken = world.rows('enrolment').find(({ exit_reason: reason }) => reason === 'registered-by-mistake')?.project_id;
  return world
    .rows('project')
    .filter((project) => project.kind === 'individual-support')
    .flatMap((project) => {
      const monthly = monthsOf(project, world.today).map(({ periodStart, periodEnd }): Interlude => {
        const due = plusDays(periodEnd, 1);
        const run = async () => {
          const id = await reports.draft(
            { projectId: project.id as string, periodStart, periodEnd, byHand: false },
            { at: zoned(at(due, steps.drafted)), by: { job: 'draft-reports' } },
            { at: zoned(at(due, steps.built)), by: { job: 'draft-reports' } },
          );
          const step = ({ after, time }: { after: number; time: string }): Moment => zoned(at(workdaysLater(due, after), time));
          await reports.check(id, { at: step(steps.checked), by: leader });
          await reports.submit(id, { at: step(steps.submitted), by: leader });
        };
        return { day: due, run };
      });
      return project.id === mistaken ? [...monthly, again(reports, project, leader, world.today)] : monthly;
    });
}

/** Whole calendar months up to the last one; the first is cut to the project's period. */
function monthsOf({ start_date, end_date }: Row, today: Day): { periodStart: Day; periodEnd: Day }[] {
  const months: { periodStart: Day; periodEnd: Day }[] = [];
  for (let month = `${(start_date as Day).slice(0, 8)}01`; plusMonths(month, 1) <= today && month <= (end_date as Day); month = plusMonths(month, 1))
    months.push({ periodStart: later(month, start_date as Day), periodEnd: plusDays(plusMonths(month, 1), -1) });
  return months;
}

/** The month in which somebody was entered by mistake, once more after that was seen. */
function again(reports: PastReports, project: Row, leader: { staff: string }, today: Day): Interlude {
  const { month, seenOn } = mistakeOf(today);
  const day = workdaysLater(seenOn, 1);
  const moment = (time: string): Moment => zoned(at(day, time));
  const run = async () => {
    const id = await reports.draft(
      { projectId: project.id as string, periodStart: month, periodEnd: plusDays(plusMonths(month, 1), -1), byHand: true },
      { at: moment(anew.asked), by: leader },
      { at: moment(anew.built), by: { job: 'build-report' } },
    );
    await reports.check(id, { at: moment(anew.checked), by: leader }, whyAgain);
    await reports.submit(id, { at: moment(anew.submitted), by: leader });
  };
  return { day, run };
}

export const whyAgain = 'Ersätter den tidigare rapporten: en person i Jönköping hade registrerats av misstag och räknas inte längre.';
