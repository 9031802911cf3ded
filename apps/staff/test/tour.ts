import type { DemoUi } from './browser.js';

/** Where each role can go. `:participant` and the like are filled in from the demo world. */
export const tour: Record<string, string[]> = {
  coach: [
    '/my-day',
    '/participants',
    '/participants/create',
    '/participants/:participant/show',
    '/participants/:participant',
    '/meetings',
    '/meetings/create',
    '/meetings/:meeting',
    '/reminders',
    '/enrolments/:enrolment',
    '/stand-ins',
    '/account',
  ],
  'local-leader': [
    '/my-day',
    '/dashboard',
    '/enrolments',
    '/reminders',
    '/stand-ins',
    '/stand-ins/create',
    '/name-grants',
    '/name-grants/create',
    '/exports',
    '/access-log',
    '/access-log/:event/show',
    '/participants/:participant/access-log',
    '/access-reviews',
    '/access-reviews/:review/show',
  ],
  'project-leader': ['/dashboard', '/participants', '/enrolments', '/report-runs', '/report-runs/:run/show', '/submissions', '/targets'],
  auditor: ['/access-log', '/access-log/:event/show', '/access-reviews', '/access-reviews/:review/show', '/account'],
  funder: ['/account', '/submissions', '/submissions/:submission/show'],
  administrator: [
    '/organisations',
    '/projects',
    '/projects/create',
    '/sites',
    '/targets',
    '/staff',
    '/staff/create',
    '/role-assignments',
    '/role-assignments/create',
  ],
};

/** Ids of the demo world that the tour goes to. */
export async function idsOf(demo: Pick<DemoUi, 'database'>): Promise<Record<string, string>> {
  const [ids] = await demo.database.sql<Record<string, string>>(`
    select e.id as enrolment, e.participant_id as participant,
           (select a.meeting_id from app.attendance a join app.meeting m on m.id = a.meeting_id and m.status = 'held' where a.enrolment_id = e.id limit 1) as meeting,
           (select id from app.report_run limit 1) as run, (select id from app.submission limit 1) as submission,
           (select id from app.access_review limit 1) as review,
           (select key from access_log.event where cardinality(participants) > 3 limit 1) as event
    from app.enrolment e join app.enrolment_coach c on c.enrolment_id = e.id join app.staff s on s.id = c.staff_id and s.email = 'coach@stegvis.example'
    where e.status = 'active' and exists (select from app.attendance a where a.enrolment_id = e.id) limit 1`);
  return ids ?? {};
}

/** A path of the tour with its ids filled in. */
export const at = (path: string, ids: Record<string, string>) => path.replace(/:(\w+)/g, (_all, name: string) => ids[name] ?? name);
