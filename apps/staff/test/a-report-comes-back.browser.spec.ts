import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi, seriousFindings, type Visit } from './browser.js';

let demo: DemoUi;
let funder: Visit;
let leader: Visit;
let sent: { id: string; run: string };
const comment = 'Antalet avslutade stämmer inte med vår lista.';

beforeAll(async () => {
  demo = await demoUi();
  [funder, leader] = await Promise.all([demo.open(), demo.open()]);
  await funder.signIn('funder');
  await leader.signIn('project-leader');
  [sent] = (await demo.database.sql(
    `select s.id, s.run_id as run from app.submission s
     join app.role_assignment r on r.project_id = s.project_id join app.staff p on p.id = r.staff_id and p.email = 'funder@stegvis.example'
     where exists (select from app.role_assignment l join app.staff q on q.id = l.staff_id where l.project_id = s.project_id and q.email = 'project-leader@stegvis.example')
     order by s.period_end desc, s.id limit 1`,
  )) as [typeof sent];
});
afterAll(() => demo.stop());

describe('a report that the funder sends back', () => {
  it('needs a word of what is wrong', async () => {
    const { page, go } = funder;
    await go(`/submissions/${sent.id}/show`);
    await page.getByRole('button', { name: 'Skicka tillbaka' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Skicka tillbaka' }).click();
    await dialog.locator('[aria-invalid=true]').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByLabel('Vad som behöver rättas').fill(comment);
    await dialog.getByRole('button', { name: 'Skicka tillbaka' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(comment).waitFor();
    await page.getByText('Projektledaren har fått veta det.').waitFor();
    expect(await page.getByRole('button', { name: 'Skicka tillbaka' }).count()).toBe(0);
    await go('/submissions');
    await page.getByRole('row').filter({ hasText: 'Återsänd' }).first().waitFor();
  });

  it('stands in the leader’s menu, and is made anew from where its comment stands', async () => {
    const { page, go } = leader;
    await go('/report-runs');
    await page.reload();
    await page.getByRole('img', { name: '1 återsänd rapport' }).first().waitFor({ state: 'attached' });
    await go(`/report-runs/${sent.run}/show`);
    await page.getByText(comment).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ta fram på nytt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ta fram rapporten' }).click();
    await page.getByRole('button', { name: 'Markera som granskad' }).click({ timeout: 30_000 });
    await page.getByRole('dialog').getByRole('button', { name: 'Markera som granskad' }).click();
    await page.getByRole('button', { name: 'Lämna in till finansiären' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lämna in till finansiären' }).click();
    await page.getByText('Rapporten är inlämnad').waitFor();
    await page.getByRole('img', { name: 'återsänd' }).waitFor({ state: 'detached' });
  });

  it('is replaced for the funder by the new one', async () => {
    const { page, go, complaints } = funder;
    await go(`/submissions/${sent.id}/show`);
    await page.reload();
    await page.getByText('En senare rapport för samma period har ersatt den här.').waitFor();
    await page.getByText(comment).waitFor();
    const [later] = await demo.database.sql<{ id: string }>('select id from app.submission order by submitted_at desc limit 1');
    await go(`/submissions/${later?.id}/show`);
    await page.getByRole('button', { name: 'Skicka tillbaka' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
