import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FollowUpSweep } from '@stegvis/domain/reminders';
import { asJob } from '@stegvis/platform/postgres';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import type { DataSource } from 'typeorm';
import { ownerSource } from '../data-source.js';
import { historyRules, reportRules } from './history-rules.js';
import { loadDemo } from './load-demo.js';
import { plantedFaults } from './planted-faults.js';
import { occurs } from './story-occurs.js';
import { caseRules } from './story-rules.js';
import { demoDatabase, testIdentityKey } from './testing.js';

const neverHappens = { ...caseRules, ...historyRules, ...reportRules };
/** A world by a seed that nobody has chosen, loaded into an own database. */
async function drawnWorld(seed: string): Promise<TestDatabase> {
  const database = await testDatabase();
  const owner = await ownerSource(database.url('owner')).initialize();
  await loadDemo(owner, { password: 'a password for specs', identityKey: testIdentityKey, seed });
  await owner.destroy();
  return database;
}
const drawn = () => `drawn-${Math.floor(Math.random() * 1e6)}`;
/**
 * The usual world, and others, whose seed stands in the name of each test: one that once broke a rule, and in the long run several
 * that nobody has looked at. A story that chance spoils must not stop somebody else's change.
 */
const seeds = ['drawn-801814', ...(process.env.TEST_LONG === '1' ? Array.from({ length: 6 }, drawn) : [])];
const worlds: readonly [seed: string, load: () => Promise<TestDatabase>][] = [
  ['the usual one', demoDatabase],
  ...seeds.map((seed): [string, () => Promise<TestDatabase>] => [seed, () => drawnWorld(seed)]),
];

describe.each(worlds)('the story of the demo world, by the seed %s', (_seed, load) => {
  let database: TestDatabase;
  let owner: DataSource;
  const rowsOf = async (from: string): Promise<number> => (await owner.query(`select count(*)::integer as n from ${from}`))[0].n;

  beforeAll(async () => {
    database = await load();
    owner = await ownerSource(database.url('owner')).initialize();
  }, 240_000);
  afterAll(async () => {
    await owner?.destroy();
    await database?.drop();
  });

  it.each(Object.entries(neverHappens))('has no %s', async (_, from) => {
    expect(await rowsOf(from)).toBe(0);
  });

  it.each(occurs)('has %s, %i times or more', async (_, least, from) => {
    expect(await rowsOf(from)).toBeGreaterThanOrEqual(least);
  });

  it.each(plantedFaults)('notices %s where there is one', async (rule, statement) => {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    try {
      const [, changed] = await runner.query(statement);
      expect(changed === undefined || changed > 0).toBe(true);
      const [{ n }] = await runner.query(`select count(*)::integer as n from ${neverHappens[rule]}`);
      expect(n).toBeGreaterThan(0);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('shows the differences between women and men that a leader should notice', async () => {
    const [found] = await owner.query(`
      with started as (select e.*, (select min(s.start_date) from stage_period s where s.enrolment_id = e.id and s.stage = 'internship') as internship
                       from enrolment e where e.start_date is not null and e.gender in ('woman', 'man') and e.exit_reason is distinct from 'registered-by-mistake')
      select avg(start_date - referred_on) filter (where gender = 'woman') - avg(start_date - referred_on) filter (where gender = 'man') as "longerToStart",
             avg(internship - start_date) filter (where gender = 'woman') - avg(internship - start_date) filter (where gender = 'man') as "longerToInternship",
             avg((internship is not null)::integer) filter (where gender = 'man' and end_date is not null) - avg((internship is not null)::integer) filter (where gender = 'woman' and end_date is not null) as "fewerInternships",
             avg((exit_reason = 'work')::integer) filter (where gender = 'man' and end_date is not null) - avg((exit_reason = 'work')::integer) filter (where gender = 'woman' and end_date is not null) as "fewerToWork"
      from started`);
    expect(found.longerToStart).toBeGreaterThan(5);
    expect(found.longerToInternship).toBeGreaterThan(20);
    expect(found.fewerInternships).toBeGreaterThan(0.1);
    expect(found.fewerToWork).toBeGreaterThan(0.1);
  });

  it('leaves the worker nothing to find but what is due today', async () => {
    const before = await rowsOf('reminder');
    const worker = await database.work('worker');
    const swept = await asJob('sweep-follow-ups', 'spec', () => new FollowUpSweep(worker).run());
    const due = await rowsOf(`reminder where due_date = today() and created_at > now() - interval '1 hour'`);
    expect(swept).toMatchObject({ made: due, cleared: 0, moved: 0 });
    expect(await rowsOf('reminder')).toBe(before + due);
  });
});
