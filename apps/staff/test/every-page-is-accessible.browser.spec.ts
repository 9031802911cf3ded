import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
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
    '/account',
  ],
  'local-leader': ['/my-day', '/dashboard', '/enrolments', '/reminders', '/name-grants', '/name-grants/create'],
  'project-leader': ['/dashboard', '/participants', '/enrolments', '/report-runs', '/report-runs/:run/show', '/submissions', '/targets'],
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

async function idsOf(): Promise<Record<string, string>> {
  const [ids] = await demo.database.sql<Record<string, string>>(`
    select e.id as enrolment, e.participant_id as participant,
           (select a.meeting_id from app.attendance a join app.meeting m on m.id = a.meeting_id and m.status = 'held' where a.enrolment_id = e.id limit 1) as meeting,
           (select id from app.report_run limit 1) as run, (select id from app.submission limit 1) as submission
    from app.enrolment e join app.enrolment_coach c on c.enrolment_id = e.id join app.staff s on s.id = c.staff_id and s.email = 'coach@stegvis.example'
    where e.status = 'active' and exists (select from app.attendance a where a.enrolment_id = e.id) limit 1`);
  return ids ?? {};
}

const at = (path: string, ids: Record<string, string>) => path.replace(/:(\w+)/g, (_all, name: string) => ids[name] ?? name);
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

// Colours do not change with the width, and places do not change with the scheme: each is looked at once, whole.
describe.each([
  ['sv-SE', 1280, 'light'],
  ['en-GB', 360, 'dark'],
] as const)('every page, in %s, %i pixels wide and %s,', (locale, width, scheme) => {
  it('of signing in has no serious accessibility problem', async () => {
    const { page } = await demo.open({ locale, width, scheme });
    await page.locator('h1').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it.each(Object.keys(tour))('of a %s has a heading and no serious accessibility problem', async (role) => {
    const { page, context, complaints, signIn, go } = await demo.open({ locale, width, scheme });
    await signIn(role);
    const ids = await idsOf();
    const findings: Record<string, string[]> = {};
    for (const path of tour[role] ?? []) {
      await go(at(path, ids));
      const found = await seriousFindings(page);
      if ((await page.locator('h1').count()) !== 1) found.push(`${await page.locator('h1').count()} main headings`);
      if (await tooWide(page)) found.push('wider than the screen');
      if (found.length > 0) findings[path] = found;
    }
    await context.close();
    expect(findings).toEqual({});
    expect(complaints).toEqual([]);
  });
});

describe.each([
  ['dark', 768],
  ['light', 360],
] as const)('every page, %s and %i pixels wide,', (scheme, width) => {
  it.each(Object.keys(tour))('of a %s fits, and its first has no serious accessibility problem', async (role) => {
    const { page, context, complaints, signIn, go } = await demo.open({ width, scheme });
    await signIn(role);
    expect(await seriousFindings(page)).toEqual([]);
    const ids = await idsOf();
    const wide: string[] = [];
    for (const path of tour[role] ?? []) {
      await go(at(path, ids));
      if (await tooWide(page)) wide.push(path);
    }
    await context.close();
    expect(wide).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
