import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Dashboard } from '@stegvis/contracts/dashboard/dashboard';
import { rowsBehind } from '@stegvis/contracts/dashboard/links';
import type { Stage } from '@stegvis/contracts/enrolments/codes';
import type { UnitOfWork } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { EnrolmentsService } from '../enrolments/index.js';
import { anEnrolment, aParticipant, aStaff, aWorld, dayFromToday, type ParticipantDraft, type World } from '../participants/testing.js';
import { RemindersService } from '../reminders/index.js';
import { aStagePeriod } from '../stage-periods/testing.js';
import { DashboardService } from './index.js';

const window = { order: 'ASC' as const, start: 0, end: 100 };

describe('the dashboard of a project with two sites', () => {
  let db: TestDatabase;
  let world: World;
  let work: UnitOfWork;
  let dashboard: DashboardService;
  const seenBy = (staffId: string) => asStaff(staffId, () => dashboard.of(world.projectId));

  beforeAll(async () => {
    db = await testDatabase();
    world = await aWorld(db);
    work = await db.work('api');
    dashboard = new DashboardService(work);
    const { siteId, otherSiteId } = world;
    const [yesterday, today, tomorrow] = [await dayFromToday(db, -1), await dayFromToday(db, 0), await dayFromToday(db, 1)];
    const one = async (draft: Partial<ParticipantDraft>, ...stages: (readonly [Stage, string, string?])[]) => {
      const made = await aParticipant(db, { siteId, gender: 'woman', ...draft });
      for (const [stage, startDate, endDate] of stages)
        await aStagePeriod(db, { enrolmentId: made.enrolmentId, stage, startDate, endDate, main: false });
      return made;
    };
    const because = (id: string, reason: string) =>
      db.sql('update app.enrolment set exit_reason = $2, version = version + 1 where id = $1', [id, reason]);
    const startDate = await dayFromToday(db, -90);

    // At the site, active: two women and a man. Stages count on their first and last day, not before and not after.
    await one({}, ['coaching', startDate], ['internship', startDate, today]);
    await one({}, ['mapping', startDate, yesterday]);
    await one({ gender: 'man' }, ['coaching', today], ['matching', tomorrow]);
    await one({ status: 'on-hold' }, ['coaching', startDate]);
    await one({ status: 'referred' });
    await one({ status: 'waiting', gender: 'man' });
    await one({ status: 'declined' });
    // Left to work 10 days ago; to studies yesterday, and came back today; registered by mistake.
    const left = await one({ status: 'exited' });
    const back = await one({ status: 'exited', endDate: yesterday, gender: 'man' });
    await because(back.enrolmentId, 'studies');
    await anEnrolment(db, back.participantId, { siteId, startDate: today });
    await because((await one({ status: 'exited' })).enrolmentId, 'registered-by-mistake');
    // At the other site: one active person and one who left to work.
    const there = await one({ siteId: otherSiteId, gender: 'non-binary' });
    await one({ siteId: otherSiteId, status: 'exited' });

    const target = (of: object) =>
      db.sql(
        `insert into app.target (project_id, site_id, indicator, gender, start_date, end_date, value)
         select $1, t.site, t.indicator, t.gender, t.start_date, t.end_date, 60 from jsonb_to_record($2) as t (site uuid, indicator text, gender text, start_date date, end_date date)`,
        [world.projectId, JSON.stringify(of)],
      );
    await target({ indicator: 'entered' });
    await target({ indicator: 'entered', site: siteId, gender: 'woman' });
    await target({ indicator: 'entered', site: siteId, start_date: today, end_date: today });
    await target({ indicator: 'exited-to-work', site: otherSiteId });
    await target({ indicator: 'exited-to-work-or-studies', site: siteId });
    await target({ indicator: 'exited-to-work-or-studies', site: siteId, start_date: yesterday, end_date: tomorrow });

    const remind = (enrolmentId: string, rule: string, due: string, state = 'open', until: string | null = null) =>
      db.sql(
        `insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, due_date, state, snoozed_until, closed_at)
         select organisation_id, project_id, site_id, id, $2, id, $3, $4, $5, case when $4 = 'done' then now() end from app.enrolment where id = $1`,
        [enrolmentId, rule, due, state, until],
      );
    await remind(left.enrolmentId, 'exit-facts-missing', yesterday);
    await remind(back.enrolmentId, 'exit-facts-missing', today);
    await remind(left.enrolmentId, 'no-contact', yesterday, 'done');
    await remind(back.enrolmentId, 'no-contact', yesterday, 'snoozed', tomorrow);
    await remind(left.enrolmentId, 'entry-facts-missing', yesterday, 'snoozed', today);
    await remind(there.enrolmentId, 'no-contact', yesterday);
  });
  afterAll(() => db.drop());

  const stagesOf = ({ stages }: Dashboard) =>
    Object.fromEntries(stages.filter(({ count }) => count > 0).map(({ stage, gender, count }) => [`${stage} ${gender}`, count]));
  const targetsOf = ({ targets }: Dashboard) =>
    targets.map(({ siteId, indicator, gender, reached }) => [siteId === world.siteId ? 'site' : siteId && 'other', indicator, gender, reached]);
  const overdueOf = ({ overdue }: Dashboard) =>
    overdue.map(({ siteId, rule, count }) => [siteId === world.siteId ? 'site' : 'other', rule, count]).sort();

  it('shows the leader of the project all of it', async () => {
    const all = await seenBy(world.projectLeader);
    expect(all).toMatchObject({ id: world.projectId, active: 5, waiting: 2, entered: 9, left: 3 });
    expect(all.stages).toHaveLength(18);
    expect(stagesOf(all)).toEqual({
      'coaching woman': 1,
      'internship woman': 1,
      'coaching man': 1,
      'none woman': 1,
      'none man': 1,
      'none non-binary': 1,
    });
    expect(targetsOf(all)).toHaveLength(6);
    expect(targetsOf(all)[0]).toEqual([null, 'entered', null, 9]);
    expect(targetsOf(all)).toContainEqual(['other', 'exited-to-work', null, 1]);
    expect(overdueOf(all)).toEqual([
      ['other', 'no-contact', 1],
      ['site', 'entry-facts-missing', 1],
      ['site', 'exit-facts-missing', 1],
    ]);
  });

  it('shows a local leader the own site, and its targets only', async () => {
    const own = await seenBy(world.localLeader);
    expect(own).toMatchObject({ active: 4, waiting: 2, entered: 7, left: 2 });
    expect(stagesOf(own)).not.toHaveProperty('none non-binary');
    expect(targetsOf(own)).toEqual([
      ['site', 'entered', null, 1],
      ['site', 'entered', 'woman', 4],
      ['site', 'exited-to-work-or-studies', null, 2],
      ['site', 'exited-to-work-or-studies', null, 1],
    ]);
    expect(overdueOf(own)).toEqual([
      ['site', 'entry-facts-missing', 1],
      ['site', 'exit-facts-missing', 1],
    ]);
    const other = await seenBy(world.otherLeader);
    expect(other).toMatchObject({ active: 1, waiting: 0, entered: 2, left: 1 });
    expect(targetsOf(other)).toEqual([['other', 'exited-to-work', null, 1]]);
  });

  it('is not there for those who lead nothing of the project', async () => {
    const stranger = await aStaff(db, 'project-leader', { projectId: (await aWorld(db)).projectId });
    for (const staffId of [stranger, world.coach, world.funder, world.administrator])
      await expect(seenBy(staffId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leads from each number to exactly the rows it counts', async () => {
    const reminders = new RemindersService(work);
    const enrolments = new EnrolmentsService(work, reminders);
    for (const reader of [world.projectLeader, world.localLeader]) {
      await asStaff(reader, async () => {
        const shown = await dashboard.of(world.projectId);
        const count = async (filters: object) => (await enrolments.list(filters, window)).total;
        for (const name of ['active', 'waiting', 'entered', 'left'] as const)
          expect([name, await count(rowsBehind[name](world.projectId))]).toEqual([name, shown[name]]);
        for (const figure of shown.stages) expect([figure, await count(rowsBehind.stage(world.projectId, figure))]).toEqual([figure, figure.count]);
        for (const figure of shown.targets)
          expect([figure, await count(rowsBehind.target(world.projectId, figure))]).toEqual([figure, figure.reached]);
        for (const figure of shown.overdue)
          expect((await reminders.list(rowsBehind.overdue(world.projectId, figure), window)).total).toBe(figure.count);
        expect((await reminders.list(rowsBehind.overdue(world.projectId), window)).total).toBe(
          shown.overdue.reduce((sum, { count: one }) => sum + one, 0),
        );
      });
    }
  });
});
