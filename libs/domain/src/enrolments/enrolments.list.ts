import type { ExitReason, Stage } from '@stegvis/contracts/enrolments/codes';
import { type Bind, type ListSpec, sqlBeside } from '@stegvis/platform/postgres';

const openStage = (condition = '') =>
  `exists (select from app.stage_period g where g.enrolment_id = r.id${condition} and g.start_date <= app.today() and (g.end_date is null or g.end_date >= app.today()))`;

/** An enrolment that was registered by mistake stays in history and leaves the figures. */
const noMistake = ` and r."exitReason" is distinct from 'registered-by-mistake'`;

/** Every figure of the dashboard and of a report is a link with these filters, so that it leads to exactly its rows. */
export const enrolments: ListSpec = {
  rows: sqlBeside(import.meta.url, 'enrolments.sql'),
  sorts: {
    participantName: 'swedish',
    projectName: 'swedish',
    siteName: 'swedish',
    coachName: 'swedish',
    referredBy: 'swedish',
    status: 'plain',
    mainStage: 'plain',
    referredOn: 'plain',
    startDate: 'plain',
    endDate: 'plain',
    exitReason: 'plain',
    gender: 'plain',
    birthYear: 'plain',
  },
  filters: {
    openStage: (stage: Stage, bind: Bind) => openStage(` and g.stage = ${bind(stage)}`),
    withoutStage: (without: boolean) => `(r.status = 'active' and not ${openStage()}) = ${without}`,
    startedFrom: (day: string, bind: Bind) => `r."startDate" >= ${bind(day)}`,
    startedTo: (day: string, bind: Bind) => `r."startDate" <= ${bind(day)}`,
    endedFrom: (day: string, bind: Bind) => `r."endDate" >= ${bind(day)}`,
    endedTo: (day: string, bind: Bind) => `r."endDate" <= ${bind(day)}`,
    exitReason: (reasons: ExitReason[], bind: Bind) => `r."exitReason" = any (${bind(reasons)})`,
    unanswered: (unanswered: boolean) => `(r.status in ('referred', 'waiting')) = ${unanswered}`,
    entered: (entered: boolean) => `(r."startDate" is not null${noMistake}) = ${entered}`,
    left: (left: boolean) => `(r.status = 'exited'${noMistake}) = ${left}`,
    overdue: (overdue: boolean) =>
      `exists (select from app.reminder m where m.enrolment_id = r.id and app.reminder_is_overdue(m.state, m.due_date, m.snoozed_until)) = ${overdue}`,
    reportCellId: (cell: string, bind: Bind) => `r.id in (select m.enrolment_id from app.report_member m where m.cell_id = ${bind(cell)})`,
  },
  within: {
    coach: 'r.id = any (array(select access.my_coached_enrolments()))',
    'local-leader': `r."siteId" = any (array(select access.my_sites('local-leader')))`,
    'project-leader': `r."projectId" = any (array(select access.my_projects('project-leader')))`,
  },
  shows: { enrolments: 'select id from answer', fields: ['name', 'enrolment', 'facts'] },
  order: { sort: 'referredOn', order: 'DESC' },
};
