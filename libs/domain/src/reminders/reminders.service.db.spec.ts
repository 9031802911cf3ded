import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Reminder } from '@stegvis/contracts/reminders/reminder';
import { asJob } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { aParticipant, aWorld, dayFromToday, type World } from '../participants/testing.js';
import { FollowUpSweep, ReminderEntity, RemindersService } from './index.js';

let db: TestDatabase;
let service: RemindersService;
let sweep: () => Promise<unknown>;
let world: World;
let enrolmentId: string;
let reminder: Reminder;

const first = { order: 'ASC', start: 0, end: 10 } as const;
const list = async (staffId: string, filters: object = {}) =>
  (await asStaff(staffId, () => service.list({ projectId: world.projectId, ...filters } as never, first))).rows;

beforeAll(async () => {
  db = await testDatabase();
  service = new RemindersService(await db.work('api', [ReminderEntity]));
  const worker = new FollowUpSweep(await db.work('worker'));
  sweep = () => asJob('sweep-follow-ups', 'spec', () => worker.run());
});
afterAll(() => db.drop());
beforeEach(async () => {
  world = await aWorld(db);
  const startDate = await dayFromToday(db, -30);
  ({ enrolmentId } = await aParticipant(db, { siteId: world.siteId, coachId: world.coach, givenName: 'Åsa', familyName: 'Öberg', startDate }));
  await sweep();
  reminder = (await list(world.coach))[0] as Reminder;
});

describe('reminders', () => {
  it('are read by those who see the case, with the name only for those who see the person', async () => {
    expect(reminder).toMatchObject({
      rule: 'no-contact',
      enrolmentId,
      participantName: 'Åsa Öberg',
      siteId: world.siteId,
      staffId: world.coach,
      staffName: 'Cilla Coach',
      dueDate: await dayFromToday(db, 0),
      state: 'open',
      version: 1,
    });
    expect((await list(world.localLeader)).map(({ participantName }) => participantName)).toEqual(['Åsa Öberg']);
    expect((await list(world.projectLeader)).map(({ participantName }) => participantName)).toEqual([null]);
    for (const stranger of [world.colleague, world.otherCoach, world.otherLeader, world.funder, world.administrator]) {
      expect(await list(stranger)).toEqual([]);
      await expect(asStaff(stranger, () => service.get(reminder.id))).rejects.toThrow('not-found');
      await expect(asStaff(stranger, () => service.complete(reminder.id, {}))).rejects.toThrow('not-found');
      await expect(asStaff(stranger, () => service.snooze(reminder.id, { snoozedUntil: reminder.dueDate }))).rejects.toThrow('not-found');
      await expect(asStaff(stranger, () => service.change(reminder.id, { note: 'x' }, { version: 1, told: 'body' }))).rejects.toThrow('not-found');
    }
  });

  it('are overdue when their day has passed, or when a snoozed one is back', async () => {
    expect(await list(world.coach, { overdue: true })).toEqual([]);
    expect(await list(world.coach, { overdue: false })).toHaveLength(1);
    await asStaff(world.coach, async () => service.snooze(reminder.id, { snoozedUntil: await dayFromToday(db, 1) }));
    expect(await list(world.coach, { overdue: true })).toEqual([]);
    await asStaff(world.coach, async () => service.snooze(reminder.id, { snoozedUntil: await dayFromToday(db, 0) }));
    expect(await list(world.coach, { overdue: true })).toHaveLength(1);
    await db.sql(`update app.reminder set state = 'open', snoozed_until = null, due_date = app.today() - 1, version = version + 1 where id = $1`, [
      reminder.id,
    ]);
    expect(await list(world.coach, { overdue: true })).toHaveLength(1);
  });

  it('are due from their day on', async () => {
    const due = async (state: string, dueDate: number, until: number | null) =>
      (
        await db.sql(
          'select app.reminder_is_due($1, app.today() + $2::integer, app.today() + $3::integer) as is, app.reminder_is_overdue($1, app.today() + $2::integer, app.today() + $3::integer) as over',
          [state, dueDate, until],
        )
      )[0];
    expect(await due('open', 1, null)).toEqual({ is: false, over: false });
    expect(await due('open', 0, null)).toEqual({ is: true, over: false });
    expect(await due('open', -1, null)).toEqual({ is: true, over: true });
    expect(await due('snoozed', -9, 1)).toMatchObject({ is: false, over: false });
    expect(await due('snoozed', -9, 0)).toEqual({ is: true, over: true });
    for (const state of ['done', 'cancelled']) expect((await due(state, -9, null))?.is).not.toBe(true);
  });

  it('are completed once, with a note', async () => {
    const done = await asStaff(world.coach, () => service.complete(reminder.id, { note: 'Ringde i går' }));
    expect(done).toMatchObject({ state: 'done', note: 'Ringde i går', version: 2 });
    await expect(asStaff(world.coach, () => service.complete(reminder.id, {}))).rejects.toThrow('not-from-this-status');
  });

  it('are snoozed for sixty days at most', async () => {
    const [last, tooFar, past] = [await dayFromToday(db, 60), await dayFromToday(db, 61), await dayFromToday(db, -1)];
    expect(await asStaff(world.coach, () => service.snooze(reminder.id, { snoozedUntil: last }))).toMatchObject({
      state: 'snoozed',
      snoozedUntil: last,
    });
    for (const refused of [tooFar, past]) {
      await expect(asStaff(world.coach, () => service.snooze(reminder.id, { snoozedUntil: refused }))).rejects.toThrow('invalid-input');
    }
  });

  it('keep a note, changed from the version that was read', async () => {
    const changed = await asStaff(world.coach, () => service.change(reminder.id, { note: 'Fråga chefen' }, { version: 1, told: 'body' }));
    expect(changed).toMatchObject({ note: 'Fråga chefen', version: 2 });
    await expect(asStaff(world.coach, () => service.change(reminder.id, { note: 'x' }, { version: 1, told: 'body' }))).rejects.toThrow(
      'changed-meanwhile',
    );
  });
});
