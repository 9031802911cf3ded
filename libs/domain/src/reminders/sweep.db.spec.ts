import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReminderRule } from '@stegvis/contracts/reminders/codes';
import { asJob, type UnitOfWork } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { aParticipant, aWorld, dayFromToday, type ParticipantDraft, type World } from '../participants/testing.js';
import { FollowUpSweep, ReminderEntity, RemindersService } from './index.js';
import { aMeetingOfRules, manyFollowUps } from './testing.js';

let db: TestDatabase;
let worker: UnitOfWork;
let api: UnitOfWork;
let world: World;

beforeAll(async () => {
  db = await testDatabase();
  worker = await db.work('worker');
  api = await db.work('api', [ReminderEntity]);
});
afterAll(() => db.drop());
// A world of its own for each test: a sweep goes over all of them, and a test looks at its own people only.
beforeEach(async () => {
  world = await aWorld(db);
});

const day = (days: number) => dayFromToday(db, days);
const sweep = (batch = 1_000, work = worker) => asJob('sweep-follow-ups', 'spec', () => new FollowUpSweep(work).run(batch));
const enrol = async (draft: Partial<ParticipantDraft> = {}) =>
  (await aParticipant(db, { siteId: world.siteId, coachId: world.coach, ...draft })).enrolmentId;
const recheck = (enrolmentIds: string[]) => asStaff(world.coach, () => new RemindersService(api).recheck(enrolmentIds));
const project = (set: string, value: number) =>
  db.sql(`update app.project set ${set} = $2, version = version + 1 where id = $1`, [world.projectId, value]);

/** The reminders of an enrolment, oldest first; due so many days from today. */
const reminders = (enrolmentId: string, rule?: ReminderRule) =>
  db.sql<{ rule: string; due: number; state: string; staff: string | null; subject: string }>(
    `select rule, due_date - app.today() as due, state, staff_id as staff, subject_id as subject from app.reminder
     where enrolment_id = $1 and ($2::text is null or rule = $2) order by due_date, rule`,
    [enrolmentId, rule ?? null],
  );
const states = async (enrolmentId: string) => (await reminders(enrolmentId)).map(({ rule, due, state }) => `${rule} ${due} ${state}`);
/** Makes it so many days ago that the reminders of an enrolment were closed. */
const closedDaysAgo = (enrolmentId: string, days: number) =>
  db.sql(`update app.reminder set closed_at = now() - make_interval(days => $2), version = version + 1 where enrolment_id = $1 and state = 'done'`, [
    enrolmentId,
    days,
  ]);
const complete = (enrolmentId: string) =>
  asStaff(world.coach, async () => {
    const service = new RemindersService(api);
    const { rows } = await service.list({ enrolmentId, state: 'open' }, { order: 'ASC', start: 0, end: 10 });
    for (const { id } of rows) await service.complete(id, {});
  });

describe('no contact', () => {
  it('is due on the day, not the day before', async () => {
    const onTheDay = await enrol({ startDate: await day(-30) });
    const theDayBefore = await enrol({ startDate: await day(-29) });
    await sweep();
    expect(await reminders(onTheDay)).toEqual([{ rule: 'no-contact', due: 0, state: 'open', staff: world.coach, subject: onTheDay }]);
    expect(await reminders(theDayBefore)).toEqual([]);
  });

  it('counts from the last meeting that was held and attended, by its local day', async () => {
    const due = await enrol();
    const notYet = await enrol();
    await aMeetingOfRules(db, world, { enrolmentIds: [due], days: -40 });
    await aMeetingOfRules(db, world, { enrolmentIds: [due], days: -30, at: '23:59' });
    await aMeetingOfRules(db, world, { enrolmentIds: [notYet], days: -29, at: '00:00' });
    await sweep();
    expect(await states(due)).toEqual(['no-contact 0 open']);
    expect(await states(notYet)).toEqual([]);
  });

  it('does not count a meeting that was missed, planned, cancelled or voided, nor one that the person did not come to', async () => {
    const alone = await enrol({ startDate: await day(-60) });
    for (const status of ['missed', 'cancelled', 'voided'] as const) await aMeetingOfRules(db, world, { enrolmentIds: [alone], days: -3, status });
    for (const state of ['absent', 'absent-with-notice', 'cancelled-by-us'] as const)
      await aMeetingOfRules(db, world, { enrolmentIds: [alone], days: -3, state });
    await aMeetingOfRules(db, world, { enrolmentIds: [alone], days: 2, status: 'planned', state: 'expected' });
    await sweep();
    expect(await states(alone)).toEqual(['no-contact -30 open']);
  });

  it('counts from the first day when the last contact was before it', async () => {
    const intake = await enrol({ startDate: await day(-29) });
    await aMeetingOfRules(db, world, { enrolmentIds: [intake], days: -35 });
    await sweep();
    expect(await states(intake)).toEqual([]);
  });

  it('is asked of active people only, and by the days that the project promises', async () => {
    const others = [];
    for (const status of ['referred', 'waiting', 'on-hold', 'declined'] as const) others.push(await enrol({ status }));
    const active = await enrol({ startDate: await day(-20) });
    await sweep();
    expect(await states(active)).toEqual([]);
    await project('contact_within_days', 14);
    await sweep();
    expect(await states(active)).toEqual(['no-contact -6 open']);
    await project('contact_within_days', 21);
    await sweep();
    expect(await states(active)).toEqual(['no-contact -6 cancelled']);
    for (const other of others) expect(await states(other)).toEqual([]);
  });

  it('counts calendar days across the nights when the clocks change', async () => {
    const changes = await db.sql<{ ago: number }>(
      `select app.today() - d::date as ago from generate_series(app.today() - 364, app.today() - 7, interval '1 day') d
       where (d::date + 1)::timestamp at time zone 'Europe/Stockholm' - d::date::timestamp at time zone 'Europe/Stockholm' <> interval '24 hours'`,
    );
    expect(changes.length).toBeGreaterThan(0);
    for (const { ago } of changes) {
      const begun = { startDate: await day(-400) };
      const [early, late] = [await enrol(begun), await enrol(begun)];
      await aMeetingOfRules(db, world, { enrolmentIds: [early], days: -ago, at: '00:10' });
      await aMeetingOfRules(db, world, { enrolmentIds: [late], days: -ago, at: '23:50' });
      await project('contact_within_days', ago + 1);
      await sweep();
      expect([await states(early), await states(late)]).toEqual([[], []]);
      await project('contact_within_days', ago);
      await sweep();
      expect([await states(early), await states(late)]).toEqual([['no-contact 0 open'], ['no-contact 0 open']]);
    }
  });
});

describe('a meeting that is not written up', () => {
  const planned = (days: number, at: string, enrolmentIds: string[]) =>
    aMeetingOfRules(db, world, { enrolmentIds, days, at, status: 'planned', state: 'expected' });
  const recent = async () => ({ startDate: await day(-5) });

  it('is due on the local day on which it ended, once for each person expected', async () => {
    const [one, two] = [await enrol(await recent()), await enrol(await recent())];
    const meeting = await planned(-2, '23:30', [one, two]);
    await sweep();
    await sweep();
    for (const enrolment of [one, two]) {
      expect(await reminders(enrolment)).toEqual([{ rule: 'meeting-not-written-up', due: -1, state: 'open', staff: world.coach, subject: meeting }]);
    }
  });

  it('is not due before its end has passed', async () => {
    const [going, over] = [await enrol(await recent()), await enrol(await recent())];
    const [goes, is] = [await planned(0, '10:00', [going]), await planned(0, '10:00', [over])];
    await db.sql(`update app.meeting set starts_at = now() - interval '59 minutes', version = version + 1 where id = $1`, [goes]);
    await db.sql(`update app.meeting set starts_at = now() - interval '60 minutes', version = version + 1 where id = $1`, [is]);
    await sweep();
    expect(await states(going)).toEqual([]);
    expect((await reminders(over)).map(({ rule }) => rule)).toEqual(['meeting-not-written-up']);
  });

  it('is cleared when the meeting is written up', async () => {
    const enrolment = await enrol(await recent());
    const meeting = await planned(-1, '09:00', [enrolment]);
    await sweep();
    await db.sql(`update app.attendance set state = 'absent', version = version + 1 where meeting_id = $1`, [meeting]);
    await db.sql(`update app.meeting set status = 'missed', version = version + 1 where id = $1`, [meeting]);
    await recheck([enrolment]);
    expect(await states(enrolment)).toEqual(['meeting-not-written-up -1 cancelled']);
  });
});

describe('facts that are missing', () => {
  it('at entry are due so many days after the first day, also on hold and after the exit', async () => {
    const onTheDay = await enrol({ startDate: await day(-14), factsMissing: true });
    const theDayBefore = await enrol({ startDate: await day(-13), factsMissing: true });
    const onHold = await enrol({ startDate: await day(-20), factsMissing: true, status: 'on-hold' });
    const left = await enrol({ startDate: await day(-20), endDate: await day(-1), factsMissing: true, status: 'exited' });
    const referred = await enrol({ status: 'referred', factsMissing: true });
    await sweep();
    expect(await states(onTheDay)).toEqual(['entry-facts-missing 0 open']);
    expect(await states(onHold)).toEqual(['entry-facts-missing -6 open']);
    expect(await states(left)).toEqual(['entry-facts-missing -6 open']);
    expect([await states(theDayBefore), await states(referred)]).toEqual([[], []]);
  });

  it('at entry are cleared at once when they are filled in', async () => {
    const enrolment = await enrol({ startDate: await day(-14), factsMissing: true });
    await sweep();
    await db.sql(`update app.enrolment set labour_status = 'unemployed', education_level = 'compulsory', version = version + 1 where id = $1`, [
      enrolment,
    ]);
    await recheck([enrolment]);
    expect(await states(enrolment)).toEqual(['entry-facts-missing 0 cancelled']);
  });

  it('at exit are due 21 days after the last day', async () => {
    const onTheDay = await enrol({ status: 'exited', endDate: await day(-21) });
    const theDayBefore = await enrol({ status: 'exited', endDate: await day(-20) });
    await sweep();
    expect(await states(onTheDay)).toEqual(['exit-facts-missing 0 open']);
    expect(await states(theDayBefore)).toEqual([]);
  });

  it('are never asked of those registered by mistake and the deceased', async () => {
    for (const reason of ['registered-by-mistake', 'deceased']) {
      const enrolment = await enrol({ status: 'exited', endDate: await day(-40), factsMissing: true });
      await db.sql('update app.enrolment set exit_reason = $2, version = version + 1 where id = $1', [enrolment, reason]);
      await sweep();
      expect(await states(enrolment)).toEqual([]);
    }
  });
});

describe('a follow-up', () => {
  it('that was closed by hand comes again some days later if its reason is still there', async () => {
    const enrolment = await enrol({ startDate: await day(-50) });
    await sweep();
    await complete(enrolment);
    await sweep();
    expect(await states(enrolment)).toEqual(['no-contact -20 done']);
    await closedDaysAgo(enrolment, 13);
    await sweep();
    expect(await states(enrolment)).toEqual(['no-contact -20 done']);
    await closedDaysAgo(enrolment, 14);
    await sweep();
    await sweep();
    expect(await states(enrolment)).toEqual(['no-contact -20 done', 'no-contact 0 open']);
  });

  it('comes back when what cleared it turns out to be a mistake', async () => {
    const enrolment = await enrol({ startDate: await day(-50) });
    await sweep();
    const meeting = await aMeetingOfRules(db, world, { enrolmentIds: [enrolment], days: -1 });
    await recheck([enrolment]);
    expect(await states(enrolment)).toEqual(['no-contact -20 cancelled']);
    await db.sql(`update app.meeting set status = 'voided', void_reason = 'wrong-person', version = version + 1 where id = $1`, [meeting]);
    await sweep();
    expect(await states(enrolment)).toEqual(['no-contact -20 open']);
  });

  it('goes to the main coach of today, and stays snoozed on the way', async () => {
    const enrolment = await enrol({ startDate: await day(-50), factsMissing: true });
    await sweep();
    await asStaff(world.coach, async () => {
      const service = new RemindersService(api);
      const { rows } = await service.list({ enrolmentId: enrolment, rule: 'no-contact' }, { order: 'ASC', start: 0, end: 1 });
      await service.snooze(rows[0]?.id ?? '', { snoozedUntil: await day(5) });
    });
    await db.sql(`update app.enrolment_coach set valid_to = app.today() - 1, version = version + 1 where enrolment_id = $1`, [enrolment]);
    await sweep();
    expect((await reminders(enrolment)).map(({ staff }) => staff)).toEqual([null, null]);
    await db.sql(
      `insert into app.enrolment_coach (organisation_id, project_id, site_id, enrolment_id, staff_id, part, valid_from)
       select organisation_id, project_id, site_id, id, $2, 'main', app.today() from app.enrolment where id = $1`,
      [enrolment, world.colleague],
    );
    await sweep();
    expect((await reminders(enrolment)).map(({ rule, state, staff }) => [rule, state, staff])).toEqual([
      ['entry-facts-missing', 'open', world.colleague],
      ['no-contact', 'snoozed', world.colleague],
    ]);
  });
});

describe('sweeps', () => {
  const count = 120;
  const ofWorld = () =>
    db.sql<{ enrolments: number; reminders: number }>(
      `select count(distinct enrolment_id)::integer as enrolments, count(*)::integer as reminders from app.reminder where site_id = $1`,
      [world.siteId],
    );

  it('at the same time make each reminder once, while coaches change what they sweep', async () => {
    await manyFollowUps(db, world, count);
    const ids = (await db.sql<{ id: string }>('select id from app.enrolment where site_id = $1', [world.siteId])).map(({ id }) => id);
    const other = await db.work('worker');
    await Promise.all([
      sweep(7),
      sweep(11, other),
      sweep(13),
      ...[0, 1, 2, 3].map(async (part) => {
        for (let turn = 0; turn < 5; turn++) await recheck(ids.slice(part * 30, part * 30 + 30).reverse());
      }),
    ]);
    expect(await ofWorld()).toEqual([{ enrolments: count, reminders: count }]);
  });

  it('that end in the middle are made up for by the next one', async () => {
    await manyFollowUps(db, world, count);
    const ended = asJob('sweep-follow-ups', 'spec', () =>
      new FollowUpSweep(worker).run(10, async ({ looked }) => {
        if (looked >= 50) throw new Error('the worker stops');
      }),
    );
    await expect(ended).rejects.toThrow('the worker stops');
    await sweep(10);
    await sweep(10);
    expect(await ofWorld()).toEqual([{ enrolments: count, reminders: count }]);
  });

  it('see no names: the worker may not read them', async () => {
    await expect(asJob('spec', 'spec', () => worker.read({ text: 'select given_name from app.participant' }))).rejects.toThrow('permission denied');
    await expect(asJob('spec', 'spec', () => worker.read({ text: 'select note from app.reminder' }))).rejects.toThrow('permission denied');
  });
});
