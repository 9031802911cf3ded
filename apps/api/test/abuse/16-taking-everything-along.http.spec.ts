import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { protect } from '@stegvis/domain/participants/testing';
import { type DemoApi, demoApi } from '../demo-api.js';
import { type OpenApi } from '../malformed.js';
import { notedOf } from '../noted.js';
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
