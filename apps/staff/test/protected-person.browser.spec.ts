import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type DemoUi, demoUi, seriousFindings, type Visit } from './browser.js';

/** Somebody of the demo coach's caseload, whom a colleague coaches too. */
interface Person {
  id: string;
  name: string;
  enrolmentId: string;
}

let demo: DemoUi;
/** One for each test that decides something about somebody. */
let people: [decided: Person, byKeys: Person, hidden: Person];
const staff = { coach: '', colleague: '' };
beforeAll(async () => {
  demo = await demoUi();
  people = (await demo.database.sql<Person>(
    `select p.id, p.given_name || ' ' || p.family_name as name, e.id as "enrolmentId"
     from app.participant p join app.enrolment e on e.participant_id = p.id and e.status = 'active'
     join app.enrolment_coach c on c.enrolment_id = e.id and c.valid_to is null join app.staff s on s.id = c.staff_id and s.email = 'coach@stegvis.example'
     where p.protection = 'none' and not p.pseudonymous order by p.id limit 3`,
  )) as typeof people;
  const [coach] = await demo.database.sql<{ id: string; name: string }>(`select id, name from app.staff where email = 'coach@stegvis.example'`);
  if (!coach) throw new Error('The demo has no coach');
  Object.assign(staff, { coach: coach.name, colleague: await aColleague() });
  const leader = await demo.as('local-leader');
  const { status } = await leader.post(`/api/participants/${people[2].id}/protect`, { protection: 'confidentiality-mark', staffIds: [coach.id] });
  expect(status).toBe(200);
  await demo.database.sql('update app.enrolment set municipality_code = null, version = version + 1 where participant_id = $1', [people[2].id]);
});
afterAll(() => demo.stop());

/** Another coach of the site, who may sign in as `colleague@stegvis.example` and coaches all of them too. */
async function aColleague(): Promise<string> {
  const [made] = await demo.database.sql<{ id: string; name: string }>(
    `update app.staff set email = 'colleague@stegvis.example', version = version + 1
     where id = (select r.staff_id from app.role_assignment r join app.enrolment e on e.site_id = r.site_id and e.id = $1 join app.staff s on s.id = r.staff_id
                 where r.role = 'coach' and r.valid_to is null and s.email <> 'coach@stegvis.example' order by 1 limit 1) returning id, name`,
    [people[0].enrolmentId],
  );
  await demo.database.sql(
    `insert into sign_in.credential (staff_id, password_hash, changed_at)
     select $1, c.password_hash, c.changed_at from sign_in.credential c join app.staff s on s.id = c.staff_id and s.email = 'coach@stegvis.example'`,
    [made?.id],
  );
  await demo.database.sql(
    `insert into app.enrolment_coach (organisation_id, project_id, site_id, enrolment_id, staff_id, part, valid_from)
     select organisation_id, project_id, site_id, id, $2, 'co', app.today() from app.enrolment where id = any ($1)`,
    [people.map(({ enrolmentId }) => enrolmentId), made?.id],
  );
  return made?.name ?? '';
}

const banner = (page: Page) => page.getByRole('region', { name: /^Skyddade personuppgifter/ });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const button = (at: Page | Locator, name: string) => at.getByRole('button', { name, exact: true });
const show = (person: Person) => `/participants/${person.id}/show`;

async function as(role: string): Promise<Visit> {
  const visit = await demo.open();
  await visit.signIn(role);
  return visit;
}

/** What somebody finds of the person: rows of the list by name, how many people the list has in all, and what Ctrl-K offers. */
async function sightOf({ page, go }: Visit, { name }: Person): Promise<{ rows: number; all: number; offered: number }> {
  await go('/participants');
  // What the page remembers of the last look is forgotten.
  await page.reload();
  await page.getByText(/^\d+–\d+ av \d+$/).waitFor();
  const all = Number((await page.getByText(/^\d+–\d+ av \d+$/).innerText()).split(' ').at(-1));
  await page.getByLabel('Sök på namn').fill(name);
  // The list asks once the typing pauses.
  await page.waitForResponse((answer) => answer.url().includes('/api/participants?') && 'stegvis-words' in answer.request().headers());
  await page.waitForLoadState('networkidle');
  const rows = await page.getByRole('link', { name, exact: true }).count();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: /Sök deltagare/ });
  await palette.getByRole('combobox').fill(name);
  const answer = await page.waitForResponse((one) => one.url().endsWith('/api/search'));
  const options = palette.getByRole('option').filter({ hasText: name });
  if ((await answer.text()).includes(name.split(' ').at(-1) ?? name)) await options.first().waitFor();
  // Time enough for what should not come.
  else await page.waitForTimeout(500);
  const offered = await options.count();
  await page.keyboard.press('Escape');
  return { rows, all, offered };
}

/** Tabs until something with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
      return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
    });
    if (name.test(at)) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

describe('a protected person', () => {
  it('is protected by a leader, is there for the coach who is named and gone for a colleague, and back when two have decided', async () => {
    const [leader, coach, colleague] = [await as('local-leader'), await as('coach'), await as('colleague')];
    const [person] = people;
    const before = await sightOf(colleague, person);
    expect(before).toMatchObject({ rows: 1, offered: expect.any(Number) });
    expect(before.offered).toBeGreaterThan(0);

    await leader.go(show(person));
    expect(await banner(leader.page).count()).toBe(0);
    await button(leader.page, 'Skydda personuppgifter').click();
    const protect = dialog(leader.page, 'Skydda personuppgifterna?');
    await protect.getByLabel('Sekretessmarkering').check();
    // Whoever is the coach is chosen at first; another who works with the person is not.
    expect(await protect.getByLabel(staff.coach).isChecked()).toBe(true);
    expect(await protect.getByLabel(staff.colleague).isChecked()).toBe(false);
    await button(protect, 'Skydda personuppgifter').click();
    await banner(leader.page).waitFor();
    await banner(leader.page).getByText(staff.coach).first().waitFor();
    expect(await leader.page.getByText('Adress', { exact: true }).count()).toBe(0);

    expect(await sightOf(coach, person)).toMatchObject({ rows: 1 });
    expect(await sightOf(colleague, person)).toEqual({ rows: 0, all: before.all - 1, offered: 0 });
    await colleague.go(show(person));
    await colleague.page.getByRole('heading', { name: 'Här finns ingenting' }).waitFor();

    await coach.go(show(person));
    await button(banner(coach.page), 'Be om att häva skyddet').click();
    await button(dialog(coach.page, 'Be om att häva skyddet?'), 'Be om att häva skyddet').click();
    await banner(coach.page).getByText('En annan av de utsedda behöver bekräfta.').waitFor();
    // Who has asked does not confirm, and does not ask again.
    expect(await banner(coach.page).getByRole('button').allInnerTexts()).toEqual(['Ändra vilka som ser personen']);

    await leader.go('/my-day');
    await leader.go(show(person));
    await banner(leader.page)
      .getByText(new RegExp(`^${staff.coach} bad .* om att häva skyddet`))
      .waitFor();
    await button(banner(leader.page), 'Häv skyddet').click();
    await button(dialog(leader.page, 'Häva skyddet?'), 'Häv skyddet').click();
    await banner(leader.page).waitFor({ state: 'detached' });
    expect(await sightOf(colleague, person)).toEqual(before);
    for (const { complaints } of [leader, coach, colleague]) expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
  });

  it('is protected, renamed for and asked to be lifted with the keyboard alone; the focus comes back', async () => {
    const { page, complaints, go } = await as('coach');
    await go(show(people[1]));
    await page.reload();
    await button(page, 'Skydda personuppgifter').waitFor();
    await tabTo(page, /^Skydda personuppgifter$/);
    await page.keyboard.press('Enter');
    const protect = dialog(page, 'Skydda personuppgifterna?');
    await protect.getByText('är alltid utsedd', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
    await protect.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skydda personuppgifter');
    await page.keyboard.press('Enter');
    await protect.getByLabel(staff.colleague).waitFor();
    await tabTo(page, /^Sekretessmarkering/);
    await page.keyboard.press('ArrowDown');
    expect(await protect.getByLabel('Skyddad folkbokföring').isChecked()).toBe(true);
    await tabTo(page, new RegExp(`^${staff.colleague}`));
    await page.keyboard.press('Space');
    await tabTo(page, /^Skydda personuppgifter$/);
    await page.keyboard.press('Enter');
    await banner(page).getByText(staff.colleague).waitFor();
    await tabTo(page, /^Ändra vilka som ser personen$/);
    await page.keyboard.press('Enter');
    const name = dialog(page, 'Vilka ska se personen?');
    await name.getByLabel(staff.colleague).waitFor();
    expect(await name.getByLabel(staff.colleague).isChecked()).toBe(true);
    await tabTo(page, new RegExp(`^${staff.colleague}`));
    await page.keyboard.press('Space');
    await tabTo(page, /^Spara$/);
    await page.keyboard.press('Enter');
    await name.waitFor({ state: 'detached' });
    await banner(page).getByText(staff.colleague).waitFor({ state: 'detached' });
    await tabTo(page, /^Be om att häva skyddet$/);
    await page.keyboard.press('Enter');
    await dialog(page, 'Be om att häva skyddet?').getByText('nu är du ensam', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });

  it('has no field for an address or a municipality in any form', async () => {
    const { page, go } = await as('coach');
    const { id, enrolmentId } = people[2];
    for (const path of [`/participants/${id}`, `/enrolments/${enrolmentId}`]) {
      await go(path);
      await page.locator('form').getByText('Skriv aldrig adress', { exact: false }).waitFor();
      expect([path, await page.getByLabel(/^(Adress|Kommun)/).count()]).toEqual([path, 0]);
    }
  });
});

describe('somebody who is counted and not named', () => {
  it('is referred without name, number and contact details, found by the pseudonym, and named once there is consent', async () => {
    const { page, complaints, go } = await as('coach');
    await go('/participants/create');
    await page.getByLabel('Räknas utan namn').check();
    await page.getByText('Personen får en pseudonym', { exact: false }).waitFor();
    await button(page, 'Kontaktuppgifter och språk').click();
    for (const field of ['Förnamn', 'Efternamn', 'Nummer', 'Telefon', 'E-post', 'Adress'])
      expect([field, await page.getByLabel(new RegExp(`^${field}`)).count()]).toEqual([field, 0]);
    await page.locator('input[name=dateOfBirth]').fill('1990-05-01');
    await page.getByLabel('Kvinna').check();
    await button(page, 'Anvisa en deltagare').click();
    const heading = page.getByRole('heading', { level: 1, name: /^Deltagare [2-9B-Z]{4}$/ });
    await heading.waitFor();
    const pseudonym = await heading.innerText();
    await page.getByText('Räknas utan namn').first().waitFor();

    await go('/participants');
    await page.getByLabel('Sök på namn').fill(pseudonym);
    const row = page.getByRole('row').filter({ hasText: pseudonym });
    await row.getByText('Räknas utan namn').waitFor();
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: /Sök deltagare/ });
    await palette.getByRole('combobox').fill(pseudonym);
    await palette.getByRole('option').filter({ hasText: pseudonym }).getByText('Räknas utan namn').waitFor();
    await page.keyboard.press('Enter');
    await heading.waitFor();

    await page.getByRole('link', { name: 'Ändra personuppgifter' }).click();
    await page.getByLabel('Räknas utan namn').uncheck();
    expect(await page.getByLabel(/^Förnamn/).inputValue()).toBe('');
    await page.getByLabel(/^Förnamn/).fill('Saga');
    await page.getByLabel(/^Efternamn/).fill('Pseudonymsson');
    await button(page, 'Spara').click();
    await page.getByRole('heading', { level: 1, name: 'Saga Pseudonymsson' }).waitFor();
    expect(await page.getByText('Räknas utan namn').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe.each([
  ['sv-SE', 1280, 'light', 'Svenska'],
  ['en-GB', 360, 'dark', 'English'],
] as const)('the dialogs of protection, in %s, %i pixels wide and %s,', (locale, width, scheme, language) => {
  it('fit, and have no serious accessibility problem', async () => {
    const { page, signIn, go, complaints } = await demo.open({ locale, width, scheme });
    await signIn('coach');
    await page.getByRole('button', { name: language }).click();
    const findings: string[] = [];
    for (const [path, names] of [
      [show(people[0]), [/^(Skydda personuppgifter|Protect the identity)$/]],
      [show(people[2]), [/^(Ändra vilka som ser personen|Change who sees the person)$/, /^(Be om att häva skyddet|Ask to lift the protection)$/]],
    ] as const) {
      await go(path);
      findings.push(...(await seriousFindings(page)));
      for (const name of names) {
        await page.getByRole('button', { name }).click();
        await page.getByRole('dialog').waitFor();
        await page.waitForLoadState('networkidle');
        findings.push(...(await seriousFindings(page)));
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    }
    expect(findings).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
