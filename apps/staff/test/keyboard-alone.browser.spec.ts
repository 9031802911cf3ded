import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { codeOnPhone } from '../../api/test/phone.js';
import { type DemoUi, demoUi } from './browser.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

/** What has the focus: its name as a screen reader would say it, and whether anybody can see that it has it. */
async function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const own = getComputedStyle(element);
    const frame = element.closest('.MuiInputBase-root')?.querySelector('fieldset');
    const ring = own.outlineStyle !== 'none' && Number.parseFloat(own.outlineWidth) >= 2;
    const thickFrame = frame ? Number.parseFloat(getComputedStyle(frame).borderTopWidth) >= 2 : false;
    const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0]?.textContent : undefined;
    const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
    return { tag: element.tagName.toLowerCase(), name: name.trim(), seen: ring || thickFrame };
  });
}

/** Presses Tab until something with this name has the focus; every stop on the way has to be seen. */
async function tabTo(page: Page, name: RegExp, unseen: string[]) {
  for (let stop = 0; stop < 80; stop++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (!at.seen) unseen.push(`${at.tag} "${at.name}"`);
    if (name.test(at.name)) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

describe('the keyboard alone', () => {
  it('takes a coach from my day to a meeting that is saved, and every stop is seen', async () => {
    const { page, complaints, signIn, go } = await demo.open();
    await signIn('coach');
    await go('/my-day');
    await page.reload();
    const row = page.getByRole('listitem').filter({ hasText: 'Inget möte på länge' }).first();
    const name = await row.getByRole('link').first().innerText();
    const unseen: string[] = [];

    await tabTo(page, /^Hoppa till innehållet$/, unseen);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toMatchObject({ tag: 'h1', seen: true });
    await tabTo(page, new RegExp(`^Anteckna möte: ${name}$`), unseen);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Anteckna ett möte' }).waitFor();
    expect(await focused(page)).toMatchObject({ tag: 'h1', name: 'Anteckna ett möte' });
    await tabTo(page, /^Hur gick det/, unseen);
    await page.keyboard.type('Hon vill prova köket på Gråboskolan.');
    await tabTo(page, /^Spara mötet$/, unseen);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText('Hon vill prova köket på Gråboskolan.').waitFor();
    expect(await focused(page)).toMatchObject({ tag: 'h1' });
    expect(unseen).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('stands on what opened a dialog when the dialog is closed, and on the card when the row is done', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('coach');
    await go('/my-day');
    await page.reload();
    const unseen: string[] = [];
    const first = page.getByRole('button', { name: /^Klart eller senare/ }).first();
    const label = (await first.getAttribute('aria-label')) ?? '';
    await tabTo(page, new RegExp(`^${label}$`), unseen);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Välj datum …' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toBe(label);

    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Markera som klar' }).press('Enter');
    await first.waitFor();
    await page.waitForFunction((gone) => document.querySelector(`[aria-label="${gone}"]`) === null, label);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('attention');
    expect(unseen).toEqual([]);
  });

  it('takes a leader through a review of the access log to the signature, and every stop is seen', async () => {
    await demo.database.sql(
      `insert into access_log.event (organisation_id, at, staff_id, roles, action, outcome, participants)
       select p.organisation_id, date_trunc('month', now()) - interval '10 days', c.staff_id, '{coach}', 'participants.read', 'given', array[p.id]
       from app.enrolment_coach c join app.staff s on s.id = c.staff_id and s.email = 'coach@stegvis.example'
       join app.enrolment e on e.id = c.enrolment_id join app.participant p on p.id = e.participant_id where c.valid_to is null and p.protection = 'none' limit 1`,
    );
    const { page, complaints, signIn, go } = await demo.open();
    await signIn('local-leader');
    const unseen: string[] = [];
    await go('/access-reviews');
    await page.reload();
    await page.getByText('Ingen månad är granskad än').waitFor();
    await tabTo(page, /^Starta granskning$/, unseen);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Starta en granskning' }).waitFor();
    await tabTo(page, /^Starta granskning$/, unseen);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Granskning av loggen: / }).waitFor();
    await page.getByText('1 återstår att bedöma').waitFor();

    await tabTo(page, /^I sin ordning$/, unseen);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /^I sin ordning: / }).waitFor();
    await tabTo(page, /^I sin ordning$/, unseen);
    await page.keyboard.press('Enter');
    await page.getByText('Allt är bedömt').waitFor();

    await page.reload();
    await page.getByText('Allt är bedömt').waitFor();
    await tabTo(page, /^Underteckna$/, unseen);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Underteckna granskningen?' }).waitFor();
    await tabTo(page, /^Underteckna$/, unseen);
    await page.keyboard.press('Enter');
    await page.getByText('Undertecknad av Mats Ödegård').waitFor();
    expect(await page.getByRole('button', { name: 'I sin ordning' }).count()).toBe(0);
    expect(unseen).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('opens and leaves the menu of a phone', async () => {
    const { page, signIn } = await demo.open({ width: 360 });
    await signIn('coach');
    const menu = page.getByRole('button', { name: 'Meny' });
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Möten', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Möten', exact: true }).waitFor({ state: 'hidden' });
    expect((await focused(page)).name).toBe('Meny');
  });

  it('signs in, turns a second factor on, and signs in with it; every stop is seen', async () => {
    const unseen: string[] = [];
    const { page, complaints, go } = await demo.open();
    const signInByKeys = async (at: Page) => {
      await at.locator('input[name=email]').waitFor();
      await tabTo(at, /^E-post/, unseen);
      await at.keyboard.type('local-leader@stegvis.example');
      await tabTo(at, /^Lösenord/, unseen);
      await at.keyboard.type('stegvis-demo');
      await at.keyboard.press('Enter');
      await at.locator('input[name=password]').waitFor({ state: 'detached' });
      await at.locator('h1').first().waitFor();
      await at.waitForLoadState('networkidle');
    };
    await signInByKeys(page);
    // A page that was opened by its address begins at its top.
    await go('/my-day');
    await page.reload();
    await page.locator('#attention').waitFor();
    await page.waitForLoadState('networkidle');
    await tabTo(page, /^Konto: /, unseen);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Mitt konto' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mitt konto' }).waitFor();
    await page.getByRole('button', { name: 'Ställ in' }).waitFor();
    await tabTo(page, /^Ställ in$/, unseen);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Tvåstegsinloggning' });
    const secret = (await dialog.locator('code').innerText()).replaceAll(/\s/g, '');
    expect((await focused(page)).name).toMatch(/^Kod/);
    await page.keyboard.type(codeOnPhone(secret));
    await page.keyboard.press('Enter');
    await dialog.getByRole('list', { name: 'Återställningskoder' }).waitFor();
    await tabTo(page, /^Jag har sparat dem$/, unseen);
    await page.keyboard.press('Enter');
    await page.getByText('10 återställningskoder kvar').waitFor();
    await demo.database.sql('update sign_in.second_factor set last_step = last_step - 2');

    const next = await demo.open();
    await signInByKeys(next.page);
    await next.page.getByRole('heading', { level: 1, name: 'Skriv koden' }).waitFor();
    await next.page.locator('input[name=code]').waitFor();
    expect(await focused(next.page)).toMatchObject({ tag: 'input', seen: true });
    await next.page.keyboard.type(codeOnPhone(secret));
    await next.page.keyboard.press('Enter');
    await next.page.getByRole('heading', { level: 1, name: 'Skriv koden' }).waitFor({ state: 'detached' });
    expect(unseen).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
