import type { DemoUi } from './browser.js';

/** A page that shows what Stegvis is. */
export interface View {
  name: string;
  role: string;
  path: string;
  /** What is there once the page is whole. */
  whole: string;
}

/** The pages that somebody judges Stegvis by, on people of the demo world. */
export async function viewsOf(demo: DemoUi): Promise<View[]> {
  const [ids] = await demo.database.sql<Record<'enrolment' | 'participant' | 'run' | 'submission', string>>(`
    select e.id as enrolment, e.participant_id as participant,
           (select id from app.report_run where state <> 'requested' order by period_end desc, id limit 1) as run,
           (select id from app.submission order by period_end desc, id limit 1) as submission
    from app.enrolment e join app.enrolment_coach c on c.enrolment_id = e.id join app.staff s on s.id = c.staff_id and s.email = 'coach@stegvis.example'
    where e.status = 'active'
    order by (select count(*) from app.attendance a where a.enrolment_id = e.id) desc, e.id limit 1`);
  if (!ids) throw new Error('The demo world has nobody with the coach of the demo');
  return [
    { name: 'my-day', role: 'coach', path: '/my-day', whole: '#caseload' },
    { name: 'participant', role: 'coach', path: `/participants/${ids.participant}/show`, whole: 'ol li' },
    { name: 'meeting-form', role: 'coach', path: `/meetings/create?enrolmentId=${ids.enrolment}`, whole: 'form textarea' },
    { name: 'dashboard', role: 'project-leader', path: '/dashboard', whole: '.no-print .recharts-bar-rectangle' },
    { name: 'report', role: 'project-leader', path: `/report-runs/${ids.run}/show`, whole: 'table' },
    { name: 'funder', role: 'funder', path: `/submissions/${ids.submission}/show`, whole: 'table' },
  ];
}
