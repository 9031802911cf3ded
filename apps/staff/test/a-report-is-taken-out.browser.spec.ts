import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi, seriousFindings } from './browser.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

/** The last proof of who is at the keyboard is too old to take anything out. */
const later = () => demo.database.sql(`update sign_in.session set authenticated_at = now() - interval '6 minutes'`);

const places = {
  funder: `select s.id from app.submission s join app.role_assignment r on r.project_id = s.project_id join app.staff p on p.id = r.staff_id
           where p.email = 'funder@stegvis.example' order by s.period_end desc, s.id limit 1`,
  'project-leader': `select u.id from app.report_run u join app.role_assignment r on r.project_id = u.project_id join app.staff p on p.id = r.staff_id
           where p.email = 'project-leader@stegvis.example' and u.state = 'submitted' order by u.period_end desc, u.id limit 1`,
} as const;

describe('a report that is taken out', () => {
  it.each([
    ['funder', 'submissions', 1280],
    ['project-leader', 'report-runs', 360],
  ] as const)('by a %s takes a proof of who is at the keyboard, and goes on by itself after it', async (role, word, width) => {
    const [report] = await demo.database.sql<{ id: string }>(places[role]);
    const { page, complaints, signIn, go } = await demo.open({ width });
    await signIn(role);
    await go(`/${word}/${report?.id}/show`);
    await later();
    // Whoever cannot or will not show it gets no file, and stays where they are.
    await page.getByRole('button', { name: 'CSV-fil' }).click();
    const asked = page.getByRole('dialog', { name: 'Visa att det är du' });
    await asked.getByRole('button', { name: 'Avbryt' }).click();
    await page.getByText('Visa att det är du innan det här görs.').waitFor();
    await page.getByRole('button', { name: 'CSV-fil' }).focus();
    await page.keyboard.press('Enter');
    await asked.locator('input[name=password]').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const fetching = page.waitForEvent('download');
    await page.keyboard.type('stegvis-demo');
    await page.keyboard.press('Enter');
    const download = await fetching;
    expect(download.suggestedFilename()).toMatch(/^Rapport-[A-Za-z0-9-]+\.csv$/);
    expect(await readFile(await download.path(), 'utf8')).toContain('"Kvinnor";"Män";"Icke-binära";"Totalt"');
    await page.getByText('Filen finns bland dina hämtade filer.').waitFor();
    // The proof holds for five minutes.
    const next = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Excelfil' }).click();
    expect((await next).suggestedFilename()).toMatch(/\.xlsx$/);
    // The browser writes down each answer that was no success; that of the question is meant.
    expect(complaints.filter((text) => !text.includes('403'))).toEqual([]);
  });
});
