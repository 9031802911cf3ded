import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fieldsOf } from '@stegvis/contracts/fields/field';
import { Meeting } from '@stegvis/contracts/meetings/meeting';
import { EnrolmentOnPage } from '@stegvis/contracts/participants/page';
import { Reminder } from '@stegvis/contracts/reminders/reminder';
import { StagePeriod } from '@stegvis/contracts/stage-periods/stage-period';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { IdentityVault, ParticipantEntity, ParticipantsService } from './index.js';
import { anEnrolment, aParticipant, aWorld, dayFromToday, type World } from './testing.js';

let db: TestDatabase;
let participants: ParticipantsService;
let world: World;

beforeAll(async () => {
  db = await testDatabase();
  participants = new ParticipantsService(await db.work('api', [ParticipantEntity]), new IdentityVault(randomBytes(32).toString('base64')));
  world = await aWorld(db);
});
afterAll(() => db.drop());

/** A meeting with these, so many days from today at noon. */
const meet = (days: number, status: string, state: string, enrolmentIds: string[]) =>
  db.sql(
    `with m as (insert into app.meeting (organisation_id, project_id, site_id, coach_id, starts_at, minutes, kind, channel, status, void_reason)
                select organisation_id, project_id, site_id, $2, (app.today() + $3::integer + time '12:00') at time zone 'Europe/Stockholm', 60, 'group', 'office', $4,
                       case $4 when 'voided' then 'other' end
                from app.enrolment where id = $1 returning *),
          a as (insert into app.attendance (organisation_id, project_id, site_id, meeting_id, enrolment_id, state)
                select organisation_id, project_id, site_id, id, unnest($6::uuid[]), $5 from m returning *)
     insert into app.attendance_note (id, organisation_id, project_id, site_id, enrolment_id, summary)
     select id, organisation_id, project_id, site_id, enrolment_id, $4 from a`,
    [enrolmentIds[0], world.coach, days, status, state, enrolmentIds],
  );

describe('the participant page', () => {
  it('has all that the timeline shows, newest first', async () => {
    const { siteId, coach } = world;
    const { participantId, enrolmentId: old } = await aParticipant(db, {
      siteId,
      coachId: coach,
      givenName: 'Anna',
      familyName: 'Ek',
      status: 'exited',
      referredOn: await dayFromToday(db, -300),
      startDate: await dayFromToday(db, -290),
      endDate: await dayFromToday(db, -200),
    });
    const now = await anEnrolment(db, participantId, { siteId, coachId: coach });
    const other = await aParticipant(db, { siteId, coachId: world.colleague, givenName: 'Cia' });
    await meet(-10, 'held', 'attended', [now, other.enrolmentId]);
    await meet(-5, 'held', 'absent', [now]);
    await meet(-3, 'voided', 'attended', [now]);
    await meet(2, 'planned', 'expected', [now]);
    await db.sql(
      `insert into app.stage_period (organisation_id, project_id, site_id, enrolment_id, stage, start_date, end_date, main)
       select organisation_id, project_id, site_id, id, s.stage, start_date + s.day, case when s.stage = 'coaching' then start_date + 20 end, true
       from app.enrolment, (values ('coaching', 0), ('mapping', 20)) as s (stage, day) where id = $1`,
      [now],
    );
    await db.sql(
      `insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, due_date, state, closed_at)
       select organisation_id, project_id, site_id, id, 'no-contact', id, app.today() - s.day, s.state, case s.state when 'done' then now() end
       from app.enrolment, (values ('open', 1), ('done', 30)) as s (state, day) where id = $1`,
      [now],
    );

    const page = await asStaff(coach, () => participants.page(participantId));
    expect(page).toMatchObject({ id: participantId, participant: { givenName: 'Anna', identityNumberMasked: null, version: 1 } });
    expect(page.enrolments.map(({ id, lastContactOn }) => [id, lastContactOn])).toEqual([
      [now, await dayFromToday(db, -10)],
      [old, null],
    ]);
    const [open] = page.enrolments;
    expect(open).toMatchObject({ participantName: 'Anna Ek', coachName: 'Cilla Coach', mainStage: 'mapping', disability: 'not-asked' });
    expect(open?.stagePeriods.map(({ stage, main }) => [stage, main])).toEqual([
      ['mapping', true],
      ['coaching', true],
    ]);
    expect(
      open?.meetings.map(({ status, attendances }) => [
        status,
        attendances.map(({ participantName, state, summary }) => [participantName, state, summary]),
      ]),
    ).toEqual([
      ['planned', [['Anna Ek', 'expected', 'planned']]],
      ['held', [['Anna Ek', 'absent', 'held']]],
      ['held', [['Anna Ek', 'attended', 'held']]],
    ]);
    expect(open?.reminders.map(({ state, participantName }) => [state, participantName])).toEqual([['open', 'Anna Ek']]);
    for (const [row, shape] of [
      [open, EnrolmentOnPage],
      [open?.meetings[0], Meeting],
      [open?.stagePeriods[0], StagePeriod],
      [open?.reminders[0], Reminder],
    ] as const)
      expect(Object.keys(row ?? {})).toEqual(expect.arrayContaining([...fieldsOf(shape).keys()]));
    expect(open?.meetings[0]?.startsAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('shows each reader what they may see: another coach nothing, the leader all of the site', async () => {
    const { siteId, coach } = world;
    const { participantId, enrolmentId } = await aParticipant(db, { siteId, coachId: coach });
    await meet(-10, 'held', 'attended', [enrolmentId]);
    await expect(asStaff(world.colleague, () => participants.page(participantId))).rejects.toMatchObject({ kind: 'not-found' });
    expect(await asStaff(world.localLeader, () => participants.page(participantId))).toMatchObject({
      enrolments: [{ id: enrolmentId, meetings: [{ status: 'held' }] }],
    });
  });
});
