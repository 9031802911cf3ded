import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { aMeeting } from '../meetings/testing.js';
import { aParticipant, aSite, aStaff, aStandIn, aWorld, dayFromToday, type World } from '../participants/testing.js';
import { aStagePeriod } from '../stage-periods/testing.js';
import { MyDayService } from './index.js';

let db: TestDatabase;
let myDay: MyDayService;
let world: World;

beforeAll(async () => {
  db = await testDatabase();
  myDay = new MyDayService(await db.work('api'));
  world = await aWorld(db);
});
afterAll(() => db.drop());

const aReminder = (enrolmentId: string, rule: string, over: { staffId?: string; days?: number; state?: string; until?: number } = {}) =>
  db.sql(
    `insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, staff_id, due_date, state, snoozed_until)
     select organisation_id, project_id, site_id, id, $2, gen_random_uuid(), $3, app.today() + $4::integer, $5, app.today() + $6::integer from app.enrolment where id = $1`,
    [enrolmentId, rule, over.staffId ?? null, over.days ?? 0, over.state ?? 'open', over.until ?? null],
  );

describe('my day', () => {
  it('of a coach: what is due, who comes, whom nobody has met for long', async () => {
    const { siteId, coach } = world;
    const anna = await aParticipant(db, { siteId, coachId: coach, givenName: 'Anna', familyName: 'Ek' });
    const bo = await aParticipant(db, { siteId, coachId: coach, givenName: 'Bo', familyName: 'Ål', status: 'on-hold' });
    const cia = await aParticipant(db, { siteId, coachId: world.colleague, givenName: 'Cia', familyName: 'Öst' });
    await aStandIn(db, { siteId, coachId: world.colleague, standInId: coach, appointedBy: world.localLeader });
    await aParticipant(db, { siteId, coachId: coach, status: 'exited' });
    await aParticipant(db, { siteId, coachId: coach, status: 'referred' });
    await aParticipant(db, { siteId, coachId: world.colleague, status: 'waiting' });
    await aStagePeriod(db, { enrolmentId: anna.enrolmentId, stage: 'internship' });
    // Last contact: Anna 20 days ago (the one that she missed does not count), Bo five days ago, Cia never.
    await aMeeting(db, { coachId: coach, enrolmentIds: [anna.enrolmentId], days: -20 });
    await aMeeting(db, { coachId: coach, enrolmentIds: [anna.enrolmentId], days: -2, status: 'missed' });
    await aMeeting(db, { coachId: coach, enrolmentIds: [bo.enrolmentId], days: -5 });
    await aMeeting(db, { coachId: coach, enrolmentIds: [cia.enrolmentId], days: -4, status: 'voided' });
    // Today, to the minute; tomorrow and what was voided are not today.
    const last = await aMeeting(db, { coachId: coach, enrolmentIds: [bo.enrolmentId, anna.enrolmentId], days: 0, at: '23:59', status: 'planned' });
    const first = await aMeeting(db, { coachId: coach, enrolmentIds: [anna.enrolmentId], days: 0, at: '00:00' });
    await aMeeting(db, { coachId: coach, enrolmentIds: [anna.enrolmentId], days: 0, at: '12:00', status: 'voided' });
    await aMeeting(db, { coachId: coach, enrolmentIds: [bo.enrolmentId], days: 1, at: '00:00', status: 'planned' });
    const covered = await aMeeting(db, { coachId: world.colleague, enrolmentIds: [cia.enrolmentId], days: 0, status: 'planned', at: '23:58' });
    // Due: five of these six; the last is of somebody I stand in for.
    await aReminder(anna.enrolmentId, 'entry-facts-missing', { staffId: coach, days: -9 });
    await aReminder(anna.enrolmentId, 'no-contact', { staffId: coach, days: -1 });
    await aReminder(bo.enrolmentId, 'no-contact', { staffId: coach, days: -3 });
    await aReminder(bo.enrolmentId, 'meeting-not-written-up', { staffId: coach, days: -4, state: 'snoozed', until: 0 });
    await aReminder(bo.enrolmentId, 'exit-facts-missing', { staffId: coach, days: -4, state: 'snoozed', until: 1 });
    await aReminder(cia.enrolmentId, 'no-contact', { staffId: world.colleague });

    const day = await asStaff(coach, () => myDay.get());
    expect(day.today).toBe(await dayFromToday(db, 0));
    expect(day.dueCount).toBe(5);
    expect(day.reminders.map(({ rule, participantName }) => [rule, participantName])).toEqual([
      ['meeting-not-written-up', 'Bo Ål'],
      ['no-contact', 'Bo Ål'],
      ['no-contact', 'Anna Ek'],
      ['no-contact', 'Cia Öst'],
      ['entry-facts-missing', 'Anna Ek'],
    ]);
    expect(day.meetings.map(({ id, participants }) => [id, participants.map(({ participantName }) => participantName)])).toEqual([
      [first, ['Anna Ek']],
      [covered, ['Cia Öst']],
      [last, ['Anna Ek', 'Bo Ål']],
    ]);
    expect(day.meetings[0]?.startsAt).toMatch(/^\d{4}-\d\d-\d\dT2[23]:00:00\.000Z$/);
    const [today, fiveAgo] = [await dayFromToday(db, 0), await dayFromToday(db, -5)];
    expect(
      day.caseload.map(({ participantName, lastContactOn, dueReminders, mainStage, status, standInFor }) => ({
        participantName,
        lastContactOn,
        dueReminders,
        mainStage,
        status,
        standInFor,
      })),
    ).toEqual([
      { participantName: 'Cia Öst', lastContactOn: null, dueReminders: 1, mainStage: null, status: 'active', standInFor: 'Calle Kollega' },
      { participantName: 'Bo Ål', lastContactOn: fiveAgo, dueReminders: 2, mainStage: null, status: 'on-hold', standInFor: null },
      { participantName: 'Anna Ek', lastContactOn: today, dueReminders: 2, mainStage: 'internship', status: 'active', standInFor: null },
    ]);
    expect(day.caseload[1]?.nextMeetingAt).not.toBeNull();
    expect(day.referralsWaiting).toBe(2);
    expect(day.standsInFor.map(({ coachName, endsOn }) => [coachName, endsOn])).toEqual([['Calle Kollega', await dayFromToday(db, 30)]]);
  });

  it('of a local leader: what is nobody’s at the site, and its referrals', async () => {
    const siteId = await aSite(db, { projectId: world.projectId });
    const leader = await aStaff(db, 'local-leader', { siteId });
    const coachId = await aStaff(db, 'coach', { siteId });
    const alone = await aParticipant(db, { siteId, familyName: 'Ensam' });
    const coached = await aParticipant(db, { siteId, coachId });
    await aParticipant(db, { siteId, status: 'waiting' });
    await aParticipant(db, { siteId, coachId, status: 'referred' });
    await aReminder(alone.enrolmentId, 'no-contact');
    await aReminder(coached.enrolmentId, 'no-contact', { staffId: coachId });
    const day = await asStaff(leader, () => myDay.get());
    expect(day.reminders.map(({ participantName, staffId }) => [participantName, staffId])).toEqual([['Kim Ensam', null]]);
    expect(day).toMatchObject({ dueCount: 1, referralsWaiting: 2, caseload: [], meetings: [] });
  });

  it.each(['otherCoach', 'projectLeader', 'funder', 'administrator'] as const)('of anybody else (%s) is empty', async (who) => {
    expect(await asStaff(world[who], () => myDay.get())).toMatchObject({
      dueCount: 0,
      reminders: [],
      meetings: [],
      caseload: [],
      referralsWaiting: 0,
    });
  });
});
