import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi, seriousFindings } from './browser.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

const held = () =>
  demo.database.sql(
    `select r.role from app.role_assignment r join app.staff s on s.id = r.staff_id where s.email = 'coach@stegvis.example' and r.role = 'local-leader'`,
  );

describe('abuse case 26: a role that opens cases', () => {
  it('is given by one administrator, who is told who can confirm it, and confirmed by the other', async () => {
    const giver = await demo.open({ width: 360, scheme: 'dark' });
    await giver.signIn('administrator');
    await giver.go('/role-assignments/create');
    const { page } = giver;
    await page.getByRole('combobox', { name: 'Vem' }).fill('Lena Hägglund');
    await page.getByRole('option', { name: 'Lena Hägglund' }).click();
    await page.getByRole('combobox', { name: 'Roll' }).click();
    await page.getByRole('option', { name: 'Lokal projektledare' }).click();
    await page.getByRole('combobox', { name: 'Ort' }).fill('Gotland');
    await page.getByRole('option', { name: 'Gotland' }).click();
    await page.getByText('Den gäller först när en annan administratör har bekräftat den. Kan bekräfta: Olof Brandt.').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('1 roll väntar på att en annan administratör bekräftar den.').waitFor();
    await page.getByRole('link', { name: 'Visa dem som väntar' }).click();
    await page.getByText('Gavs av Åsa Norling. Kan bekräfta: Olof Brandt.').waitFor();
    await page.getByRole('button', { name: 'Låt inte Lena Hägglund få rollen?' }).waitFor();
    expect(await page.getByRole('button', { name: 'Bekräfta rollen för Lena Hägglund?' }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await held()).toEqual([]);

    const second = await demo.open();
    await second.signIn('administrator-2');
    await second.go('/role-assignments');
    await second.page.getByRole('link', { name: 'Visa dem som väntar' }).click();
    await second.page.getByText('Gavs av').waitFor();
    // By the keyboard alone.
    await second.page.getByRole('button', { name: 'Bekräfta rollen för Lena Hägglund?' }).focus();
    await second.page.keyboard.press('Enter');
    const dialog = second.page.getByRole('dialog', { name: 'Bekräfta rollen för Lena Hägglund?' });
    await dialog.getByText('Åsa Norling har gett rollen Lokal projektledare.').waitFor();
    expect(await seriousFindings(second.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Bekräfta' }).focus();
    await second.page.keyboard.press('Enter');
    await second.page.getByText('Rollen är bekräftad.').waitFor();
    expect(await held()).toEqual([{ role: 'local-leader' }]);
    expect(await second.page.getByText('väntar på att en annan').count()).toBe(0);
    expect([giver.complaints, second.complaints]).toEqual([[], []]);
  });

  it('is taken back by who gave it', async () => {
    await demo.database.sql(
      `insert into app.role_proposal (staff_id, role, valid_from, given_by)
       select s.id, 'administrator', app.today(), a.id from app.staff s, app.staff a where s.email = 'funder@stegvis.example' and a.email = 'administrator@stegvis.example'`,
    );
    const { page, signIn, go, complaints } = await demo.open({ scheme: 'dark' });
    await signIn('administrator');
    await go('/role-assignments');
    await page.getByRole('link', { name: 'Visa dem som väntar' }).click();
    await page.getByRole('button', { name: 'Låt inte Per Lindwall få rollen?' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ta tillbaka' }).click();
    await page.getByText('Rollen träder inte i kraft.').waitFor();
    await page.getByRole('button', { name: 'Låt inte Per Lindwall få rollen?' }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
});
