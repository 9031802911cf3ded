import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi, seriousFindings } from './browser.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
  // The demo world's own would stand in the same list.
  await demo.database.sql('delete from app.stand_in');
});
afterAll(() => demo.stop());

/** The other coach of Gotland, where the demo coach works. */
const awayCoach = async (): Promise<string> => {
  const [coach] = await demo.database.sql<{ name: string }>(
    `select w.name from app.role_assignment r join app.staff w on w.id = r.staff_id join app.site s on s.id = r.site_id
     where r.role = 'coach' and s.name = 'Gotland' and r.valid_to is null and w.email <> 'coach@stegvis.example'`,
  );
  return coach?.name ?? '';
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });

describe('a coach who is away', () => {
  it('is stood in for by somebody whom the leader appoints, who then finds the people among the own', async () => {
    const name = await awayCoach();
    const leader = await demo.open({ width: 360, scheme: 'dark' });
    await leader.signIn('local-leader');
    await leader.go('/stand-ins/create');
    const { page } = leader;
    for (const [label, typed] of [
      ['Coach som är borta', name],
      ['Ersättare', 'Lena Hägglund'],
    ] as const) {
      await page.getByRole('combobox', { name: label }).fill(typed);
      await page.getByRole('option', { name: typed }).click();
    }
    await page.getByLabel('Sista dag').fill(inDays(5));
    await page.getByLabel('Skäl').fill('Sjukskriven veckan ut');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Utse ersättaren' }).click();
    await page.getByText('Sjukskriven veckan ut').waitFor();
    expect(leader.complaints).toEqual([]);

    const coach = await demo.open();
    await coach.signIn('coach');
    await coach.go('/my-day');
    await coach.page.getByText(`Du ersätter ${name} i Gotland till och med`).waitFor();
    expect(await coach.page.getByText(`Ersätter ${name}`).count()).toBeGreaterThan(0);
    expect(await seriousFindings(coach.page)).toEqual([]);

    await page.getByRole('button', { name: `Ska Lena Hägglund sluta ersätta ${name}?` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Avsluta' }).click();
    await page.getByText('Ersättningen är avslutad.').waitFor();
    await coach.go('/meetings');
    await coach.go('/my-day');
    // What was read before stands there until the new answer is in.
    await coach.page.getByText(`Du ersätter ${name}`).waitFor({ state: 'detached' });
    expect(coach.complaints).toEqual([]);
  });
});
