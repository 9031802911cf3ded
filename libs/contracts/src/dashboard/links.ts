import type { Stage } from '../enrolments/codes.js';
import type { EnrolmentFilters } from '../enrolments/enrolment.js';
import type { Gender } from '../participants/codes.js';
import type { ReminderFilters } from '../reminders/reminder.js';
import type { OverdueFigure, TargetFigure } from './dashboard.js';

/**
 * Where each number of the dashboard leads: the filters of the list that holds exactly the rows behind it. The staff UI
 * makes its links from these, and a test compares each number with the total of that list.
 */
export const rowsBehind = {
  active: (projectId: string): EnrolmentFilters => ({ projectId, status: 'active' }),
  waiting: (projectId: string): EnrolmentFilters => ({ projectId, unanswered: true }),
  entered: (projectId: string): EnrolmentFilters => ({ projectId, entered: true }),
  left: (projectId: string): EnrolmentFilters => ({ projectId, left: true }),

  /** Active enrolments with this stage open today, or with none. Leave the gender out for all. */
  stage: (projectId: string, figure: { stage: Stage | 'none'; gender?: Gender }): EnrolmentFilters => ({
    projectId,
    status: 'active',
    ...(figure.stage === 'none' ? { withoutStage: true } : { openStage: figure.stage }),
    ...(figure.gender && { gender: figure.gender }),
  }),

  /** The enrolments that count towards a target. */
  target: (projectId: string, figure: Pick<TargetFigure, 'siteId' | 'gender' | 'indicator' | 'startDate' | 'endDate'>): EnrolmentFilters => ({
    projectId,
    ...(figure.siteId && { siteId: figure.siteId }),
    ...(figure.gender && { gender: figure.gender }),
    ...(figure.indicator === 'entered'
      ? { entered: true, startedFrom: figure.startDate, startedTo: figure.endDate }
      : { exitReason: figure.indicator === 'exited-to-work' ? ['work'] : ['work', 'studies'], endedFrom: figure.startDate, endedTo: figure.endDate }),
  }),

  /** Overdue follow-ups, in the list of reminders: those of the project, of a site, or of a site by a rule. */
  overdue: (projectId: string, figure?: Pick<OverdueFigure, 'siteId'> & Partial<Pick<OverdueFigure, 'rule'>>): ReminderFilters => ({
    projectId,
    ...(figure && { siteId: figure.siteId }),
    ...(figure?.rule && { rule: figure.rule }),
    overdue: true,
  }),
} as const;
