import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Enrolment } from '@stegvis/contracts/enrolments/enrolment';
import type { Meeting } from '@stegvis/contracts/meetings/meeting';
import jsonServerProvider from 'ra-data-json-server';
import type { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';

let demo: DemoApi;
let coach: Client;
beforeAll(async () => {
  demo = await demoApi();
  coach = await demo.as('coach');
}, 180_000);
afterAll(() => demo.stop());

/** The published provider as it is; only the transport adds what a browser adds by itself: cookie and Origin. */
function provider(client: Client) {
  return jsonServerProvider(`${client.url}/api`, async (url, options = {}) => {
    const { status, body, headers } = await client.send(
      options.method ?? 'GET',
      String(url).slice(client.url.length),
      options.body as string | undefined,
    );
    if (status >= 300) throw Object.assign(new Error(`${options.method ?? 'GET'} ${url}: ${status} ${JSON.stringify(body)}`), { status, body });
    return { status, headers, body: JSON.stringify(body), json: body };
  });
}

describe('the published ra-data-json-server provider', () => {
  it('lists, reads, creates and changes meetings', async () => {
    const data = provider(coach);
    const { data: meetings, total } = await data.getList<Meeting>('meetings', {
      pagination: { page: 1, perPage: 5 },
      sort: { field: 'startsAt', order: 'DESC' },
      filter: { status: 'held' },
    });
    expect(meetings).toHaveLength(5);
    expect(total).toBeGreaterThan(5);
    expect([...meetings].sort((a, b) => b.startsAt.localeCompare(a.startsAt)).map((one) => one.id)).toEqual(meetings.map((one) => one.id));
    expect(meetings.every((one) => one.status === 'held')).toBe(true);

    const { data: enrolments } = await data.getList<Enrolment>('enrolments', {
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'startDate', order: 'ASC' },
      filter: { status: 'active' },
    });
    const enrolmentId = enrolments[0]?.id;
    const startsAt = new Date(Date.now() - 7_200_000).toISOString();
    const { data: made } = await data.create<Meeting>('meetings', {
      data: {
        startsAt,
        minutes: 45,
        attendances: [{ enrolmentId, summary: 'Vi gick igenom planen.', internalNote: 'Trött i dag.' }],
      } as unknown as Partial<Meeting>,
    });
    expect(made).toMatchObject({ startsAt, minutes: 45, status: 'held', kind: 'individual', channel: 'office', version: 1 });
    expect(made.attendances[0]).toMatchObject({ enrolmentId, state: 'attended', summary: 'Vi gick igenom planen.', internalNote: 'Trött i dag.' });

    const { data: read } = await data.getOne<Meeting>('meetings', { id: made.id });
    expect(read).toEqual({ ...made });
    const { data: changed } = await data.update<Meeting>('meetings', { id: made.id, data: { ...read, minutes: 30 }, previousData: read });
    expect(changed).toMatchObject({ minutes: 30, version: 2 });
    expect(changed.attendances[0]?.internalNote).toBe('Trött i dag.');

    const { data: many } = await data.getMany<Meeting>('meetings', { ids: [made.id, meetings[0]?.id ?? ''] });
    expect(many.map((one) => one.id).sort()).toEqual([made.id, meetings[0]?.id].sort());
    const { data: behind, total: behindTotal } = await data.getManyReference<Meeting>('meetings', {
      target: 'enrolmentId',
      id: enrolmentId ?? '',
      pagination: { page: 1, perPage: 100 },
      sort: { field: 'startsAt', order: 'DESC' },
      filter: {},
    });
    expect(behind.map((one) => one.id)).toContain(made.id);
    expect(behindTotal).toBe(behind.length);
  });

  it('is told when somebody else was faster, with the record as it is now', async () => {
    const data = provider(coach);
    const { data: meetings } = await data.getList<Meeting>('meetings', {
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'startsAt', order: 'DESC' },
      filter: { status: 'held' },
    });
    const read = meetings[0] as Meeting;
    await data.update<Meeting>('meetings', { id: read.id, data: { ...read, minutes: 20 }, previousData: read });
    await expect(data.update<Meeting>('meetings', { id: read.id, data: { ...read, minutes: 10 }, previousData: read })).rejects.toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile', current: { minutes: 20, version: read.version + 1 } },
    });
  });
});

describe('every resource', () => {
  it.each([
    ['participants', 'coach'],
    ['enrolments', 'coach'],
    ['stage-periods', 'coach'],
    ['meetings', 'coach'],
    ['reminders', 'local-leader'],
    ['report-runs', 'project-leader'],
    ['report-schedules', 'project-leader'],
    ['targets', 'administrator'],
    ['projects', 'administrator'],
    ['organisations', 'administrator'],
    ['sites', 'administrator'],
    ['staff', 'administrator'],
    ['role-assignments', 'administrator'],
  ])('%s takes back what it gave: PUT(GET(x)) is 200 (as %s)', async (resource, role) => {
    const client = await demo.as(role);
    const { body: rows } = await client.get<{ id: string }[]>(`/api/${resource}?_start=0&_end=100`);
    expect(rows.length).toBeGreaterThan(0);
    const answers = [];
    for (const row of rows.slice(0, 20)) {
      const { body, headers } = await client.get<{ id: string; version: number }>(`/api/${resource}/${row.id}`);
      expect(headers.get('etag')).toBe(`"${body.version}"`);
      const answer = await client.put<{ version: number }>(`/api/${resource}/${row.id}`, body);
      answers.push(answer.status === 200 ? 200 : { id: row.id, status: answer.status, body: answer.body });
      // A change of nothing, where nothing may be changed any more, leaves the version.
      if (answer.status === 200) expect([body.version, body.version + 1]).toContain(answer.body.version);
    }
    expect(answers.filter((one) => one !== 200)).toEqual([]);
  });

  it('refuses a change that does not say which version it was made from', async () => {
    const { body: rows } = await coach.get<{ id: string; version: number }[]>('/api/meetings?_start=0&_end=1');
    const { version: _version, ...rest } = rows[0] as { id: string; version: number };
    expect((await coach.put(`/api/meetings/${rest.id}`, rest)).status).toBe(428);
    expect((await coach.put(`/api/meetings/${rest.id}`, rest, { 'If-Match': '"999999"' })).status).toBe(412);
  });
});
