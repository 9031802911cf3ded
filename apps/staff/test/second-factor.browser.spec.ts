import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOnPhone } from '../../api/test/phone.js';
import { type DemoUi, demoUi, seriousFindings, type Visit } from './browser.js';
import { flawsOf } from './flaws.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

/** Fills in the sign-in page and sends it, by keyboard. */
async function givePassword({ page }: Visit, role: string): Promise<void> {
  await page.locator('input[name=email]').fill(`${role}@stegvis.example`);
  await page.locator('input[name=password]').fill('stegvis-demo');
  await page.keyboard.press('Enter');
}

/** The time of the code that was used goes by. */
const later = () => demo.database.sql('update sign_in.second_factor set last_step = last_step - 2');

describe('the second factor', () => {
  it('is set up on the account page, asked for at the next sign-in, and turned off after a code', async () => {
    const visit = await demo.open();
    const { page, complaints, signIn, go } = visit;
    await signIn('funder');
    await page.getByRole('button', { name: /^Konto/ }).click();
    await page.getByRole('menuitem', { name: 'Mitt konto' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mitt konto' }).waitFor();
    await page.getByRole('button', { name: 'Ställ in' }).click();
    const dialog = page.getByRole('dialog', { name: 'Tvåstegsinloggning' });
    await dialog.getByRole('img', { name: 'Bild för appen' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await flawsOf(page, 'sv')).toEqual([]);
    const secret = (await dialog.locator('code').innerText()).replaceAll(/\s/g, '');
    await dialog.getByLabel('Kod').fill('000000');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').filter({ hasText: 'Koden stämmer inte' }).waitFor();
    await dialog.getByLabel('Kod').fill(codeOnPhone(secret));
    await page.keyboard.press('Enter');
    await dialog.getByRole('list', { name: 'Återställningskoder' }).waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(10);
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Jag har sparat dem' }).click();
    await page.getByText('10 återställningskoder kvar').waitFor();
    await later();

    const next = await demo.open({ width: 360, scheme: 'dark' });
    await givePassword(next, 'funder');
    await next.page.getByRole('heading', { level: 1, name: 'Skriv koden' }).waitFor();
    expect(await seriousFindings(next.page)).toEqual([]);
    expect(await flawsOf(next.page, 'sv')).toEqual([]);
    await next.page.keyboard.type(codeOnPhone(secret));
    await next.page.keyboard.press('Enter');
    await next.page.getByRole('heading', { level: 1, name: 'Skriv koden' }).waitFor({ state: 'detached' });
    await next.page.locator('h1').waitFor();
    expect(next.complaints).toEqual([]);
    await later();

    // Some minutes later the page asks who is at the keyboard, and goes on with what was asked for.
    await demo.database.sql(`update sign_in.session set authenticated_at = now() - interval '6 minutes'`);
    await go('/account');
    await page.getByRole('button', { name: 'Stäng av' }).click();
    const asked = page.getByRole('dialog', { name: 'Visa att det är du' });
    await asked.getByLabel('Kod').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.type(codeOnPhone(secret));
    await page.keyboard.press('Enter');
    await page.getByText('Tvåstegsinloggningen är avstängd.').waitFor();
    // The browser writes down each answer that was no success; that of the question is meant.
    expect(complaints.filter((text) => !text.includes('403') && !text.includes('400'))).toEqual([]);
  });
});

describe('a session that has ended', () => {
  it('is begun anew over the page: what was typed is still there, and is saved', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('administrator');
    const [organisation] = await demo.database.sql<{ id: string }>('select id from app.organisation order by name limit 1');
    await go(`/organisations/${organisation?.id}`);
    await page.getByLabel(/^Namn/).fill('Kommunen som skrevs före pausen');
    await demo.database.sql('update sign_in.session set ended_at = now()');
    await page.getByRole('button', { name: 'Spara' }).click();
    const dialog = page.getByRole('dialog', { name: 'Logga in igen' });
    await dialog.getByLabel('Lösenord', { exact: false }).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.type('not the password');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').waitFor();
    await dialog.locator('input[name=password]').fill('stegvis-demo');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Kommunen som skrevs före pausen').waitFor();
    expect(await demo.database.sql(`select name from app.organisation where name = 'Kommunen som skrevs före pausen'`)).toHaveLength(1);
  });

  it('can also be left, for the sign-in page', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('coach');
    await demo.database.sql('update sign_in.session set ended_at = now()');
    await page.evaluate(() => {
      window.location.hash = '/meetings';
    });
    await page.getByRole('dialog', { name: 'Logga in igen' }).getByRole('button', { name: 'Lämna sidan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor();
    await go('/meetings');
    await page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor();
  });
});
