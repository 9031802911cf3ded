import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi, type Visit } from './browser.js';
import { aReviewUnderWay } from './review.js';
import { at, idsOf, tour } from './tour.js';

/** A hundred texts that run where a page takes a text for its own: twenty-five of them, behind four ends of what may stand around. */
const ends = ['', '">', `'>`, '</textarea></script></title>'];
const runs = [
  '<script>trapped(1)</script>',
  '<img src=x onerror=trapped(1)>',
  '<svg onload=trapped(1)>',
  '<body onload=trapped(1)>',
  '<iframe srcdoc="<script>parent.trapped(1)</script>">',
  '<iframe src="javascript:parent.trapped(1)">',
  '<details open ontoggle=trapped(1)>x',
  '<input autofocus onfocus=trapped(1)>',
  '<video><source onerror=trapped(1)></video>',
  '<a href="javascript:trapped(1)">x</a>',
  '<math href="javascript:trapped(1)">x</math>',
  '<object data="javascript:trapped(1)">',
  '<embed src="javascript:trapped(1)">',
  '<form action="javascript:trapped(1)"><button>x',
  '<svg><animate onbegin=trapped(1) attributeName=x>',
  '<marquee onstart=trapped(1)>x',
  '<style>@import "javascript:trapped(1)"</style>',
  '<link rel=stylesheet href="//evil.example/x.css">',
  '<meta http-equiv=refresh content="0;url=javascript:trapped(1)">',
  '<base href="//evil.example/">',
  '" onmouseover="trapped(1)" x="',
  'javascript:trapped(1)',
  '{{constructor.constructor("trapped(1)")()}}',
  '\u0024{trapped(1)}',
  '%{trapped(1)}',
];
const hundred = ends.flatMap((end) => runs.map((run) => end + run));

interface Trap {
  ran: unknown[];
  violations: string[];
}

let demo: DemoUi;
beforeAll(async () => {
  demo = await demoUi();
  await aReviewUnderWay(demo);
  for (const [table, column] of texts)
    await demo.database.sql(
      `update app.${table} t set ${column} = ($1::text[])[1 + n.nth % 100], version = version + 1
       from (select id, (row_number() over (order by id))::integer as nth from app.${table} where ${column} is not null) n where n.id = t.id`,
      [hundred],
    );
});
afterAll(() => demo.stop());

/** Every field in which somebody writes what others read; what is empty is empty for others, too. */
const texts = [
  ['organisation', 'name'],
  ['project', 'name'],
  ['site', 'name'],
  ['staff', 'name'],
  ['participant', 'given_name'],
  ['participant', 'family_name'],
  ['participant', 'phone'],
  ['participant', 'address'],
  ['enrolment', 'referred_by'],
  ['attendance_note', 'summary'],
  ['attendance_note', 'internal_note'],
  ['attendance_note', 'next_step'],
  ['reminder', 'note'],
  ['report_run', 'comment'],
] as const;

/** Whatever runs, or is kept from running by the content policy, on any page of a visit. */
async function trapFor({ page, context }: Visit): Promise<Trap> {
  const trap: Trap = { ran: [], violations: [] };
  await context.exposeBinding('trapped', (_source, what: unknown) => void trap.ran.push(what));
  await context.exposeBinding('violated', (_source, what: string) => void trap.violations.push(what));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      (window as unknown as { violated: (what: string) => void }).violated(`${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  page.on('dialog', (dialog) => {
    trap.ran.push(dialog.message());
    void dialog.dismiss();
  });
  await page.reload();
  return trap;
}

describe('abuse case 14: scripts in what people write', () => {
  it('stand in every field that others read', async () => {
    for (const [table, column] of texts) {
      const [row] = await demo.database.sql<{ hostile: number }>(
        `select count(*) filter (where ${column} ~ 'trapped|evil')::integer as hostile from app.${table}`,
      );
      expect([table, column, (row?.hostile ?? 0) > 0]).toEqual([table, column, true]);
    }
  });

  it.each(Object.keys(tour))('are text on every page of a %s: none runs, and the policy has nothing to stop', async (role) => {
    const visit = await demo.open();
    const trap = await trapFor(visit);
    await visit.signIn(role);
    const ids = await idsOf(demo);
    let shown = 0;
    for (const path of tour[role] ?? []) {
      await visit.go(at(path, ids));
      shown += (await visit.page.locator('body').innerText()).split('trapped(1)').length - 1;
    }
    if (role !== 'funder') expect(shown).toBeGreaterThan(0);
    expect(trap).toEqual({ ran: [], violations: [] });
    await visit.context.close();
  });

  it('would not run even where a page took them for its own, and the policy says so', async () => {
    const visit = await demo.open();
    const trap = await trapFor(visit);
    await visit.signIn('coach');
    await visit.page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="data:x" onerror="trapped(1)">'));
    await visit.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'trapped(2)';
      document.body.append(script);
    });
    for (let tries = 0; tries < 100 && trap.violations.length < 2; tries++) await visit.page.waitForTimeout(50);
    expect(trap.ran).toEqual([]);
    expect(trap.violations.map((one) => one.split(' ')[0]).sort()).toEqual(['script-src-attr', 'script-src-elem']);
    await visit.context.close();
  });

  it('a page may be framed by nobody, holds no object, and has no base but its own', async () => {
    const response = await fetch(demo.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const rule of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) expect(policy).toContain(rule);
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']{16,}'(;|$)/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
