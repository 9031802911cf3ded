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

describe('a session that is about to end', () => {
  const aged = (minutes: number) =>
    demo.database.sql('update sign_in.session set last_seen_at = last_seen_at - make_interval(secs => $1) where ended_at is null', [minutes * 60]);

  it('is warned of two minutes before, and goes on when somebody says so; else the page is covered, and keeps what was typed', async () => {
    const { page, signIn, go } = await demo.open();
    await page.clock.install();
    await signIn('administrator');
    const [organisation] = await demo.database.sql<{ id: string }>('select id from app.organisation order by name limit 1');
    await go(`/organisations/${organisation?.id}`);
    await page.getByLabel(/^Namn/).fill('Kommunen som skrevs länge');

    await aged(58.5);
    await page.clock.fastForward('58:30');
    const warning = page.getByRole('dialog', { name: 'Du loggas snart ut' });
    await warning.waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await warning.waitFor({ state: 'detached' });
    const [still] = await demo.database.sql<{ ago: number }>(
      'select extract(epoch from now() - max(last_seen_at))::float8 as ago from sign_in.session',
    );
    expect(still?.ago).toBeLessThan(60);

    await aged(61);
    await page.clock.fastForward('01:01:00');
    const again = page.getByRole('dialog', { name: 'Logga in igen' });
    await again.locator('input[name=password]').fill('stegvis-demo');
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });
    expect(await page.getByLabel(/^Namn/).inputValue()).toBe('Kommunen som skrevs länge');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Kommunen som skrevs länge').waitFor();
  });

  it('is listed with where it was begun, and others are ended from the account page', async () => {
    await demo.database.sql('update sign_in.session set ended_at = now()');
    const [own, other] = [await demo.open(), await demo.open({ width: 360 })];
    await other.signIn('coach');
    await own.signIn('coach');
    await own.go('/account');
    const sessions = own.page.getByRole('region', { name: 'Här är du inloggad' });
    await sessions.getByText('Den här').waitFor();
    await sessions.getByRole('button', { name: /^Logga ut Chrome på/ }).click();
    await sessions.getByRole('button', { name: /^Logga ut Chrome på/ }).waitFor({ state: 'detached' });
    await other.page.evaluate(() => {
      window.location.hash = '/meetings';
    });
    await other.page.getByRole('dialog', { name: 'Logga in igen' }).waitFor();
    expect(await seriousFindings(other.page)).toEqual([]);
  });
});
