import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type DemoUi, demoUi, seriousFindings } from './browser.js';

let demo: DemoUi;
let anna: { id: string; givenName: string; familyName: string };
beforeAll(async () => {
  demo = await demoUi();
  [anna] = (await demo.database.sql<typeof anna>(
    `select p.id, p.given_name as "givenName", p.family_name as "familyName"
     from app.participant p join app.enrolment e on e.participant_id = p.id and e.status = 'active'
     join app.enrolment_coach c on c.enrolment_id = e.id and c.valid_to is null join app.staff s on s.id = c.staff_id and s.email = 'coach@stegvis.example'
     where exists (select from app.attendance a where a.enrolment_id = e.id) order by p.id limit 1`,
  )) as [typeof anna];
});
afterAll(() => demo.stop());

const palette = (page: Page) => page.getByRole('dialog', { name: /Sök deltagare|Sök sidor|Search for/ });
const field = (page: Page) => palette(page).getByRole('combobox');
const options = (page: Page) => palette(page).getByRole('option');
const active = (page: Page) => palette(page).locator('[role=option][aria-selected=true]');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** Presses Ctrl-K once there is somebody to hear it. */
async function press(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Sök deltagare|Sök sidor|Search for/ }).waitFor();
  await page.keyboard.press('Control+k');
  await options(page).first().waitFor();
}

/** What was sent to the search, in the order it was sent. */
function questionsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/search')) asked.push((request.postDataJSON() as { q: string }).q);
  });
  return asked;
}

describe('Ctrl-K', () => {
  it('finds a participant and opens the page with the keyboard alone; nothing of it stands in an address or in storage', async () => {
    const { page, complaints, signIn } = await demo.open();
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await signIn('coach');
    await press(page);
    await page.keyboard.type(`${anna.familyName} ${anna.givenName.slice(0, 2)}`);
    await options(page).filter({ hasText: anna.familyName }).first().waitFor();
    expect(await active(page).innerText()).toContain(`${anna.givenName} ${anna.familyName}`);
    expect(await active(page).locator('mark').allInnerTexts()).toEqual([anna.givenName.slice(0, 2), anna.familyName]);
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(await active(page).getAttribute('id'));
    await page.keyboard.press('Enter');
    await heading(page, `${anna.givenName} ${anna.familyName}`).waitFor();
    expect(await palette(page).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.matches('#main-content h1'))).toBe(true);
    expect(addresses.filter((address) => decodeURIComponent(address).includes(anna.familyName))).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(anna.familyName);
    expect(complaints).toEqual([]);
  });

  it('moves by arrows, Home and End round all groups, opens a meeting, and Escape leaves everything as it was', async () => {
    const { page, complaints, signIn } = await demo.open();
    await signIn('coach');
    await press(page);
    await page.keyboard.type(`${anna.givenName} ${anna.familyName}`);
    await palette(page).getByRole('group', { name: 'Möten' }).waitFor();
    const count = await options(page).count();
    const at = async () => (await selected(page)).indexOf(true);
    expect(await at()).toBe(0);
    await page.keyboard.press('ArrowUp');
    expect(await at()).toBe(count - 1);
    await page.keyboard.press('ArrowDown');
    expect(await at()).toBe(0);
    await page.keyboard.press('End');
    expect(await at()).toBe(count - 1);
    await page.keyboard.press('Home');
    expect(await at()).toBe(0);
    await page.keyboard.press('Escape');
    await palette(page).waitFor({ state: 'detached' });
    await press(page);
    await page.keyboard.type(`${anna.givenName} ${anna.familyName}`);
    await palette(page).getByRole('group', { name: 'Möten' }).waitFor();
    const people = await palette(page).getByRole('group', { name: 'Deltagare' }).getByRole('option').count();
    for (let step = 0; step < people; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/meetings\/[0-9a-f-]{36}/);
    await page.locator('h1').waitFor();
    expect(complaints).toEqual([]);
  });

  it('opens the first match also when Enter comes before the answer', async () => {
    const { page, signIn } = await demo.open();
    await signIn('coach');
    await page.route('**/api/search', async (route) => {
      await new Promise((resume) => setTimeout(resume, 700));
      await route.continue();
    });
    await press(page);
    await page.keyboard.type(`${anna.familyName} ${anna.givenName}`);
    await page.keyboard.press('Enter');
    await heading(page, `${anna.givenName} ${anna.familyName}`).waitFor();
  });

  it('asks once for what was typed in one go, and a late answer never replaces a newer one', async () => {
    const { page, signIn } = await demo.open();
    await signIn('coach');
    const asked = questionsOf(page);
    // The first answer takes long.
    await page.route('**/api/search', async (route) => {
      if ((route.request().postDataJSON() as { q: string }).q === anna.familyName) await new Promise((resume) => setTimeout(resume, 1500));
      // A request that was given up cannot be continued.
      await route.continue().catch(() => undefined);
    });
    await press(page);
    // The page's clock stands still while a key is pressed, so that typing is in one go however busy the machine is.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 1_000);
    await page.keyboard.type(anna.familyName);
    await page.clock.runFor(400);
    await page.keyboard.type(' xyzåäö');
    await page.clock.resume();
    await palette(page).getByText(`Inget hittades för ”${anna.familyName} xyzåäö”.`).first().waitFor();
    await page.waitForTimeout(1600);
    expect(await palette(page).getByText('Inget hittades').first().isVisible()).toBe(true);
    expect(await palette(page).getByText('1988-03-12 eller 880312').isVisible()).toBe(true);
    expect(asked).toEqual([anna.familyName, `${anna.familyName} xyzåäö`]);
  });

  it('never sends an identity number, and takes it along to the search that is for numbers', async () => {
    const { page, signIn } = await demo.open();
    await signIn('coach');
    const asked = questionsOf(page);
    await press(page);
    await page.keyboard.type('19640823-3234', { delay: 30 });
    await options(page).filter({ hasText: 'person- eller samordningsnummer' }).first().waitFor();
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /person- eller samordningsnummer/ });
    expect(await dialog.getByLabel(/Hela numret/).inputValue()).toBe('19640823-3234');
    expect(asked.filter((text) => text.replaceAll(/\D/g, '').length > 8)).toEqual([]);
  });

  it('says what to do when the search fails, keeps what was typed, and finds once it works again', async () => {
    const { page, signIn } = await demo.open();
    await signIn('coach');
    await page.route('**/api/search', (route) => route.abort());
    await press(page);
    await page.keyboard.type(anna.familyName);
    await palette(page).getByRole('alert').waitFor();
    expect(await field(page).inputValue()).toBe(anna.familyName);
    await page.unroute('**/api/search');
    await palette(page).getByRole('button', { name: 'Försök igen' }).click();
    await options(page).filter({ hasText: anna.familyName }).first().waitFor();
    expect(await palette(page).getByRole('alert').count()).toBe(0);
  });

  it('shows whom one opened lately before anything is typed, until one signs out', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('coach');
    await go(`/participants/${anna.id}/show`);
    await heading(page, `${anna.givenName} ${anna.familyName}`).waitFor();
    await go('/my-day');
    await press(page);
    const recent = palette(page).getByRole('group', { name: 'Senast öppnade' });
    expect(await recent.getByRole('option').allInnerTexts()).toEqual([expect.stringContaining(anna.familyName)]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Konto/ }).click();
    await page.getByRole('menuitem', { name: 'Logga ut' }).click();
    await page.locator('input[name=password]').waitFor();
    await signIn('coach');
    await press(page);
    await palette(page).getByRole('group', { name: 'Sidor och åtgärder' }).waitFor();
    expect(await recent.count()).toBe(0);
  });

  it('asks before what was being written is left', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('coach');
    await go('/meetings/create');
    const note = page.getByLabel(/Hur gick det/);
    await note.fill('Det här får inte försvinna.');
    await press(page);
    await page.keyboard.type('min dag');
    await options(page).filter({ hasText: 'Min dag' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stanna kvar' }).click();
    expect(await note.inputValue()).toBe('Det här får inte försvinna.');
  });

  it('stays away while another dialog is open', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('coach');
    await go('/participants');
    await page.getByRole('button', { name: 'Sök på nummer' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Control+k');
    await page.waitForTimeout(300);
    expect(await palette(page).count()).toBe(0);
  });
});

const selected = (page: Page) => options(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-selected') === 'true'));

describe('the pages in the palette', () => {
  const offered: readonly [role: string, some: string[], never: string[]][] = [
    ['coach', ['Anteckna möte', 'Anvisa en deltagare', 'Min dag'], ['Översikt', 'Behörigheter', 'Rapporter']],
    // People are looked for, too: names may have been granted.
    ['project-leader', ['Översikt', 'Deltagare'], ['Anteckna möte', 'Min dag', 'Anvisa en deltagare']],
    ['funder', ['Inlämnade rapporter'], ['Anteckna möte', 'Min dag', 'Deltagare', 'Översikt']],
    ['auditor', ['Åtkomstlogg'], ['Min dag', 'Deltagare', 'Organisationer']],
    ['administrator', ['Organisationer'], ['Anteckna möte', 'Min dag', 'Deltagare']],
  ];

  it.each(offered)('are those that a %s may open', async (role, some, never) => {
    const { page, complaints, signIn } = await demo.open();
    await signIn(role);
    const asked = questionsOf(page);
    await press(page);
    const labels = await options(page).allInnerTexts();
    for (const label of some) expect(labels).toContain(label);
    for (const label of never) expect(labels).not.toContain(label);
    if (role !== 'coach') {
      await page.keyboard.type(some[0] as string);
      await page.waitForTimeout(300);
      await page.keyboard.press('Enter');
      await heading(page, some[0] as string)
        .or(page.getByRole('heading', { level: 1, name: new RegExp(`^${some[0]}`) }))
        .first()
        .waitFor();
      if (role !== 'project-leader') expect(asked).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });
});

describe.each([
  ['sv-SE', false, 'Sök deltagare, möten och sidor'],
  ['en-GB', true, 'Search for people, meetings and pages'],
] as const)('the open palette in %s (phone: %s)', (locale, phone, label) => {
  it('is opened by its button, fits, and has no serious accessibility problem in any state', async () => {
    const { page, complaints, signIn } = await demo.open({ locale, phone });
    await signIn('local-leader');
    if (phone) await page.setViewportSize({ width: 360, height: 740 });
    if (locale === 'en-GB') await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: label }).click();
    await options(page).first().waitFor();
    const findings = await seriousFindings(page);
    for (const text of ['an', 'xyzxyz', '640823-32']) {
      await field(page).fill(text);
      await page.waitForTimeout(700);
      findings.push(...(await seriousFindings(page)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone ? 360 : 1280);
    }
    expect(findings).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
