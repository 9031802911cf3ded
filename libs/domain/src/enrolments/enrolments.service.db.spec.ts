import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Enrolment } from '@stegvis/contracts/enrolments/enrolment';
import { databaseFault, refusalOf } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { aParticipant, aStaff, aWorld, dayFromToday, giveRole, type ParticipantDraft, type World } from '../participants/testing.js';
import { ReminderEntity, RemindersService } from '../reminders/index.js';
import { EnrolmentCoachEntity, EnrolmentEntity, EnrolmentsService, VoluntaryFactsEntity } from './index.js';

let db: TestDatabase;
let enrolments: EnrolmentsService;
let world: World;
let today: string;

beforeAll(async () => {
  db = await testDatabase();
  const work = await db.work('api', [EnrolmentEntity, EnrolmentCoachEntity, VoluntaryFactsEntity, ReminderEntity]);
  enrolments = new EnrolmentsService(work, new RemindersService(work));
  world = await aWorld(db);
  today = await dayFromToday(db, 0);
});
afterAll(() => db.drop());

const asCoach = <T>(run: () => Promise<T>) => asStaff(world.coach, run);
const aCase = async (over: Partial<ParticipantDraft> = {}) => aParticipant(db, { siteId: world.siteId, coachId: world.coach, ...over });
const at = (enrolment: Enrolment) => ({ version: enrolment.version, told: 'body' as const });
const refusal = async (run: Promise<unknown>) => {
  const fault = await run.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  const known = databaseFault(fault);
  return known ? refusalOf(known) : fault;
};
const errorAt = (input: string, code: string) => ({ detail: { errors: { [input]: { code } } } });

describe('accepting a referral', () => {
  it('starts the enrolment and its first stage, with facts of the day', async () => {
    const { enrolmentId } = await aCase({ status: 'referred', factsMissing: true });
    const accepted = await asCoach(() => enrolments.accept(enrolmentId, { startDate: today, stage: 'mapping', labourStatus: 'inactive' }));
    expect(accepted).toMatchObject({
      status: 'active',
      startDate: today,
      mainStage: 'mapping',
      labourStatus: 'inactive',
      entryFactsMissing: true,
      coachName: 'Cilla Coach',
      version: 2,
    });
  });

  it('by a local leader gives it the coach whom the leader names', async () => {
    const { enrolmentId } = await aCase({ status: 'waiting', coachId: undefined });
    const asLeader = <T>(run: () => Promise<T>) => asStaff(world.localLeader, run);
    await expect(asLeader(() => enrolments.accept(enrolmentId, { startDate: today, coachId: world.otherCoach }))).rejects.toMatchObject(
      errorAt('coachId', 'no-coach-there'),
    );
    await expect(asLeader(() => enrolments.accept(enrolmentId, { startDate: today, coachId: world.colleague }))).resolves.toMatchObject({
      coachId: world.colleague,
    });
    const other = await aCase({ status: 'referred', coachId: undefined });
    await expect(asLeader(() => enrolments.accept(other.enrolmentId, { startDate: today }))).resolves.toMatchObject({ coachId: null });
    const both = await aStaff(db, 'local-leader', { siteId: world.siteId });
    await giveRole(db, both, 'coach', { siteId: world.siteId });
    const third = await aCase({ status: 'referred', coachId: undefined });
    await expect(asStaff(both, () => enrolments.accept(third.enrolmentId, { startDate: today }))).resolves.toMatchObject({ coachId: both });
  });

  it('is refused outside the project, and a second time', async () => {
    const { enrolmentId } = await aCase({ status: 'referred' });
    expect(await refusal(asCoach(() => enrolments.accept(enrolmentId, { startDate: '2090-01-01' })))).toMatchObject(
      errorAt('startDate', 'outside-project'),
    );
    const both = await Promise.allSettled([1, 2].map(() => asCoach(() => enrolments.accept(enrolmentId, { startDate: today, stage: 'coaching' }))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { code: 'not-from-this-status', detail: { current: { status: 'active' } } },
    });
  });
});

describe('declining a referral', () => {
  it('keeps the reason', async () => {
    const { enrolmentId } = await aCase({ status: 'referred' });
    await expect(asCoach(() => enrolments.decline(enrolmentId, { declineReason: 'not-reached' }))).resolves.toMatchObject({
      status: 'declined',
      declineReason: 'not-reached',
    });
    await expect(asCoach(() => enrolments.accept(enrolmentId, { startDate: today }))).rejects.toMatchObject({ code: 'not-from-this-status' });
  });
});

/** A meeting so many days from today at which these are expected, or whom the coach met. */
const meet = async (days: number, enrolmentIds: string[], status: 'planned' | 'held') => {
  const [made] = await db.sql<{ id: string }>(
    `with m as (insert into app.meeting (organisation_id, project_id, site_id, coach_id, starts_at, minutes, kind, channel, status)
                select organisation_id, project_id, site_id, $2, (app.today() + $3::integer + time '12:00') at time zone 'Europe/Stockholm', 60, 'group', 'office', $4
                from app.enrolment where id = $1 returning *),
          a as (insert into app.attendance (organisation_id, project_id, site_id, meeting_id, enrolment_id, state)
                select organisation_id, project_id, site_id, id, unnest($5::uuid[]), case $4 when 'held' then 'attended' else 'expected' end from m)
     select id from m`,
    [enrolmentIds[0], world.coach, days, status, enrolmentIds],
  );
  return made?.id ?? '';
};

describe('leaving a project', () => {
  it('ends open stages on the same day, and calls the person off from what was planned after it', async () => {
    const { enrolmentId } = await aCase();
    const other = await aCase({ coachId: world.colleague });
    const start = await dayFromToday(db, -90);
    await db.sql(
      `insert into app.stage_period (organisation_id, project_id, site_id, enrolment_id, stage, start_date, end_date, main)
       select organisation_id, project_id, site_id, id, s.stage, $2, s.until::date, s.stage = 'coaching' from app.enrolment, (values ('coaching', null), ('mapping', $3)) as s (stage, until) where id = $1`,
      [enrolmentId, start, await dayFromToday(db, -60)],
    );
    const [alone, group, before] = [
      await meet(2, [enrolmentId], 'planned'),
      await meet(3, [enrolmentId, other.enrolmentId], 'planned'),
      await meet(-5, [enrolmentId], 'planned'),
    ];
    await expect(
      asCoach(() => enrolments.exit(enrolmentId, { endDate: today, exitReason: 'work', exitLabourStatus: 'employed' })),
    ).resolves.toMatchObject({
      status: 'exited',
      endDate: today,
      exitReason: 'work',
      exitLabourStatus: 'employed',
      coachId: world.coach,
    });
    expect(await db.sql('select stage, end_date from app.stage_period where enrolment_id = $1 order by stage', [enrolmentId])).toEqual([
      { stage: 'coaching', end_date: today },
      { stage: 'mapping', end_date: await dayFromToday(db, -60) },
    ]);
    const states = await db.sql(
      `select m.id, m.status, a.enrolment_id = $2 as mine, a.state from app.meeting m join app.attendance a on a.meeting_id = m.id where m.id = any ($1) order by m.starts_at desc, mine desc`,
      [[alone, group, before], enrolmentId],
    );
    expect(states).toEqual([
      { id: group, status: 'planned', mine: true, state: 'cancelled-by-us' },
      { id: group, status: 'planned', mine: false, state: 'expected' },
      { id: alone, status: 'cancelled', mine: true, state: 'cancelled-by-us' },
      { id: before, status: 'planned', mine: true, state: 'expected' },
    ]);
  });

  it('is refused when the person was met later, or the day is wrong', async () => {
    const { enrolmentId } = await aCase();
    await meet(-3, [enrolmentId], 'held');
    const exit = (endDate: string) => asCoach(() => enrolments.exit(enrolmentId, { endDate, exitReason: 'moved' }));
    await expect(exit(await dayFromToday(db, -4))).rejects.toMatchObject(errorAt('endDate', 'met-later'));
    await expect(exit(await dayFromToday(db, 1))).rejects.toMatchObject(errorAt('endDate', 'future-date'));
    await expect(exit(await dayFromToday(db, -3))).resolves.toMatchObject({ status: 'exited' });
  });
});

describe('changing an enrolment', () => {
  it('gives back what it got, and raises the version', async () => {
    const { enrolmentId } = await aCase();
    const read = await asCoach(() => enrolments.get(enrolmentId));
    const { coachId, referredBy, labourStatus, incomeSources, disability, minority, housingExclusion, exitLabourStatus, exitQualification } = read;
    const same = { coachId, referredBy, labourStatus, incomeSources, disability, minority, housingExclusion, exitLabourStatus, exitQualification };
    await expect(asCoach(() => enrolments.change(enrolmentId, same, at(read)))).resolves.toEqual({ ...read, version: 2 });
    await expect(asCoach(() => enrolments.change(enrolmentId, same, at(read)))).rejects.toMatchObject({
      kind: 'conflict',
      detail: { current: { version: 2 } },
    });
  });

  it('fills in facts, and clears the reminder of them', async () => {
    const { enrolmentId } = await aCase({ factsMissing: true });
    await db.sql(
      `insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, staff_id, due_date)
       select organisation_id, project_id, site_id, id, 'entry-facts-missing', id, $2, app.today() from app.enrolment where id = $1`,
      [enrolmentId, world.coach],
    );
    const facts = {
      labourStatus: 'unemployed',
      educationLevel: 'compulsory',
      incomeSources: ['social-assistance', 'activity-grant'],
      minority: 'declined',
    } as const;
    await expect(
      asCoach(() => enrolments.change(enrolmentId, { ...facts, incomeSources: [...facts.incomeSources] }, { version: 1, told: 'body' })),
    ).resolves.toMatchObject({
      ...facts,
      disability: 'not-asked',
      entryFactsMissing: false,
    });
    expect(await db.sql('select state from app.reminder where enrolment_id = $1', [enrolmentId])).toEqual([{ state: 'cancelled' }]);
  });

  it('hands the case over: both coaches see it today, the new one from tomorrow', async () => {
    const { enrolmentId } = await aCase();
    await expect(asCoach(() => enrolments.change(enrolmentId, { coachId: world.otherCoach }, { version: 1, told: 'body' }))).rejects.toMatchObject(
      errorAt('coachId', 'no-coach-there'),
    );
    await expect(asCoach(() => enrolments.change(enrolmentId, { coachId: world.colleague }, { version: 1, told: 'body' }))).resolves.toMatchObject({
      coachId: world.colleague,
      coachName: 'Calle Kollega',
    });
    await expect(asStaff(world.colleague, () => enrolments.get(enrolmentId))).resolves.toMatchObject({ coachName: 'Calle Kollega' });
    await db.sql(
      'update app.enrolment_coach set valid_from = valid_from - 1, valid_to = valid_to - 1, version = version + 1 where enrolment_id = $1',
      [enrolmentId],
    );
    await expect(asCoach(() => enrolments.get(enrolmentId))).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('hands its reminders over, however often on one day', async () => {
    const { enrolmentId } = await aCase({ factsMissing: true });
    await db.sql(
      `insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, staff_id, due_date)
       select organisation_id, project_id, site_id, id, 'entry-facts-missing', id, $2, app.today() from app.enrolment where id = $1`,
      [enrolmentId, world.coach],
    );
    const third = await aStaff(db, 'coach', { siteId: world.siteId });
    for (const [before, coachId] of [world.colleague, third, world.colleague].entries()) {
      await asCoach(() => enrolments.change(enrolmentId, { coachId }, { version: before + 1, told: 'body' }));
      expect(await db.sql('select state, staff_id from app.reminder where enrolment_id = $1', [enrolmentId])).toEqual([
        { state: 'open', staff_id: coachId },
      ]);
    }
  });
});

describe('enrolling somebody again', () => {
  it('keeps the facts of the first entry', async () => {
    const { participantId } = await aCase({ status: 'exited', gender: 'man' });
    await expect(asCoach(() => enrolments.enrolAgain({ participantId, siteId: world.siteId, referredOn: today }))).resolves.toMatchObject({
      status: 'referred',
      gender: 'man',
      labourStatus: 'unemployed',
      coachId: world.coach,
    });
    expect(await refusal(asCoach(() => enrolments.enrolAgain({ participantId, siteId: world.siteId, referredOn: today })))).toMatchObject({
      kind: 'conflict',
      code: 'enrolment-open',
    });
  });

  it('is for a person whom the asker may see, at an own site of the same organisation', async () => {
    const { participantId } = await aCase({ status: 'exited' });
    const again = (siteId: string) => enrolments.enrolAgain({ participantId, siteId, referredOn: today });
    await expect(asCoach(() => again(world.otherSiteId))).rejects.toMatchObject(errorAt('siteId', 'not-your-site'));
    await expect(asStaff(world.colleague, () => again(world.siteId))).rejects.toMatchObject(errorAt('participantId', 'unknown-reference'));
    await giveRole(db, world.coach, 'coach', { siteId: world.otherSiteId });
    await expect(asCoach(() => again(world.otherSiteId))).rejects.toMatchObject(errorAt('siteId', 'other-organisation'));
  });
});

describe('to a stranger', () => {
  it.each(['colleague', 'otherCoach', 'otherLeader', 'funder', 'administrator'] as const)('(%s) there is no enrolment', async (who) => {
    const { enrolmentId: id } = await aCase({ status: 'referred' });
    const { enrolmentId: active } = await aCase();
    const asStranger = <T>(run: () => Promise<T>) => asStaff(world[who], run);
    const gone = { kind: 'not-found' };
    expect((await asStranger(() => enrolments.list({}, { start: 0, end: 25, order: 'ASC' }, [id, active]))).total).toBe(0);
    await expect(asStranger(() => enrolments.get(id))).rejects.toMatchObject(gone);
    await expect(asStranger(() => enrolments.accept(id, { startDate: today }))).rejects.toMatchObject(gone);
    await expect(asStranger(() => enrolments.decline(id, { declineReason: 'other' }))).rejects.toMatchObject(gone);
    await expect(asStranger(() => enrolments.exit(active, { endDate: today, exitReason: 'work' }))).rejects.toMatchObject(gone);
    await expect(asStranger(() => enrolments.change(active, { referredBy: 'X' }, { version: 1, told: 'body' }))).rejects.toMatchObject(gone);
  });

  it('(the project leader) it can be seen without the name and not touched', async () => {
    const { enrolmentId: id } = await aCase();
    const asLeader = <T>(run: () => Promise<T>) => asStaff(world.projectLeader, run);
    await expect(asLeader(() => enrolments.get(id))).resolves.toMatchObject({ participantName: null });
    await expect(asLeader(() => enrolments.exit(id, { endDate: today, exitReason: 'work' }))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(asLeader(() => enrolments.change(id, { referredBy: 'X' }, { version: 1, told: 'body' }))).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
