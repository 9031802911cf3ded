import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { EnrolmentEntity, EnrolmentsService } from '../enrolments/index.js';
import { IdentityVault, ParticipantEntity, ParticipantsService } from '../participants/index.js';
import { aParticipant, aWorld, dayFromToday, type World } from '../participants/testing.js';
import { ProtectionService } from '../protection/index.js';
import { ReminderEntity, RemindersService } from '../reminders/index.js';
import { aMeeting } from './testing.js';

let db: TestDatabase;
let world: World;
let protection: ProtectionService;
let participants: ParticipantsService;
let enrolments: EnrolmentsService;

beforeAll(async () => {
  db = await testDatabase();
  const work = await db.work('api', [EnrolmentEntity, ParticipantEntity, ReminderEntity]);
  const reminders = new RemindersService(work);
  protection = new ProtectionService(work, reminders);
  participants = new ParticipantsService(work, new IdentityVault(randomBytes(32).toString('base64')));
  enrolments = new EnrolmentsService(work, reminders);
  world = await aWorld(db);
});
afterAll(() => db.drop());

describe('a meeting with somebody who is hidden', () => {
  it('lets who ends another enrolment not know that a hidden person is expected at the same meeting, which goes on for that person', async () => {
    const [hidden, other] = [
      await aParticipant(db, { siteId: world.siteId, coachId: world.coach }),
      await aParticipant(db, { siteId: world.siteId, coachId: world.coach }),
    ];
    const shared = await aMeeting(db, { coachId: world.coach, enrolmentIds: [hidden.enrolmentId, other.enrolmentId], status: 'planned', days: 3 });
    await asStaff(world.localLeader, () => protection.protect(hidden.participantId, { protection: 'confidentiality-mark', staffIds: [] }));
    const exit = { endDate: await dayFromToday(db, 0), exitReason: 'work' } as const;
    await asStaff(world.coach, () => enrolments.exit(other.enrolmentId, exit));
    const meetingsOf = (who: string, person: { participantId: string }) =>
      asStaff(who, () => participants.page(person.participantId)).then(({ enrolments: [one] }) =>
        one?.meetings.map(({ id, status, attendances }) => [id === shared, status, attendances.map(({ state }) => state)]),
      );
    expect(await meetingsOf(world.coach, other)).toEqual([[true, 'cancelled', ['cancelled-by-us']]]);
    expect(await meetingsOf(world.localLeader, hidden)).toEqual([[false, 'planned', ['expected']]]);
  });
});
