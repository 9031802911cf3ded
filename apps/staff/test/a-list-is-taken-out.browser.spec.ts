import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi, seriousFindings } from './browser.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

const purpose = 'Underlag om väntetider till styrgruppen i mars';

describe('a list that is taken out', () => {
  it('is asked for where it stands, filtered as it is, made while one looks, and fetched once', async () => {
    const { page, complaints, signIn, go } = await demo.open();
    await signIn('local-leader');
    await go('/participants?filter={"status":"on-hold"}');
    await page.getByRole('button', { name: 'Ta ut listan' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ta ut som fil: Deltagare' });
    await dialog.getByLabel('Vad den ska användas till').fill('För kort');
    await dialog.getByRole('button', { name: 'Skapa filen' }).click();
    await dialog.locator('[aria-invalid=true]').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByLabel('Vad den ska användas till').fill(purpose);
    await dialog.getByLabel('Filtyp').click();
    await page.getByRole('option', { name: 'CSV (textfil)' }).click();
    await dialog.getByRole('button', { name: 'Skapa filen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Uttagna listor' }).waitFor();
    const fetching = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Hämta filen: Deltagare' }).click();
    const download = await fetching;
    expect(download.suggestedFilename()).toBe('Deltagare.csv');
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain(purpose);
    const [{ names } = { names: [] }] = await demo.database.sql<{ names: string[] }>(
      `select array_agg(distinct p.family_name) as names from app.participant p join app.enrolment e on e.participant_id = p.id
       join app.role_assignment r on r.site_id = e.site_id and r.role = 'local-leader' join app.staff s on s.id = r.staff_id and s.email = 'local-leader@stegvis.example'
       where e.status = 'on-hold' and p.protection = 'none'`,
    );
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(text).toContain(name);
    await page.getByText('Hämtad', { exact: false }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Hämta filen: Deltagare' }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('can be taken back by the keyboard alone, and fits a phone', async () => {
    const { page, complaints, signIn, go } = await demo.open({ width: 360, scheme: 'dark' });
    await signIn('local-leader');
    await go('/meetings');
    await page.getByRole('button', { name: 'Ta ut listan' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type(purpose);
    // The sign-in was a while ago: who is at the keyboard is asked first, and the file is made after it.
    await demo.database.sql(`update sign_in.session set authenticated_at = now() - interval '6 minutes'`);
    await page.getByRole('button', { name: 'Skapa filen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Visa att det är du' }).locator('input[name=password]').waitFor();
    await page.keyboard.type('stegvis-demo');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ta tillbaka: Möten' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Återtagen').first().waitFor();
    // The button is gone; the keyboard goes on from the heading, not from the top of the document.
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await seriousFindings(page)).toEqual([]);
    // The browser writes down each answer that was no success; that of the question is meant.
    expect(complaints.filter((text) => !text.includes('403'))).toEqual([]);
  });

  it('is not offered to a coach', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('coach');
    await go('/participants');
    await page.getByRole('row').nth(1).waitFor();
    expect(await page.getByRole('button', { name: 'Ta ut listan' }).count()).toBe(0);
  });
});
