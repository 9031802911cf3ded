import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi, seriousFindings } from './browser.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

/** Where each role can go. `:participant` and the like are filled in from the demo world. */
const tour: Record<string, string[]> = {
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
  ],
  'local-leader': ['/my-day', '/dashboard', '/enrolments', '/reminders'],
  'project-leader': ['/dashboard', '/enrolments', '/report-runs', '/report-runs/:run/show', '/submissions', '/targets'],
  funder: ['/submissions', '/submissions/:submission/show'],
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

async function idsOf(): Promise<Record<string, string>> {
  const [ids] = await demo.database.sql<Record<string, string>>(`
    select e.id as enrolment, e.participant_id as participant,
           (select a.meeting_id from app.attendance a join app.meeting m on m.id = a.meeting_id and m.status = 'held' where a.enrolment_id = e.id limit 1) as meeting,
           (select id from app.report_run limit 1) as run, (select id from app.submission limit 1) as submission
    from app.enrolment e join app.enrolment_coach c on c.enrolment_id = e.id join app.staff s on s.id = c.staff_id and s.email = 'coach@stegvis.example'
    where e.status = 'active' and exists (select from app.attendance a where a.enrolment_id = e.id) limit 1`);
  return ids ?? {};
}

describe.each([
  ['sv-SE', false],
  ['en-GB', true],
] as const)('every page, in %s (phone: %s)', (locale, phone) => {
  it('of signing in has no serious accessibility problem', async () => {
    const { page } = await demo.open({ locale, phone });
    await page.locator('h1').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it.each(Object.keys(tour))('of a %s has a heading and no serious accessibility problem', async (role) => {
    const { page, complaints, signIn, go } = await demo.open({ locale, phone });
    await signIn(role);
    const ids = await idsOf();
    const findings: Record<string, string[]> = {};
    for (const path of tour[role] ?? []) {
      await go(path.replace(/:(\w+)/g, (_all, name: string) => ids[name] ?? name));
      const found = await seriousFindings(page);
      if ((await page.locator('h1').count()) !== 1) found.push(`${await page.locator('h1').count()} main headings`);
      if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1))
        found.push('wider than the screen');
      if (found.length > 0) findings[path] = found;
    }
    expect(findings).toEqual({});
    expect(complaints).toEqual([]);
  });
});
