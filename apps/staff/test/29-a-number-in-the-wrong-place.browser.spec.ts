import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Client } from '../../api/test/client.js';
import { everyRead } from '../../api/test/every-read.js';
import { type OurProcess, startWorker } from '../../api/test/processes.js';
import { type DemoUi, demoUi } from './browser.js';
import { addressesOf, keptBy } from './kept.js';
import { aReviewUnderWay } from './review.js';
import { at, idsOf, tour } from './tour.js';

/** Of letters that nothing escapes, so that each is found wherever it stands. */
const person = {
  givenName: 'Kanariagiven',
  familyName: 'Kanariafamily',
  phone: '0701740677',
  email: 'kanariamail@people.example',
  address: 'Kanariastreet 7',
  referredBy: 'Kanariareferrer',
};
const number = '199107172380';
const notes = { summary: 'Kanariasummary', internalNote: 'Kanariainternal', nextStep: 'Kanarianext' };
const canaries = [...Object.values(person), ...Object.values(notes), 'Kanariareminder', number, number.slice(2), '19910717-2380', '910717-2380'];
const found = (text: string) => canaries.filter((canary) => text.includes(canary));

let demo: DemoUi;
let onRedis: OurProcess | undefined;
/** Everything that was said to Redis. */
let toRedis = '';
let monitor: ReturnType<typeof connect> | undefined;
let made: { id: string; enrolmentId: string };

beforeAll(async () => {
  demo = await demoUi({ LOG_LEVEL: 'trace', SWEEP_EVERY_SECONDS: '5' });
  await aReviewUnderWay(demo);
  const redis = process.env.TEST_REDIS_URL;
  if (!redis) return;
  const { hostname, port } = new URL(redis);
  monitor = connect(Number(port), hostname, () => monitor?.write('MONITOR\r\n'));
  monitor.on('data', (data) => {
    toRedis += data.toString('latin1');
  });
  onRedis = await startWorker(demo.database, { REDIS_URL: redis, LOG_LEVEL: 'trace', SWEEP_EVERY_SECONDS: '5' }, 'the worker works');
});
afterAll(async () => {
  monitor?.destroy();
  await onRedis?.stop();
  await demo.stop();
});

/** What PostgreSQL itself has logged, of this server's whole life. */
const postgresLog = () => readFileSync(join(dirname(process.env.TEST_SECRETS ?? ''), 'postgres.log'), 'utf8');
/** The same, when a line that was sent after everything else has arrived. */
async function postgresLogUntil(last: string): Promise<string> {
  await demo.database.sql(`do $$ begin raise log '${last}'; end $$`);
  for (let tries = 0; !postgresLog().includes(last); tries++) {
    if (tries > 200) throw new Error('PostgreSQL’s log cannot be read');
    await new Promise((next) => setTimeout(next, 25));
  }
  return postgresLog();
}

/** What the queue holds, and what rings for it: every table outside the case, as the worker's role and the owner read them. */
async function queueRows(): Promise<string> {
  const worker = new pg.Client({ connectionString: demo.database.url('worker') });
  await worker.connect();
  const { rows } = await worker.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'app', 'history', 'sign_in', 'vault', 'access', 'access_log')`,
  );
  const texts: string[] = [];
  for (const { name } of rows) texts.push(JSON.stringify((await worker.query(`select t::text as row from ${name} t`)).rows));
  await worker.end();
  expect(rows.length).toBeGreaterThan(0);
  for (const table of ['app.doorbell', 'app.worker_heartbeat', 'access_log.event', 'app.report_cell'])
    texts.push(JSON.stringify(await demo.database.sql(`select t::text as row from ${table} t`)));
  return texts.join('\n');
}

interface Described {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: { $ref?: string } }> } }>>;
  components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
}

/** Asks every route of the API about the person, by id, and with what is known of them in every field and filter. */
async function askEverything(client: Client): Promise<number> {
  const { body: api } = await client.get<Described & Parameters<typeof everyRead>[0]>('/api/openapi.json');
  const ids = [made.id, made.enrolmentId];
  const reads = everyRead(api, { ids, texts: [person.familyName, number], days: ['1991-07-17'] });
  for (const path of reads) await client.get(path);
  let written = 0;
  for (const [path, methods] of Object.entries(api.paths))
    for (const [method, { requestBody }] of Object.entries(methods).filter(([name]) => name !== 'get')) {
      if (path.endsWith('/sign-out') || path.endsWith('end-others') || path.endsWith('end-sessions')) continue;
      const fields = Object.keys(
        api.components.schemas[requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1) ?? '']?.properties ?? {},
      );
      for (const canary of [person.familyName, number]) {
        const body = Object.fromEntries([...fields, 'unknown'].map((field) => [field, canary]));
        await client.send(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, made.id), body);
        await client.send(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, encodeURIComponent(canary)), JSON.stringify(body).slice(0, -1));
        written++;
      }
    }
  return reads.length + written;
}

/** A person whose every field is unique, with a meeting and a reminder, as the coach writes them down. */
async function writeDown(coach: Client): Promise<void> {
  const [place] = await demo.database.sql<{ id: string; today: string }>(
    `select r.site_id as id, app.today()::text as today from app.role_assignment r join app.staff s on s.id = r.staff_id where s.email = 'coach@stegvis.example' and r.role = 'coach'`,
  );
  const referral = {
    ...person,
    dateOfBirth: '1991-07-17',
    gender: 'woman',
    identityKind: 'personnummer',
    identityNumber: number,
    siteId: place?.id,
    referredOn: place?.today,
  };
  const { status, body } = await coach.post<typeof made>('/api/participants', referral);
  expect(status).toBe(201);
  made = body;
  expect((await coach.post('/api/participants', referral)).status).toBe(409);
  expect((await coach.post(`/api/enrolments/${made.enrolmentId}/accept`, { startDate: place?.today, stage: 'coaching' })).status).toBe(200);
  const attendances = [{ enrolmentId: made.enrolmentId, summary: notes.summary, internalNote: notes.internalNote, nextStep: notes.nextStep }];
  const startsAt = new Date(Date.now() - 60_000).toISOString();
  expect((await coach.post('/api/meetings', { startsAt, attendances })).status).toBe(201);
  await demo.database.sql(
    `insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, staff_id, due_date, note)
     select e.organisation_id, e.project_id, e.site_id, e.id, 'no-contact', e.id, c.staff_id, app.today(), 'Kanariareminder'
     from app.enrolment e join app.enrolment_coach c on c.enrolment_id = e.id where e.id = $1`,
    [made.enrolmentId],
  );
}

/** Faults of every kind in the database, in the middle of writing about the person: a check that fails, a key that is doubled, a fault that quotes the row. */
async function breakThings(coach: Client): Promise<void> {
  const api = new pg.Client({ connectionString: demo.database.url('owner') });
  await api.connect();
  for (const [text, values] of [
    [`update app.participant set gender = 'x', phone = $1, version = version + 1 where id = $2`, [person.phone, made.id]],
    [
      `insert into app.participant (id, organisation_id, given_name, family_name, identity_kind, date_of_birth, gender) select id, organisation_id, $1, family_name, 'none', date_of_birth, gender from app.participant where id = $2`,
      [person.givenName, made.id],
    ],
  ] as const)
    await expect(api.query(text, [...values])).rejects.toMatchObject({ code: expect.stringMatching(/^(23|22)/) });
  await api.end();
  await demo.database.sql(`create function app.fail() returns trigger language plpgsql as $$
    begin raise exception 'a fault' using errcode = 'XX000', detail = new.given_name || ' ' || new.family_name, hint = new.phone; end $$`);
  await demo.database.sql('create trigger fail before update on app.participant for each row execute function app.fail()');
  const { body } = await coach.get<object>(`/api/participants/${made.id}`);
  expect((await coach.put(`/api/participants/${made.id}`, { ...body, phone: person.phone, address: person.address })).status).toBe(500);
  await demo.database.sql('drop trigger fail on app.participant');
}

describe('abuse case 29: a number, a name, a telephone or a note in the wrong place', () => {
  it('after every route was asked, every page visited and things went wrong, stands in no log, no queue, no address and in no browser', async () => {
    const [coach, leader, administrator] = [await demo.as('coach'), await demo.as('local-leader'), await demo.as('administrator')];
    await writeDown(coach);
    for (const client of [coach, leader, administrator]) expect(await askEverything(client)).toBeGreaterThan(200);
    await breakThings(coach);
    const addresses: string[] = [];
    const kept: string[] = [];
    let seen = '';
    for (const role of ['coach', 'local-leader'] as const) {
      const { page, context, signIn, go } = await demo.open();
      const own = addressesOf(context);
      await signIn(role);
      const ids = { ...(await idsOf(demo)), participant: made.id, enrolment: made.enrolmentId };
      for (const path of [...(tour[role] ?? []), `/participants/${made.id}/show`]) {
        await go(at(path, ids));
        // The timeline comes after the page; it has to have been on the screen for what follows to prove anything.
        if (/^\/participants.*show$/.test(path)) await page.getByText(notes.summary).first().waitFor();
        seen += await page.locator('body').innerText();
        kept.push(await keptBy(page));
      }
      addresses.push(...own);
      await context.close();
    }
    // The worker has looked at all of it since.
    for (const before = sweeps(); sweeps() < before + 2; ) await new Promise((next) => setTimeout(next, 200));

    expect(found(seen)).toEqual(expect.arrayContaining([person.givenName, person.familyName, notes.summary]));
    expect(found(demo.logged().join('\n'))).toEqual([]);
    expect(found(onRedis?.logged.join('\n') ?? '')).toEqual([]);
    expect(found(await postgresLogUntil('the sweep has ended'))).toEqual([]);
    expect(found(await queueRows())).toEqual([]);
    expect(found(toRedis)).toEqual([]);
    if (onRedis) expect(toRedis.length).toBeGreaterThan(1_000);
    expect(addresses.filter((address) => found(address).length > 0)).toEqual([]);
    expect(kept.flatMap(found)).toEqual([]);
    // There is no mail yet: nothing of ours speaks to a mail server.
  }, 600_000);

  it('would be found in each of these places', async () => {
    await demo.database.sql(`do $$ begin raise log 'planted ${person.familyName}'; end $$`);
    expect(found(await postgresLogUntil('planted'))).toEqual([person.familyName]);
    await demo.database.sql(`insert into app.doorbell (job, subject_id, request_id, relayed_at) values ('planted', gen_random_uuid(), $1, now())`, [
      person.phone,
    ]);
    expect(found(await queueRows())).toEqual([person.phone]);
    if (process.env.TEST_REDIS_URL) {
      const { hostname, port } = new URL(process.env.TEST_REDIS_URL);
      const socket = connect(Number(port), hostname, () => socket.end(`PUBLISH planted ${person.email}\r\n`));
      for (let tries = 0; tries < 200 && !toRedis.includes(person.email); tries++) await new Promise((next) => setTimeout(next, 25));
      expect(found(toRedis)).toEqual([person.email]);
    }
    const { page, context } = await demo.open();
    const addresses = addressesOf(context);
    await page.evaluate((name) => fetch(`/api/participants?q=${encodeURIComponent(name)}`), person.givenName);
    expect(addresses.filter((address) => found(address).length > 0)).toHaveLength(1);
    await context.close();
  });
});

const sweeps = () => demo.logged().filter((line) => line.includes('follow-ups swept')).length;
