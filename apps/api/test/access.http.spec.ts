import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Submission } from '@stegvis/contracts/submissions/submission';
import { type DemoApi, demoApi } from './demo-api.js';
import type { OpenApi } from './malformed.js';

let demo: DemoApi;
beforeAll(async () => {
  demo = await demoApi();
}, 180_000);
afterAll(() => demo.stop());

/** Names, and beginnings of identity numbers, that must not occur where nobody may see a person. */
async function peoplesNames(): Promise<string[]> {
  const rows = await demo.database.sql<{ name: string }>(`select given_name || ' ' || family_name as name from app.participant`);
  return rows.map((row) => row.name);
}

/** Whether a text names one of them. Somebody else may be called so and a little longer: Sara Berg is not Sara Bergström. */
const names = (people: readonly string[], text: string): boolean => people.some((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(text));

/** Every id of a case row that exists. */
async function caseIds(): Promise<string[]> {
  const rows = await demo.database.sql<{ id: string }>(
    `(select id from app.participant limit 5) union all (select id from app.enrolment limit 5) union all (select id from app.meeting limit 5) union all (select id from app.stage_period limit 5)
     union all (select id from app.report_run limit 5) union all (select id from app.reminder limit 5)`,
  );
  return rows.map((row) => row.id);
}

describe('a funder', () => {
  it('meets no participant on any route, with any id', async () => {
    const funder = await demo.as('funder');
    const { body: api } = await funder.get<OpenApi>('/api/openapi.json');
    const people = await peoplesNames();
    const ids = await caseIds();
    const gets = Object.entries(api.paths).filter(([, operations]) => 'get' in operations);
    const leaks: string[] = [];
    for (const [path] of gets) {
      for (const id of path.includes('{') ? ids : ['']) {
        const { status, body } = await funder.get(path.replace(/\{\w+\}/g, id));
        const text = JSON.stringify(body);
        if (names(people, text)) leaks.push(`${path} names somebody`);
        if (status === 200 && ids.some((one) => text.includes(one))) leaks.push(`${path} shows a case's id`);
      }
    }
    expect(leaks).toEqual([]);
  });

  it('reads the submitted report of last month, with small groups hidden', async () => {
    const funder = await demo.as('funder');
    const { body: submissions } = await funder.get<Submission[]>('/api/submissions?_sort=periodEnd&_order=DESC&_start=0&_end=10');
    const [lastMonth] = await demo.database.sql<{ start: string; end: string }>(
      `select to_char(date_trunc('month', app.today()) - interval '1 month', 'YYYY-MM-DD') as start, to_char(date_trunc('month', app.today()) - interval '1 day', 'YYYY-MM-DD') as "end"`,
    );
    const newest = submissions.filter((one) => one.periodStart === lastMonth?.start && one.periodEnd === lastMonth?.end);
    expect(newest.map((one) => one.projectName).length).toBeGreaterThan(0);
    const { body: report } = await funder.get<Submission>(`/api/submissions/${newest[0]?.id}`);
    const shown = report.rows.flatMap((row) => [row.woman, row.man, row.nonBinary, row.total]);
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((cell) => cell !== null && /^[1-4]$/.test(cell))).toEqual([]);
    expect(shown).toContain(null);
    const reports = await Promise.all(submissions.map(({ id }) => funder.get<Submission>(`/api/submissions/${id}`)));
    expect(reports.flatMap(({ body }) => body.rows.map(({ total }) => total))).toContain('<5');
  });

  it('may not use any verb of casework', async () => {
    const funder = await demo.as('funder');
    const [id] = await caseIds();
    for (const path of [
      '/api/participants',
      '/api/enrolments',
      '/api/meetings',
      '/api/stage-periods',
      `/api/enrolments/${id}/exit`,
      '/api/report-runs',
    ])
      expect((await funder.post(path)).status).toBe(403);
    for (const path of ['/api/participants', '/api/enrolments', '/api/meetings', '/api/reminders', '/api/report-runs', '/api/my-day', '/api/staff'])
      expect((await funder.get(path)).status).toBe(403);
  });
});

describe('a coach', () => {
  it('sees own participants and no others, whether listed, counted, opened or changed', async () => {
    const coach = await demo.as('coach');
    const own = await demo.database.sql<{ id: string }>(
      `select distinct e.participant_id as id from app.enrolment_coach c join app.enrolment e on e.id = c.enrolment_id join app.staff s on s.id = c.staff_id
       where s.email = 'coach@stegvis.example' and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())`,
    );
    const { body, headers } = await coach.get<{ id: string }[]>('/api/participants?_start=0&_end=100');
    expect(body.map((row) => row.id).sort()).toEqual(own.map((row) => row.id).sort());
    expect(headers.get('x-total-count')).toBe(String(own.length));
    const [other] = await demo.database.sql<{ id: string }>(`select id from app.participant where not (id = any ($1)) limit 1`, [
      own.map((row) => row.id),
    ]);
    const strange = await coach.get<{ code: string }>(`/api/participants/${other?.id}`);
    const unknown = await coach.get<{ code: string }>('/api/participants/00000000-0000-4000-8000-000000000000');
    expect([strange.status, strange.body.code]).toEqual([404, 'not-found']);
    expect({ ...strange.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect((await coach.get(`/api/participants/${other?.id}/page`)).status).toBe(404);
  });
});

describe('a project leader', () => {
  it('sees enrolments without names, and no participant or meeting', async () => {
    const leader = await demo.as('project-leader');
    const people = await peoplesNames();
    const { body } = await leader.get<{ participantName: string | null }[]>('/api/enrolments?_start=0&_end=100');
    expect(body).toHaveLength(100);
    expect(names(people, JSON.stringify(body))).toBe(false);
    // Names are there for whom they were granted to (name-grants.http.spec.ts).
    expect((await leader.get('/api/participants')).body).toEqual([]);
    expect((await leader.get('/api/meetings')).status).toBe(403);
  });
});

describe('an administrator', () => {
  it('keeps accounts and sees no case', async () => {
    const administrator = await demo.as('administrator');
    for (const path of [
      '/api/participants',
      '/api/enrolments',
      '/api/meetings',
      '/api/reminders',
      '/api/my-day',
      '/api/report-runs',
      '/api/submissions',
    ])
      expect((await administrator.get(path)).status).toBe(403);
    expect((await administrator.get<unknown[]>('/api/staff')).body.length).toBeGreaterThan(5);
  });

  it('cannot give a role to themself', async () => {
    const administrator = await demo.as('administrator');
    const { body: me } = await administrator.get<{ id: string }>('/api/auth/me');
    const { body: sites } = await administrator.get<{ id: string }[]>('/api/sites');
    const { status } = await administrator.post('/api/role-assignments', {
      staffId: me.id,
      role: 'coach',
      siteId: sites[0]?.id,
      validFrom: '2026-01-01',
    });
    expect(status).toBe(403);
  });
});

describe('somebody who is not signed in', () => {
  it('gets nothing but health and the description of the API', async () => {
    const nobody = await demo.as('funder');
    await nobody.post('/api/auth/sign-out');
    const { body: api } = await nobody.get<OpenApi>('/api/openapi.json');
    for (const path of Object.keys(api.paths).filter((one) => 'get' in (api.paths[one] ?? {}) && !one.startsWith('/health'))) {
      expect({ path, status: (await nobody.get(path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000'))).status }).toEqual({
        path,
        status: 401,
      });
    }
  });
});
