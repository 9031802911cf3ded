import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StartStage } from '@stegvis/contracts/stage-periods/stage-period';
import { databaseFault, refusalOf } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { EnrolmentEntity } from '../enrolments/index.js';
import { aParticipant, aWorld, dayFromToday, type World } from '../participants/testing.js';
import { StagePeriodEntity, StagePeriodsService } from './index.js';
import { aStagePeriod } from './testing.js';

let db: TestDatabase;
let stages: StagePeriodsService;
let world: World;
let enrolmentId: string;
let days: Record<'start' | 'midway' | 'later' | 'today', string>;

beforeAll(async () => {
  db = await testDatabase();
  stages = new StagePeriodsService(await db.work('api', [StagePeriodEntity, EnrolmentEntity]));
  world = await aWorld(db);
  const day = (n: number) => dayFromToday(db, n);
  days = { start: await day(-90), midway: await day(-60), later: await day(-30), today: await day(0) };
});
beforeEach(async () => {
  ({ enrolmentId } = await aParticipant(db, { siteId: world.siteId, coachId: world.coach, startDate: days.start }));
});
afterAll(() => db.drop());

const asCoach = <T>(run: () => Promise<T>) => asStaff(world.coach, run);
const start = (draft: Omit<StartStage, 'enrolmentId'>) => asCoach(() => stages.start({ enrolmentId, ...draft }));
const list = async () =>
  (await asCoach(() => stages.list({ enrolmentId }, { start: 0, end: 25, order: 'ASC', sort: 'startDate' }))).rows.map(({ stage, main, endDate }) => [
    stage,
    main,
    endDate,
  ]);
const refusal = async (run: Promise<unknown>) => {
  const fault = await run.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  const known = databaseFault(fault);
  return known ? refusalOf(known) : fault;
};

describe('starting a stage', () => {
  it('makes the first one main, and leaves that place to it', async () => {
    await start({ stage: 'coaching', startDate: days.start });
    await start({ stage: 'mapping', startDate: days.midway });
    expect(await list()).toEqual([
      ['coaching', true, null],
      ['mapping', false, null],
    ]);
  });

  it('as the main one takes that place', async () => {
    await start({ stage: 'coaching', startDate: days.start });
    await start({ stage: 'internship', startDate: days.midway, main: true });
    expect(await list()).toEqual([
      ['coaching', false, null],
      ['internship', true, null],
    ]);
  });

  it('is refused outside the enrolment, and twice at once', async () => {
    expect(await refusal(start({ stage: 'coaching', startDate: '2020-01-01' }))).toMatchObject({
      detail: { errors: { startDate: { code: 'outside-enrolment' } } },
    });
    await start({ stage: 'coaching', startDate: days.start });
    expect(await refusal(start({ stage: 'coaching', startDate: days.midway }))).toMatchObject({
      kind: 'conflict',
      detail: { errors: { stage: { code: 'stage-overlaps' } } },
    });
  });

  it('is refused before the referral is accepted and after the exit', async () => {
    for (const status of ['referred', 'exited'] as const) {
      const other = await aParticipant(db, { siteId: world.siteId, coachId: world.coach, status });
      const late = asCoach(() => stages.start({ enrolmentId: other.enrolmentId, stage: 'coaching', startDate: days.today }));
      await expect(late).rejects.toMatchObject({ code: 'not-from-this-status', detail: { current: { status } } });
    }
  });

  it('as the main one by several at once leaves one main', async () => {
    const drafts = (['coaching', 'mapping', 'internship', 'matching'] as const).map((stage) => start({ stage, startDate: days.midway, main: true }));
    expect((await Promise.allSettled(drafts)).map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'));
    expect((await list()).filter(([, main]) => main)).toHaveLength(1);
  });
});

describe('ending and changing a stage', () => {
  it('ends it on a day, once', async () => {
    const { id } = await start({ stage: 'coaching', startDate: days.start });
    await expect(asCoach(() => stages.end(id, { endDate: days.midway }))).resolves.toMatchObject({ endDate: days.midway, version: 2 });
    await expect(asCoach(() => stages.end(id, { endDate: days.later }))).rejects.toMatchObject({ code: 'not-from-this-status' });
    expect(await refusal(asCoach(() => stages.end(id, { endDate: days.later })))).toMatchObject({ kind: 'conflict' });
  });

  it('never ends before it starts', async () => {
    const { id } = await start({ stage: 'coaching', startDate: days.later });
    expect(await refusal(asCoach(() => stages.end(id, { endDate: days.midway })))).toMatchObject({
      detail: { errors: { endDate: { code: 'ends-before-start' } } },
    });
    const change = { startDate: days.later, endDate: days.midway, main: true };
    expect(await refusal(asCoach(() => stages.change(id, change, { version: 1, told: 'body' })))).toMatchObject({
      detail: { errors: { endDate: { code: 'ends-before-start' } } },
    });
  });

  it('gives back what it got, and takes the main place when told', async () => {
    const coaching = await start({ stage: 'coaching', startDate: days.start });
    const mapping = await start({ stage: 'mapping', startDate: days.midway });
    const { startDate, endDate, main } = mapping;
    await expect(asCoach(() => stages.change(mapping.id, { startDate, endDate, main }, { version: 1, told: 'body' }))).resolves.toEqual({
      ...mapping,
      version: 2,
    });
    await asCoach(() => stages.change(mapping.id, { startDate, main: true }, { version: 2, told: 'body' }));
    await expect(asCoach(() => stages.get(coaching.id))).resolves.toMatchObject({ main: false, version: 2 });
    await expect(asCoach(() => stages.change(mapping.id, { startDate, main }, { version: 2, told: 'header' }))).rejects.toMatchObject({
      kind: 'changed-meanwhile',
    });
  });
});

describe('to a stranger', () => {
  it.each(['colleague', 'otherCoach', 'otherLeader', 'funder', 'administrator'] as const)('(%s) there is no stage', async (who) => {
    const id = await aStagePeriod(db, { enrolmentId });
    const asStranger = <T>(run: () => Promise<T>) => asStaff(world[who], run);
    expect((await asStranger(() => stages.list({}, { start: 0, end: 25, order: 'ASC' }))).total).toBe(0);
    await expect(asStranger(() => stages.get(id))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(asStranger(() => stages.end(id, { endDate: days.today }))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(asStranger(() => stages.change(id, { startDate: days.midway, main: true }, { version: 1, told: 'body' }))).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(asStranger(() => stages.start({ enrolmentId, stage: 'mapping', startDate: days.today }))).rejects.toMatchObject({
      detail: { errors: { enrolmentId: { code: 'unknown-reference' } } },
    });
  });

  it('(the project leader) it can be seen and not touched', async () => {
    const id = await aStagePeriod(db, { enrolmentId });
    const asLeader = <T>(run: () => Promise<T>) => asStaff(world.projectLeader, run);
    await expect(asLeader(() => stages.get(id))).resolves.toMatchObject({ stage: 'coaching' });
    await expect(asLeader(() => stages.end(id, { endDate: days.today }))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(asLeader(() => stages.start({ enrolmentId, stage: 'mapping', startDate: days.today }))).rejects.toMatchObject({
      detail: { errors: { enrolmentId: { code: 'unknown-reference' } } },
    });
  });
});
