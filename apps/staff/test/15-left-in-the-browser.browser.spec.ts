import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type DemoUi, demoUi } from './browser.js';
import { addressesOf, keptBy, onPage } from './kept.js';

const person = { given: 'Kvarlamnad', family: 'Zqvisttest', phone: '070-1740688', note: 'Kvarglomd anteckning om halsan' };
const number = '199107172380';
const canaries = [person.given, person.family, person.phone, person.note, number, '19910717-2380', '910717-2380'];

let demo: DemoUi;
let id: string;
beforeAll(async () => {
  demo = await demoUi();
  const coach = await demo.as('coach');
  const [place] = await demo.database.sql<{ id: string; today: string }>(
    `select r.site_id as id, app.today()::text as today from app.role_assignment r join app.staff s on s.id = r.staff_id where s.email = 'coach@stegvis.example' and r.role = 'coach'`,
  );
  const made = await coach.post<{ id: string; enrolmentId: string }>('/api/participants', {
    givenName: person.given,
    familyName: person.family,
    dateOfBirth: '1991-07-17',
    gender: 'woman',
    identityKind: 'personnummer',
    identityNumber: number,
    phone: person.phone,
    siteId: place?.id,
    referredOn: place?.today,
  });
  id = made.body.id;
  const accepted = await coach.post(`/api/enrolments/${made.body.enrolmentId}/accept`, { startDate: place?.today, stage: 'coaching' });
  const meeting = await coach.post('/api/meetings', {
    startsAt: new Date(Date.now() - 60_000).toISOString(),
    attendances: [{ enrolmentId: made.body.enrolmentId, summary: person.note, internalNote: person.note }],
  });
  expect([made.status, accepted.status, meeting.status]).toEqual([201, 200, 201]);
});
afterAll(() => demo.stop());

const found = (text: string) => canaries.filter((canary) => text.includes(canary));

/** Works with the person as somebody does: looks for the name in the list and everywhere, for the number, opens the page, begins to change it. */
async function work(page: Page, go: (path: string) => Promise<void>): Promise<void> {
  await go('/participants');
  const search = page.getByRole('search').getByRole('searchbox').first();
  await search.fill(person.family);
  await page.getByRole('row').or(page.getByRole('listitem')).filter({ hasText: person.given }).first().waitFor();
  await page.getByRole('button', { name: 'Sök på nummer' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(number);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: `${person.given} ${person.family}` }).waitFor();
  await page.getByText(person.note).first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(person.family);
  await page.getByRole('dialog').getByRole('option').filter({ hasText: person.family }).first().waitFor();
  await page.keyboard.press('Escape');
  await go(`/participants/${id}`);
  await page.locator(`input[value="${person.family}"]`).waitFor();
}

describe('abuse case 15: what is left in the browser of a shared computer', () => {
  it('is nothing of anybody, while somebody works and after they have signed out, however far one goes back', async () => {
    const { page, context, signIn, go } = await demo.open();
    const addresses = addressesOf(context);
    await signIn('coach');
    await work(page, go);
    expect(found(await onPage(page))).toEqual(expect.arrayContaining([person.given, person.family, person.phone]));
    expect(found(await keptBy(page))).toEqual([]);

    await page.getByRole('button', { name: /Konto/ }).click();
    await page.getByRole('menuitem', { name: 'Logga ut' }).click();
    await page.locator('input[name=password]').waitFor();
    expect(found(await onPage(page))).toEqual([]);
    expect(found(await keptBy(page))).toEqual([]);
    for (let back = 0; back < 4; back++) {
      await page.goBack();
      await page.waitForTimeout(500);
      expect([back, found(await onPage(page))]).toEqual([back, []]);
    }
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => found(address).length > 0)).toEqual([]);
    // The session's cookie is gone; the one that knows the browser lets nobody in.
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['stegvis-browser']);
    expect(await page.evaluate(async () => (await fetch('/api/auth/me')).status)).toBe(401);
    await context.close();
  });

  it('whoever looks finds what a page did leave: in storage of every kind, in a cache, in an address', async () => {
    const { page, context } = await demo.open();
    await page.evaluate(async ([one = '', two = '', three = '', four = '', five = '']) => {
      localStorage.setItem('RaStore.participants.listParams', one);
      sessionStorage.setItem('draft', two);
      const open = indexedDB.open('left');
      open.onupgradeneeded = () => open.result.createObjectStore('left', { autoIncrement: true });
      await new Promise((resolve) => {
        open.onsuccess = resolve;
      });
      const put = open.result.transaction('left', 'readwrite').objectStore('left').put({ three });
      await new Promise((resolve) => {
        put.onsuccess = resolve;
      });
      open.result.close();
      await (await caches.open('left')).put('/left', new Response(four));
      location.hash = `#/participants?filter=${encodeURIComponent(JSON.stringify({ q: five }))}`;
    }, canaries);
    expect(found(await keptBy(page))).toEqual(canaries.slice(0, 5));
    await context.close();
  });
});
