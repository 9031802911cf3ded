import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { EnrolmentEntity, EnrolmentsService } from '../enrolments/index.js';
import { aParticipant, aWorld, dayFromToday, type World } from '../participants/testing.js';
import { ReminderEntity, RemindersService } from '../reminders/index.js';
import { AttendanceEntity, AttendanceNoteEntity, MeetingEntity, MeetingsService } from './index.js';
import { aMeeting } from './testing.js';

let db: TestDatabase;
let meetings: MeetingsService;
let enrolments: EnrolmentsService;
let world: World;

beforeAll(async () => {
  db = await testDatabase();
  const work = await db.work('api', [MeetingEntity, AttendanceEntity, AttendanceNoteEntity, ReminderEntity, EnrolmentEntity]);
  const reminders = new RemindersService(work);
  meetings = new MeetingsService(work, reminders);
  enrolments = new EnrolmentsService(work, reminders);
  world = await aWorld(db);
});
afterAll(() => db.drop());

it('somebody who leaves as of yesterday is not met today, whichever is saved first', async () => {
  const yesterday = await dayFromToday(db, -1);
  for (let round = 0; round < 10; round++) {
    const { enrolmentId } = await aParticipant(db, { siteId: world.siteId, coachId: world.coach });
    const leave = () => enrolments.exit(enrolmentId, { endDate: yesterday, exitReason: 'moved' });
    const meet = () => meetings.create({ startsAt: new Date().toISOString(), attendances: [{ enrolmentId }] });
    const both = await Promise.allSettled(
      (round % 2 ? [leave, meet] : [meet, leave]).map((verb) => asStaff(world.coach, verb as () => Promise<unknown>)),
    );
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason.detail.errors] : []));
    expect(refused).toHaveLength(1);
    expect([{ endDate: { code: 'met-later' } }, { 'attendances.0.enrolmentId': { code: 'not-under-way' } }]).toContainEqual(refused[0]);
  }
});

it('a meeting that is moved while somebody leaves ends in no deadlock', async () => {
  const today = await dayFromToday(db, 0);
  for (let round = 0; round < 10; round++) {
    const { enrolmentId } = await aParticipant(db, { siteId: world.siteId, coachId: world.coach });
    const id = await aMeeting(db, { coachId: world.coach, enrolmentIds: [enrolmentId], status: 'planned', days: 3 });
    const startsAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const move = () => meetings.change(id, { startsAt, minutes: 30, kind: 'individual', channel: 'phone' }, { version: 1, told: 'header' });
    const leave = () => enrolments.exit(enrolmentId, { endDate: today, exitReason: 'moved' });
    const [moved, left] = await Promise.allSettled([asStaff(world.coach, move), asStaff(world.coach, leave)]);
    expect(left.status).toBe('fulfilled');
    // Too late: the meeting was cancelled, or the new day lies after the exit.
    if (moved.status === 'rejected') expect(moved.reason).toMatchObject({ name: 'Refusal' });
    expect(await db.sql('select status from app.meeting where id = $1', [id])).toEqual([{ status: 'cancelled' }]);
  }
});
