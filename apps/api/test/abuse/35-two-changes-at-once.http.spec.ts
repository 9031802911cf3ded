import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import type { Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';
import { type Cases, casesOf } from './cases.js';

const rounds = process.env.TEST_LONG === '1' ? 200 : 5;

let demo: DemoApi;
let clients: Client[];
let cases: Cases;
beforeAll(async () => {
  demo = await demoApi();
  clients = [await demo.as('coach'), await demo.as('local-leader')];
  cases = await casesOf(demo.database);
}, 180_000);
afterAll(() => demo.stop());

const [writers, path] = [50, () => `/api/participants/${cases.own.participants}`];
type Person = Record<string, unknown> & { version: number; phone: string };
const person = async () => (await (clients[0] as Client).get<Person>(path())).body;
const client = (nth: number) => clients[nth % clients.length] as Client;

/** How many won, and what the others were told; whoever loses a race in the last moment is told 412, whichever way the version was sent. */
const winners = (statuses: number[], winning: number) => [
  statuses.filter((status) => status === winning).length,
  [...new Set(statuses.map((status) => (status === 412 ? 409 : status)))].sort(),
];

describe('abuse case 35: two change the same at once, or one sends twice', () => {
  it(`of ${writers} changes from the same version one is made, and the others are told, ${rounds} times`, async () => {
    for (let round = 0; round < rounds; round++) {
      const before = await person();
      const answers = await Promise.all(
        Array.from({ length: writers }, (_one, nth) =>
          client(nth).send<Person>(
            'PUT',
            path(),
            { ...before, version: undefined, phone: `070-${round}-${nth}` },
            { 'If-Match': `"${before.version}"` },
          ),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(writers - 1).fill(412)]);
      const after = await person();
      expect(after.version).toBe(before.version + 1);
      expect(after.phone).toBe(answers.find(({ status }) => status === 200)?.body.phone);
    }
  }, 240_000);

  it('whoever sent the version in the body is given the record as it stands now', async () => {
    const before = await person();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_one, nth) => client(nth).put<ProblemDocument & { current?: Person }>(path(), { ...before, phone: `073-${nth}` })),
    );
    expect(
      winners(
        answers.map(({ status }) => status),
        200,
      ),
    ).toEqual([1, [200, 409]]);
    const now = await person();
    for (const { body } of answers.filter(({ status }) => status === 409))
      expect(body.current).toMatchObject({ version: now.version, phone: now.phone });
  });

  it('a change that says no version is not made', async () => {
    const before = await person();
    const { version: _left, ...rest } = before;
    expect((await client(0).put(path(), rest)).status).toBe(428);
    expect((await person()).version).toBe(before.version);
  });

  it('a verb that is sent twenty times at once is done once', async () => {
    const [{ today } = { today: '' }] = await demo.database.sql<{ today: string }>('select app.today()::text as today');
    const referral = {
      givenName: 'Dubbel',
      familyName: 'Sändning',
      dateOfBirth: '1990-05-17',
      gender: 'man',
      identityKind: 'none',
      siteId: cases.own.site,
      referredOn: today,
    };
    const made = await client(0).post<{ enrolmentId: string }>('/api/participants', referral);
    const accept = () => client(0).post(`/api/enrolments/${made.body.enrolmentId}/accept`, { startDate: today, stage: 'coaching' });
    const accepted = await Promise.all(Array.from({ length: 20 }, accept));
    expect(
      winners(
        accepted.map(({ status }) => status),
        200,
      ),
    ).toEqual([1, [200, 409]]);
    const [rows] = await demo.database.sql(
      `select (select count(*)::integer from app.stage_period where enrolment_id = $1) as stages, (select count(*)::integer from app.enrolment_coach where enrolment_id = $1) as coaches`,
      [made.body.enrolmentId],
    );
    expect(rows).toEqual({ stages: 1, coaches: 1 });
    const { body: reminders } = await client(0).get<{ id: string }[]>('/api/reminders?state=open&_end=1');
    const completed = await Promise.all(
      Array.from({ length: 20 }, () => client(0).post(`/api/reminders/${reminders[0]?.id}/complete`, { note: 'Klart' })),
    );
    expect(
      winners(
        completed.map(({ status }) => status),
        200,
      ),
    ).toEqual([1, [200, 409]]);
  });

  it('a person with a number who is registered twenty times at once is registered once', async () => {
    const [{ today } = { today: '' }] = await demo.database.sql<{ today: string }>('select app.today()::text as today');
    const referral = {
      givenName: 'Tjugo',
      familyName: 'Gånger',
      dateOfBirth: '1991-07-17',
      gender: 'woman',
      identityKind: 'personnummer',
      identityNumber: '19910717-2380',
      siteId: cases.own.site,
      referredOn: today,
    };
    const answers = await Promise.all(Array.from({ length: 20 }, (_one, nth) => client(nth).post('/api/participants', referral)));
    expect(
      winners(
        answers.map(({ status }) => status),
        201,
      ),
    ).toEqual([1, [201, 409]]);
    expect(await demo.database.sql(`select count(*)::integer as count from app.participant where family_name = 'Gånger'`)).toEqual([{ count: 1 }]);
  });
});
