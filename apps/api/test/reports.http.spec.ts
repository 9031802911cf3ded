import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Dashboard } from '@stegvis/contracts/dashboard/dashboard';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import type { ReportRun, ReportRunPage } from '@stegvis/contracts/report-runs/report-run';
import type { Submission } from '@stegvis/contracts/submissions/submission';
import type { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';

/** The worker beside the API builds what was asked for; until it has, the record changes by itself. */
async function untilBuilt(leader: Client, id: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await leader.get<ReportRunPage>(`/api/report-runs/${id}`)).body.state === 'draft') return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error('the worker has not built the report');
}

describe('progress and reports over HTTP', () => {
  let demo: DemoApi;
  let leader: Client;
  let localLeader: Client;
  let funder: Client;

  beforeAll(async () => {
    demo = await demoApi();
    [leader, localLeader, funder] = await Promise.all([demo.as('project-leader'), demo.as('local-leader'), demo.as('funder')]);
  }, 180_000);
  afterAll(() => demo.stop());

  it('shows a leader the dashboard of what they lead, and nothing of the rest', async () => {
    const sites = await leader.get<{ projectId: string; name: string }[]>('/api/sites?_end=100');
    const gotland = sites.body.find((site) => site.name === 'Gotland')?.projectId;
    const other = sites.body.find((site) => site.projectId !== gotland)?.projectId;
    const [all, own] = await Promise.all([leader, localLeader].map((client) => client.get<Dashboard>(`/api/dashboards/${gotland}`)));
    expect([all?.status, own?.status]).toEqual([200, 200]);
    expect(own?.body.active).toBeLessThan(all?.body.active as number);
    expect(own?.body.targets.every((target) => target.siteName === 'Gotland')).toBe(true);
    expect((await localLeader.get(`/api/dashboards/${other}`)).status).toBe(404);
    expect((await localLeader.get('/api/dashboards/none')).status).toBe(404);
    expect((await funder.get(`/api/dashboards/${gotland}`)).status).toBe(403);
  });

  it('gives the funder the submissions as files, without figures of small groups', async () => {
    const { body } = await funder.get<Submission[]>('/api/submissions?_sort=periodEnd&_order=DESC');
    const id = body[0]?.id;
    const csv = await funder.get<string>(`/api/submissions/${id}/export/csv`);
    expect([csv.status, csv.headers.get('content-type'), csv.headers.get('cache-control')]).toEqual([200, 'text/csv; charset=utf-8', 'no-store']);
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="Rapport-[A-Za-z0-9-]+\.csv"$/);
    expect(csv.body).toContain('"Kvinnor";"Män";"Icke-binära";"Totalt"');
    expect(csv.body).not.toMatch(/;"[1-4]"[;\r]/);
    expect((await funder.get<string>(`/api/submissions/${id}/export/csv?language=en`)).body).toContain('"Women";"Men"');
    const xlsx = await funder.get<string>(`/api/submissions/${id}/export/xlsx`);
    expect([xlsx.status, xlsx.headers.get('content-type'), xlsx.body.slice(0, 2)]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'PK',
    ]);
    expect((await localLeader.get(`/api/submissions/${id}/export/csv`)).status).toBe(403);
    for (const path of ['participants', 'enrolments', 'report-runs', 'report-schedules', 'reminders', 'meetings'])
      expect([path, (await funder.get(`/api/${path}`)).status]).toEqual([path, 403]);
  });

  it('lets the leader ask for a report, see it back, and stop a schedule', async () => {
    const [run] = (await leader.get<ReportRun[]>('/api/report-runs?state=submitted')).body;
    const asked = await leader.post<ReportRunPage>('/api/report-runs', {
      projectId: run?.projectId,
      periodStart: run?.periodStart,
      periodEnd: run?.periodEnd,
    });
    expect([asked.status, asked.body.state, asked.headers.get('etag')]).toEqual([201, 'requested', '"1"']);
    await untilBuilt(leader, asked.body.id);
    for (const id of [asked.body.id, run?.id]) {
      const read = await leader.get<ReportRunPage>(`/api/report-runs/${id}`);
      expect((await leader.put(`/api/report-runs/${id}`, read.body)).body).toEqual(read.body);
    }
    expect((await leader.get<string>(`/api/report-runs/${run?.id}/export/csv`)).status).toBe(200);
    const [schedule] = (await leader.get<{ id: string; version: number }[]>('/api/report-schedules')).body;
    expect((await leader.put(`/api/report-schedules/${schedule?.id}`, { ...schedule, active: false })).body).toMatchObject({
      active: false,
      version: 2,
    });
  });

  it('lets the funder return a report, and nobody else', async () => {
    const [sent] = (await funder.get<Submission[]>('/api/submissions?_sort=periodEnd&_order=DESC')).body as [Submission];
    const path = `/api/submissions/${sent.id}/return`;
    for (const client of [leader, localLeader, await demo.as('coach'), await demo.as('administrator')])
      expect((await client.post(path, { comment: 'Nej' })).status).toBe(403);
    for (const [body, input] of [
      [{}, 'comment'],
      [{ comment: '' }, 'comment'],
      [{ comment: 'x'.repeat(4001) }, 'comment'],
      [{ comment: 'Nej', returnedAt: '2026-01-01T00:00:00Z' }, 'returnedAt'],
    ] as const) {
      const { status, body: problem } = await funder.post<ProblemDocument>(path, body);
      expect([status, Object.keys(problem.errors ?? {})]).toEqual([400, [input]]);
    }
    const returned = await funder.post<Submission>(path, { comment: 'Antalet avslutade stämmer inte.' });
    expect([returned.status, returned.body.returnComment]).toEqual([200, 'Antalet avslutade stämmer inte.']);
    const again = await funder.post<ProblemDocument>(path, { comment: 'Igen' });
    expect([again.status, again.body.code]).toEqual([422, 'not-from-this-status']);
    const [run] = (await leader.get<ReportRun[]>('/api/report-runs?state=returned')).body;
    expect(run).toMatchObject({ state: 'returned', returnComment: 'Antalet avslutade stämmer inte.', returnedByName: returned.body.returnedByName });
    expect((await funder.get<string>(`/api/submissions/${sent.id}/export/csv`)).status).toBe(200);
  });
});
