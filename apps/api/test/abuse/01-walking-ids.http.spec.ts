import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mayUse, type Verb } from '@stegvis/contracts/permissions/permissions';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import { protect } from '@stegvis/domain/participants/testing';
import type { Answer, Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';
import type { Circumstances } from '../matrix/requests.js';
import { askOf } from '../matrix/requests.js';
import { notedOf } from '../noted.js';
import { type Case, casesOf } from './cases.js';

let demo: DemoApi;
let coach: Client;
let routes: { route: string; word: keyof Case }[];
let own: Case;
let foreign: [whose: string, is: Case][];
let days: Circumstances['days'];

beforeAll(async () => {
  demo = await demoApi();
  coach = await demo.as('coach');
  const { body } = await coach.get<{ paths: Record<string, Record<string, { 'x-verb'?: Verb }>> }>('/api/openapi.json');
  const cases = await casesOf(demo.database);
  own = cases.own;
  await protect(demo.database, cases.hidden.participants, [cases.colleague]);
  foreign = [
    ['a colleague’s', cases.sameSite],
    ['another organisation’s', cases.otherOrganisation],
    ['a protected person’s', cases.hidden],
  ];
  routes = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { 'x-verb': verb }]) => {
      const word = path.split('/')[2] as keyof Case;
      return path.includes('{id}') && word in own && verb && mayUse(['coach'], verb) ? [{ route: `${method.toUpperCase()} ${path}`, word }] : [];
    }),
  );
  [days] = (await demo.database.sql<Circumstances['days']>(
    `select app.today()::text as today, (app.today() - 1)::text as yesterday, (app.today() - 7)::text as "lastWeek", (app.today() + 7)::text as "nextWeek"`,
  )) as [Circumstances['days']];
}, 180_000);
afterAll(() => demo.stop());

const saying = ({ status, body }: Answer<ProblemDocument>) => [status, { ...body, requestId: '' }];
const written = async () => (await demo.database.sql('select count(*)::integer as versions from history.row_version'))[0];

/** A body that would do for one of the own records: what is refused is the id. */
async function bodyOf(route: string, word: keyof Case): Promise<unknown> {
  const asReader: Circumstances['asReader'] = async <T>(method: string, path: string, sent?: unknown) =>
    (await coach.send<T>(method, path, sent)).body;
  const record = { id: own[word], participantId: own.participants, enrolmentId: own.enrolments } as Circumstances['record'];
  return (await askOf(route).body?.({ record, askerId: '', days, siteId: own.site, asReader })) ?? (route.startsWith('GET') ? undefined : {});
}

describe('abuse case 1: walking through ids', () => {
  it('ends on every route that takes an id at what an id gets that nobody has; nothing is written, and each try is noted once', async () => {
    // A route without one of the own records to imitate would prove nothing.
    expect(routes.length).toBeGreaterThan(20);
    const wrong: unknown[] = [];
    for (const { route, word } of routes) {
      const [method = '', path = ''] = route.split(' ');
      const body = await bodyOf(route, word);
      const send = (id: string) => coach.send<ProblemDocument>(method, path.replace('{id}', id), body);
      const before = await written();
      const unknown = await send(randomUUID());
      if (unknown.status !== 404) wrong.push([route, 'an id that nobody has', saying(unknown)]);
      for (const [whose, is] of foreign) {
        const id = is[word];
        const answer = await send(id);
        if (JSON.stringify(saying(answer)) !== JSON.stringify(saying(unknown))) wrong.push([route, whose, saying(answer)]);
        const noted = (await notedOf(demo, answer)).map(({ outcome, record, participants }) => ({ outcome, record, participants }));
        if (JSON.stringify(noted) !== JSON.stringify([{ outcome: 'refused', record: id, participants: [] }]))
          wrong.push([route, whose, 'noted', noted]);
      }
      if (JSON.stringify(await written()) !== JSON.stringify(before)) wrong.push([route, 'wrote something']);
    }
    expect(wrong).toEqual([]);
  });

  it('the same ids are there for those who work with them', async () => {
    for (const path of [`participants/${own.participants}`, `enrolments/${own.enrolments}`, `meetings/${own.meetings}`])
      expect([path, (await coach.get(`/api/${path}`)).status]).toEqual([path, 200]);
  });
});
