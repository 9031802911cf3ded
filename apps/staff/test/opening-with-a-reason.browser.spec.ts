import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi, seriousFindings } from './browser.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

/** Somebody of Gotland with whom the demo coach does not work. */
const somebodyElse = async (): Promise<{ id: string; name: string }> => {
  const [person] = await demo.database.sql<{ id: string; name: string }>(
    `select p.id, p.given_name || ' ' || p.family_name as name
     from app.enrolment e join app.participant p on p.id = e.participant_id join app.role_assignment r on r.site_id = e.site_id join app.staff s on s.id = r.staff_id
     where s.email = 'coach@stegvis.example' and r.role = 'coach' and e.status = 'active' and p.protection = 'none'
       and not exists (select from app.enrolment_coach c join app.enrolment x on x.id = c.enrolment_id where x.participant_id = p.id and c.staff_id = s.id)
     order by p.id limit 1`,
  );
  return person as { id: string; name: string };
};
const mayOpen = (may: boolean) =>
  demo.database.sql(
    `update app.role_assignment set may_open = $1, version = version + 1 where role = 'coach' and staff_id = (select id from app.staff where email = 'coach@stegvis.example')`,
    [may],
  );

describe('somebody who is not among one’s own', () => {
  it('is not offered to a coach without the right', async () => {
    const { id } = await somebodyElse();
    const { page, context, signIn, go } = await demo.open();
    await signIn('coach');
    await go(`/participants/${id}/show`);
    expect(await page.getByRole('button', { name: 'Inte bland dina? Öppna med skäl' }).count()).toBe(0);
    await context.close();
  });

  it('is opened with a reason, is read under a banner, and stands on the leader’s day', async () => {
    await mayOpen(true);
    const { id, name } = await somebodyElse();
    const { page, context, complaints, signIn, go } = await demo.open({ width: 360, scheme: 'dark' });
    await signIn('coach');
    await go(`/participants/${id}/show`);
    await page.getByRole('button', { name: 'Inte bland dina? Öppna med skäl' }).click();
    const dialog = page.getByRole('dialog', { name: 'Öppna någon du inte arbetar med' });
    await dialog.getByLabel('Skäl').fill('Står här');
    await dialog.getByRole('button', { name: 'Öppna i 60 minuter' }).click();
    await dialog
      .getByText(/minst 20/i)
      .last()
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByLabel('Skäl').fill('Personen står i receptionen och coachen är sjuk');
    await dialog.getByRole('button', { name: 'Öppna i 60 minuter' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText('Du läser med skäl, och kan inte ändra något. 60 minuter kvar.').waitFor();
    expect(await page.getByRole('button', { name: 'Anteckna möte' }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    // The page was not there, once; the browser says so of that answer.
    expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
    await context.close();

    const leader = await demo.open();
    await leader.signIn('local-leader');
    await leader.go('/my-day');
    await leader.page.getByText('Personen står i receptionen och coachen är sjuk').waitFor();
    expect(await seriousFindings(leader.page)).toEqual([]);
    expect(leader.complaints).toEqual([]);
    await mayOpen(false);
  });
});
