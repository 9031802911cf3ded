import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';
import { startApi } from '../processes.js';
import { casesOf } from './cases.js';

let demo: DemoApi;
let administrator: Client;
beforeAll(async () => {
  demo = await demoApi();
  administrator = await demo.as('administrator');
}, 180_000);
afterAll(() => demo.stop());

const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds));

/** Asks fifty times a second while a right is withdrawn, and for a second after: what requests got that were sent after the withdrawal was answered. */
async function whileWithdrawn(ask: () => Promise<{ status: number }>, withdraw: () => Promise<unknown>) {
  const statuses: { status: number; after: boolean }[] = [];
  let withdrawn = false;
  let going = true;
  const asking: Promise<void>[] = [];
  const clock = (async () => {
    while (going) {
      const after = withdrawn;
      asking.push(ask().then(({ status }) => void statuses.push({ status, after })));
      await pause(20);
    }
  })();
  while (statuses.length < 10) await pause(5);
  await withdraw();
  withdrawn = true;
  await pause(1_000);
  going = false;
  await clock;
  await Promise.all(asking);
  const of = (when: boolean) => [...new Set(statuses.filter(({ after }) => after === when).map(({ status }) => status))];
  return { before: of(false), after: of(true), asked: statuses.filter(({ after }) => after).length };
}

const idOf = async (email: string) => String((await demo.database.sql('select id from app.staff where email = $1', [email]))[0]?.id);

describe('abuse case 12: a right that is withdrawn, and still works', () => {
  it('a role that ends is over for the first request after the answer that ended it, on another server, too', async () => {
    const elsewhere = await startApi(demo.database);
    const coach = await demo.as('coach');
    const id = await idOf('coach@stegvis.example');
    const { body: held } = await administrator.get<{ id: string; version: number; validFrom: string }[]>(`/api/role-assignments?staffId=${id}`);
    expect(held).toHaveLength(1);
    const end = async () => {
      for (const one of held)
        expect(
          (await administrator.put(`/api/role-assignments/${one.id}`, { validFrom: '2020-01-01', validTo: '2020-01-02', version: one.version }))
            .status,
        ).toBe(200);
    };
    let turn = 0;
    const ask = () =>
      turn++ % 2 ? coach.get('/api/participants') : fetch(`${elsewhere.url}/api/participants`, { headers: { Cookie: coach.session } });
    const { before, after, asked } = await whileWithdrawn(ask, end);
    expect(before).toContain(200);
    expect([after, asked > 20]).toEqual([[403], true]);
    await elsewhere.stop();
    const [one] = (await administrator.get<{ id: string; version: number }[]>(`/api/role-assignments?staffId=${id}`)).body;
    expect(
      (await administrator.put(`/api/role-assignments/${one?.id}`, { validFrom: held[0]?.validFrom, validTo: null, version: one?.version })).status,
    ).toBe(200);
  }, 60_000);

  it('a case that goes to somebody else is gone with it', async () => {
    const coach = await demo.as('coach');
    const { own } = await casesOf(demo.database);
    const id = await idOf('coach@stegvis.example');
    const take = () =>
      demo.database.sql(
        `update app.enrolment_coach set valid_from = app.today() - 20, valid_to = app.today() - 1, version = version + 1 where enrolment_id = $1 and staff_id = $2`,
        [own.enrolments, id],
      );
    const { before, after, asked } = await whileWithdrawn(() => coach.get(`/api/participants/${own.participants}`), take);
    expect(before).toContain(200);
    expect([after, asked > 20]).toEqual([[404], true]);
  }, 60_000);

  it('an account that is closed has no session any more', async () => {
    const leader = await demo.as('local-leader');
    const id = await idOf('local-leader@stegvis.example');
    const { body: staff } = await administrator.get<Record<string, unknown>>(`/api/staff/${id}`);
    const close = async () => expect((await administrator.put(`/api/staff/${id}`, { ...staff, active: false })).status).toBe(200);
    const { before, after, asked } = await whileWithdrawn(() => leader.get('/api/participants'), close);
    expect(before).toContain(200);
    expect([after, asked > 20]).toEqual([[401], true]);
    expect((await leader.post('/api/auth/sign-in', { email: 'local-leader@stegvis.example', password: 'stegvis-demo' })).status).toBe(401);
  }, 60_000);
});
