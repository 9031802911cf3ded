import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessLogChain } from '@stegvis/domain/access-log';
import { anOrganisation } from '@stegvis/domain/participants/testing';
import { asJob } from '@stegvis/platform/postgres';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import type { DataSource } from 'typeorm';
import { ownerSource } from '../../data-source.js';
import { makeAnchor, readAnchor, writeAnchor } from './anchor.js';
import { verify } from './verify.js';

let database: TestDatabase;
let owner: DataSource;
let chain: AccessLogChain;
let one: string;
let other: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stegvis-anchor-'));
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  database = await testDatabase();
  owner = await ownerSource(database.url('owner')).initialize();
  chain = new AccessLogChain(await database.work('worker'));
  [one, other] = [await anOrganisation(database), await anOrganisation(database)];
  for (let round = 0; round < 30; round++) for (const organisation of [one, other, null]) await note(organisation);
});
afterEach(async () => {
  await owner.destroy();
  await database.drop();
});

const note = (organisation: string | null) =>
  database.sql(
    `insert into access_log.event (organisation_id, staff_id, roles, session, request_id, action, outcome, participants, shown, criteria, hits)
     values ($1, gen_random_uuid(), '{coach}', 'a1', 'a request', 'participants.read', 'given', array[gen_random_uuid()], '{name}', null, null)`,
    [organisation],
  );
const link = () => asJob('link-access-log', 'spec', () => chain.link());
const faults = async () => (await verify(owner)).faults;
/** The event at a link of the first organisation's chain. */
const eventAt = async (number: number) =>
  (await database.sql<{ id: string }>('select event_id as id from access_log.link where chain = $1 and number = $2', [one, number]))[0]?.id;

describe('the chain of the access log', () => {
  it('links each event once, organisation by organisation, however many workers link at the same time', async () => {
    expect((await verify(owner)).tails).toHaveLength(3);
    const linked = await Promise.all([link(), link(), link()]);
    expect(linked.reduce((sum, count) => sum + count, 0)).toBe(90);
    await note(one);
    expect(await link()).toBe(1);
    expect(await link()).toBe(0);
    expect(
      await database.sql('select count(*)::integer as links, max(number)::integer as last from access_log.link where chain = $1', [one]),
    ).toEqual([{ links: 31, last: 31 }]);
    expect(await verify(owner)).toEqual({ faults: [], tails: [], events: 91 });
  });

  it('is linked by a job, and by nobody else', async () => {
    const work = await database.work('api');
    await expect(asJob('link-access-log', 'spec', () => new AccessLogChain(work).link())).rejects.toThrow();
  });

  it.each([
    ['whom it shows', `participants = '{}'`],
    ['who it was', 'staff_id = gen_random_uuid()'],
    ['when it was', `at = at + interval '1 microsecond'`],
    ['whose it is', 'organisation_id = null'],
    ['what was done', `action = 'projects.read'`],
    ['how it ended', `outcome = 'refused'`],
    ['what was searched by', `criteria = '{q}'`],
    ['the roles', `roles = '{administrator}'`],
    ['what was shown', `shown = '{}'`],
  ])('names the event of which somebody has changed %s', async (_, change) => {
    await link();
    const event = await eventAt(17);
    await database.sql(`update access_log.event set ${change} where id = $1`, [event]);
    expect(await faults()).toEqual([`Chain ${one}: broken at link 17, event ${event}: its event, or the link before, was changed.`]);
  });

  it('names an event that was removed, and a link that was removed with it', async () => {
    await link();
    const [first, second] = [await eventAt(9), await eventAt(20)];
    await database.sql('delete from access_log.event where id = $1', [second]);
    expect(await faults()).toEqual([`Chain ${one}: broken at link 20, event ${second}: its event was removed.`]);
    await database.sql('delete from access_log.event where id = $1', [first]);
    await database.sql('delete from access_log.link where event_id = $1', [first]);
    expect(await faults()).toEqual([`Chain ${one}: broken at link 10, event ${await eventAt(10)}: a link before it is missing.`]);
  });

  it('names what was put in by hand long ago, and calls what is seconds old a tail', async () => {
    await link();
    await note(one);
    expect(await verify(owner)).toMatchObject({ faults: [], tails: [expect.stringContaining(`Chain ${one}: 1 events are not linked`)] });
    await database.sql(`update access_log.event set at = now() - interval '3 days' where id = (select max(id) from access_log.event)`);
    expect(await link()).toBe(0);
    expect(await faults()).toEqual([expect.stringContaining(`Chain ${one}: 1 events are not linked, from event`)]);
  });

  it('is proved by an anchor against a tail that was cut, and a chain that was made anew', async () => {
    await link();
    const file = join(folder, 'anchor.json');
    await writeAnchor(file, await makeAnchor(owner));
    await expect(writeAnchor(file, await makeAnchor(owner))).rejects.toThrow('is there already');
    const anchor = await readAnchor(file);
    for (let more = 0; more < 5; more++) await note(one);
    await link();
    expect((await verify(owner, anchor)).faults).toEqual([]);

    await database.sql('delete from access_log.event where id in (select event_id from access_log.link where chain = $1 and number > 25)', [one]);
    await database.sql('delete from access_log.link where chain = $1 and number > 25', [one]);
    expect(await faults()).toEqual([]);
    expect((await verify(owner, anchor)).faults).toEqual([
      `Chain ${one}: link 30, known since ${anchor.made}, is no longer there: the chain was cut.`,
    ]);
    // The chain anew, as its owner can make it: whole in itself.
    await database.sql(`update access_log.event set participants = '{}' where organisation_id = $1`, [one]);
    await database.sql('delete from access_log.link where chain = $1', [one]);
    for (let more = 0; more < 5; more++) await note(one);
    await link();
    expect(await faults()).toEqual([]);
    expect((await verify(owner, anchor)).faults).toEqual([
      `Chain ${one}: link 30, known since ${anchor.made}, is another one now: the chain was made anew.`,
    ]);
  });
});
