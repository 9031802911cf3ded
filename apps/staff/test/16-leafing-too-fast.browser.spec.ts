import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi, seriousFindings } from './browser.js';

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
});
afterAll(() => demo.stop());

/** As if somebody had just read as much as anybody may in a minute, which is over in so many seconds. */
const hasLeafed = (email: string, secondsLeft: number) =>
  demo.database.sql(
    `insert into access_log.page (staff_id, page, rows, turned_to_at) select id, 'all of it', 3000, now() - make_interval(secs => 60 - $2) from app.staff where email = $1
     on conflict (staff_id, page) do update set turned_to_at = excluded.turned_to_at`,
    [email, secondsLeft],
  );

describe('abuse case 16: somebody who leafs too fast', () => {
  it.each([
    { width: 360, scheme: 'dark', typed: 'a' },
    { width: 1280, scheme: 'light', typed: 's' },
  ] as const)('is told when to go on, keeps what was typed, and goes on without a touch (%o)', async ({ typed, ...how }) => {
    const { page, context, signIn, go } = await demo.open(how);
    await signIn('coach');
    await go('/participants');
    const pager = page.getByText(/^1–\d+ av \d+$/);
    await pager.waitFor();
    await hasLeafed('coach@stegvis.example', 8);
    if (how.width < 600) await page.getByRole('button', { name: 'Filter', exact: true }).click();
    const search = page.getByRole('searchbox').first();
    await search.fill(typed);
    // Once, where the rows would be.
    await page.getByText(/Det går att fortsätta om \d+ sekunder/).waitFor();
    expect(await search.inputValue()).toBe(typed);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await pager.count()).toBe(0);
    await pager.waitFor({ timeout: 20_000 });
    expect(await search.inputValue()).toBe(typed);
    await context.close();
  });
});
