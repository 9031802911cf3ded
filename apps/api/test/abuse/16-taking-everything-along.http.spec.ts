import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import { protect } from '@stegvis/domain/participants/testing';
import { type Answer, Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';
import { type OpenApi } from '../malformed.js';
import { notedOf } from '../noted.js';
import { startApi } from '../processes.js';
import { type Cases, casesOf } from './cases.js';

const largestPage = 100;

let demo: DemoApi;
let cases: Cases;
beforeAll(async () => {
  demo = await demoApi();
  cases = await casesOf(demo.database);
  await protect(demo.database, cases.hidden.participants, [cases.colleague]);
}, 180_000);
afterAll(() => demo.stop());

/** Every list of the API. */
async function lists(): Promise<string[]> {
  const { body } = await (await demo.as('coach')).get<OpenApi & { paths: Record<string, { get?: { parameters?: { name: string }[] } }> }>(
    '/api/openapi.json',
  );
  return Object.entries(body.paths).flatMap(([path, { get }]) => (get?.parameters?.some(({ name }) => name === '_end') ? [path] : []));
}

describe('abuse case 16: somebody with the right to look takes everything along', () => {
  it.each(['coach', 'local-leader', 'project-leader', 'administrator'])(
    'no list gives a %s more than a page of a hundred, whatever is asked',
    async (role) => {
      const client = await demo.as(role);
      const paths = await lists();
      expect(paths.length).toBeGreaterThan(10);
      for (const path of paths)
        for (const query of [
          '_end=100000',
          '_start=0&_end=101',
          '_start=5&_end=1000000000',
          '_end=1e9',
          '_end=-1',
          'perPage=100000',
          'limit=1000',
          'range=[0,9999]',
        ]) {
          const { status } = await client.get(`${path}?${query}`);
          expect([path, query, [400, 403].includes(status)]).toEqual([path, query, true]);
        }
      for (const path of paths) {
        const { status, body } = await client.get<unknown[]>(`${path}?_end=${largestPage}`);
        if (status === 200) expect([path, body.length <= largestPage]).toEqual([path, true]);
        // Left out, a page is shorter still.
        const plain = await client.get<unknown[]>(path);
        if (plain.status === 200) expect([path, plain.body.length <= 25]).toEqual([path, true]);
      }
    },
  );

  it('asking for many ids gives no more than a page, and searching gives a handful', async () => {
    const leader = await demo.as('project-leader');
    const ids = (await demo.database.sql<{ id: string }>('select id from app.enrolment order by id limit 150')).map(({ id }) => `id=${id}`);
    const { status, body } = await leader.get<unknown[]>(`/api/enrolments?${ids.join('&')}&_end=100`);
    expect([status, body.length > 50, body.length <= largestPage]).toEqual([200, true, true]);
    const found = await (await demo.as('local-leader')).post<{ people: unknown[] }>('/api/search', { q: 'a' });
    expect(found.body.people.length).toBeLessThanOrEqual(10);
  });

  it('whoever leafs through the whole list leaves every person of every page in the access log, and meets no protected one', async () => {
    const leader = await demo.as('local-leader');
    const taken: string[] = [];
    const noted: string[] = [];
    for (let start = 0, more = true; more; start += 10) {
      const answer = await leader.get<{ id: string }[]>(`/api/participants?_start=${start}&_end=${start + 10}`);
      taken.push(...answer.body.map(({ id }) => id));
      const events = await notedOf(demo, answer);
      noted.push(...events.flatMap(({ participants }) => participants));
      more = answer.body.length > 0;
    }
    expect(taken.length).toBeGreaterThan(30);
    expect([...noted].sort()).toEqual([...taken].sort());
    expect(taken).not.toContain(cases.hidden.participants);
  });

  describe('whoever leafs faster than anybody reads', () => {
    /** Different pages of a list with some hundred rows each; the same page again would be free. */
    const pages = async (client: Client, count: number) => {
      const answers: Answer<ProblemDocument>[] = [];
      for (let page = 0; page < count; page++)
        answers.push(await client.get<ProblemDocument>(`/api/meetings?_sort=startsAt&_order=DESC&_start=${page}&_end=${page + largestPage}`));
      return answers;
    };
    const forget = () => demo.database.sql('delete from access_log.page');
    beforeEach(forget);

    it('is refused the thirty-first of the largest pages in a minute, told when to go on, and noted', async () => {
      const leader = await demo.as('local-leader');
      const answers = await pages(leader, 31);
      expect(answers.map(({ status }) => status)).toEqual([...Array<number>(30).fill(200), 429]);
      const [last] = answers.slice(-1);
      const wait = Number(last?.headers.get('retry-after'));
      expect([wait > 0, wait <= 60, last?.body.code, last?.body.message.includes(`om ${wait} sekunder`)]).toEqual([
        true,
        true,
        'too-many-pages',
        true,
      ]);
      expect(await notedOf(demo, last as Answer)).toMatchObject([{ action: 'meetings.read', outcome: 'refused', participants: [] }]);
      // Every list about people is counted together; what is about nobody, one record, a search and the own day are not.
      const paths = ['/api/participants?_start=1', '/api/enrolments?_start=1', '/api/reminders?_start=1', '/api/projects', '/api/my-day'];
      const statuses = await Promise.all(paths.map(async (path) => (await leader.get(path)).status));
      expect(statuses).toEqual([429, 429, 429, 200, 200]);
      expect((await leader.get(`/api/participants/${cases.own.participants}/page`)).status).toBe(200);
      expect((await leader.post('/api/search', { q: 'an' })).status).toBe(200);
      // A page that was read is read again, and a colleague is in nobody's way.
      expect((await leader.get(`/api/meetings?_sort=startsAt&_order=DESC&_start=0&_end=${largestPage}`)).status).toBe(200);
      expect((await (await demo.as('coach')).get('/api/participants?_start=1')).status).toBe(200);
    });

    it('gains nothing by asking many at once, nor by another API process, and goes on when the time is over', async () => {
      const other = await startApi(demo.database);
      try {
        const [here, there] = [await demo.as('local-leader'), await Client.signedIn(other.url, 'local-leader@stegvis.example')];
        const asked = Array.from({ length: 60 }, (_one, page) =>
          (page % 2 ? here : there).get(`/api/meetings?_sort=startsAt&_order=ASC&_start=${page}&_end=${page + largestPage}`),
        );
        const statuses = (await Promise.all(asked)).map(({ status }) => status);
        expect([200, 429].map((status) => statuses.filter((one) => one === status).length)).toEqual([30, 30]);
        const refused = await here.get('/api/participants?_start=2');
        expect(refused.status).toBe(429);
        await demo.database.sql(`update access_log.page set turned_to_at = turned_to_at - make_interval(secs => $1)`, [
          Number(refused.headers.get('retry-after')),
        ]);
        expect((await here.get('/api/participants?_start=2')).status).toBe(200);
        expect((await there.get('/api/participants?_start=3')).status).toBe(200);
      } finally {
        await other.stop();
      }
    });

    it('a person in a hurry is not: a hundred pages of the staff UI, filters and orders tried one after the other, pages turned to and fro', async () => {
      const leader = await demo.as('local-leader');
      const statuses = new Set<number>();
      for (let page = 0; page < 100; page++)
        statuses.add((await leader.get(`/api/meetings?_sort=startsAt&_order=DESC&_start=${page * 25}&_end=${(page + 1) * 25}`)).status);
      for (let again = 0; again < 200; again++)
        statuses.add((await leader.get(`/api/meetings?_start=${(again % 2) * 25}&_end=${(again % 2) * 25 + 25}`)).status);
      for (const word of ['a', 'an', 'ann', 'anna', 'anna b', 'anna be', 'anna ber', 'anna berg'])
        statuses.add((await leader.get('/api/participants?_end=25', { 'Stegvis-Words': encodeURIComponent(word) })).status);
      expect([...statuses]).toEqual([200]);
    });
  });

  it('the file of a report names nobody, and is another one’s to fetch only where the project is', async () => {
    const leader = await demo.as('project-leader');
    const { body: runs } = await leader.get<{ id: string }[]>('/api/report-runs?_end=1');
    const people = await demo.database.sql<{ name: string }>('select distinct family_name as name from app.participant');
    const file = await leader.get<string>(`/api/report-runs/${runs[0]?.id}/export/csv`);
    expect([file.status, people.filter(({ name }) => String(file.body).includes(name))]).toEqual([200, []]);
    for (const role of ['coach', 'local-leader', 'funder', 'administrator'])
      expect([role, (await (await demo.as(role)).get(`/api/report-runs/${runs[0]?.id}/export/csv`)).status]).toEqual([role, 403]);
  });
});
