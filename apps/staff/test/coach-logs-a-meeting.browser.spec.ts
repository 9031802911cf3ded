import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi } from './browser.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

describe('a coach on a phone', () => {
  it('logs a meeting in at most four fields, sees it on the timeline, and the reminder is gone', async () => {
    const { page, complaints, signIn, go } = await demo.open({ phone: true });
    await signIn('coach');
    const row = page.getByRole('listitem').filter({ hasText: 'Inget möte på länge' }).first();
    const name = await row.getByRole('link').first().innerText();
    const before = await page.getByText('Inget möte på länge').count();
    await row
      .getByRole('link', { name: 'Anteckna möte' })
      .or(row.getByRole('button', { name: 'Anteckna möte' }))
      .click();

    await page.getByRole('heading', { level: 1, name: 'Anteckna ett möte' }).waitFor();
    const fields = page.locator('form').locator('input:visible, textarea:visible, [role=combobox]:visible');
    expect(await fields.count()).toBeLessThanOrEqual(4);
    await page.getByLabel(/Hur gick det/).fill('Vi gick igenom veckan och bokade ett studiebesök på biblioteket.');
    await page.getByRole('button', { name: 'Spara mötet' }).click();

    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText('Vi gick igenom veckan och bokade ett studiebesök på biblioteket.').waitFor();
    await go('/my-day');
    await page.getByRole('heading', { name: /Behöver dig nu/ }).waitFor();
    expect(await page.getByText('Inget möte på länge').count()).toBe(before - 1);
    expect(complaints).toEqual([]);
  });

  it('is told at the field what is missing, and keeps what was typed', async () => {
    const { page, signIn, go } = await demo.open({ phone: true });
    await signIn('coach');
    await go('/meetings/create');
    await page.getByLabel(/Hur gick det/).fill('Det här får inte försvinna.');
    await page.getByRole('button', { name: 'Spara mötet' }).click();
    await page.locator('.Mui-error').first().waitFor();
    expect(await page.getByLabel(/Hur gick det/).inputValue()).toBe('Det här får inte försvinna.');
  });
});

describe('the language', () => {
  it('is the browser’s before signing in, and the switch is remembered on the server', async () => {
    const first = await demo.open({ locale: 'en-GB' });
    await first.page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await first.page.locator('html').getAttribute('lang')).toBe('en');
    const second = await demo.open();
    await second.page.getByRole('button', { name: 'Logga in' }).waitFor();
    await second.signIn('administrator');
    await second.page.getByRole('button', { name: 'English' }).click();
    await second.page.getByRole('link', { name: 'Organisations' }).first().waitFor();
    const third = await demo.open();
    await third.signIn('administrator');
    await third.page.getByRole('link', { name: 'Organisations' }).first().waitFor();
  });
});

describe('the browser’s storage', () => {
  it('holds nothing of people, also while a coach works', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('coach');
    await go('/participants');
    const names = (await demo.database.sql<{ name: string }>('select distinct family_name as name from app.participant')).map((one) => one.name);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(names.filter((name) => kept.includes(name))).toEqual([]);
  });
});

describe('reminders', () => {
  it('are completed and snoozed from my day, and are gone from it', async () => {
    const { page, complaints, signIn } = await demo.open();
    await signIn('coach');
    const attention = page.locator('section').filter({ has: page.getByRole('heading', { name: /Behöver dig nu/ }) });
    const rows = attention.getByRole('listitem');
    await rows.first().waitFor();
    const before = await rows.count();
    await rows
      .first()
      .getByRole('button', { name: /Klart eller senare/ })
      .click();
    await page.getByRole('menuitem', { name: 'Markera som klar' }).click();
    await attention.getByText(`(${before - 1})`).waitFor();
    await rows
      .first()
      .getByRole('button', { name: /Klart eller senare/ })
      .click();
    await page.getByRole('menuitem', { name: 'Påminn mig om en vecka' }).click();
    await attention.getByText(`(${before - 2})`).waitFor();
    const changes = await demo.database.sql<{ state: string }>(
      `select v.content ->> 'state' as state from history.row_version v join app.staff s on s.id = v.asker_id
       where s.email = 'coach@stegvis.example' and v.table_name = 'reminder' and v.content ->> 'state' in ('done', 'snoozed')
         and v.recorded_at > now() - interval '10 minutes' order by 1`,
    );
    expect(changes.map((one) => one.state)).toEqual(['done', 'snoozed']);
    expect(complaints).toEqual([]);
  });
});

describe('a worker that has stopped', () => {
  it('is told of on every page, in plain words', async () => {
    const { page, signIn, go } = await demo.open();
    await signIn('coach');
    expect(await page.getByText(/uppföljningar och rapporter är försenade/).count()).toBe(0);
    await demo.stopWorker();
    await demo.database.sql(`update app.worker_heartbeat set beat_at = now() - interval '2 minutes'`);
    await go('/participants');
    await page.reload();
    await page.getByText(/uppföljningar och rapporter är försenade/).waitFor();
  });
});
