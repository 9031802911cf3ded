import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { anEnrolment, aParticipant, aProject, aSite, aStaff, dayFromToday } from '../participants/testing.js';
import { RemindersService } from '../reminders/index.js';
import { EnrolmentsService } from './index.js';

let db: TestDatabase;
let enrolments: EnrolmentsService;

beforeAll(async () => {
  db = await testDatabase();
  const work = await db.work('api');
  enrolments = new EnrolmentsService(work, new RemindersService(work));
});
afterAll(() => db.drop());

/** A cell of a report with these enrolments behind it. */
async function aCell(projectId: string, enrolmentIds: string[]): Promise<string> {
  const [cell] = await db.sql<{ id: string }>(
    `with run as (insert into app.report_run (project_id, period_start, period_end, rule_version) values ($1, app.today() - 30, app.today() - 1, 1) returning id, project_id)
     insert into app.report_cell (project_id, run_id, section, row_name, column_name, value) select project_id, id, 'entered', 'all', 'total', 2 from run returning id`,
    [projectId],
  );
  await db.sql(
    `insert into app.report_member (project_id, run_id, cell_id, enrolment_id, organisation_id, site_id)
     select c.project_id, c.run_id, c.id, e.id, e.organisation_id, e.site_id from app.report_cell c, app.enrolment e where c.id = $1 and e.id = any ($2)`,
    [cell?.id, enrolmentIds],
  );
  return cell?.id ?? '';
}

describe('the list of enrolments', () => {
  it('is filtered by whatever a figure counts', async () => {
    const projectId = await aProject(db);
    const siteId = await aSite(db, { projectId });
    const coachId = await aStaff(db, 'coach', { siteId });
    const leader = await aStaff(db, 'local-leader', { siteId });
    const projectLeader = await aStaff(db, 'project-leader', { projectId });
    const day = (n: number) => dayFromToday(db, n);
    const active = (await aParticipant(db, { siteId, coachId, familyName: 'A', startDate: await day(-50) })).enrolmentId;
    const left = (
      await aParticipant(db, { siteId, familyName: 'B', gender: 'man', status: 'exited', startDate: await day(-80), endDate: await day(-8) })
    ).enrolmentId;
    const waiting = (await aParticipant(db, { siteId, familyName: 'C', status: 'referred' })).enrolmentId;
    const { participantId } = await aParticipant(db, { siteId, familyName: 'D', status: 'declined' });
    const declined = (await db.sql<{ id: string }>('select id from app.enrolment where participant_id = $1', [participantId]))[0]?.id;
    const bare = await anEnrolment(db, participantId, { siteId, startDate: await day(-40) });
    await db.sql(
      `insert into app.stage_period (organisation_id, project_id, site_id, enrolment_id, stage, start_date, main)
       select organisation_id, project_id, site_id, id, 'internship', start_date, true from app.enrolment where id = $1`,
      [active],
    );
    await db.sql(
      `insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, due_date, state, snoozed_until)
       select organisation_id, project_id, site_id, id, 'no-contact', id, app.today() - 1, case when id = $1 then 'open' else 'snoozed' end, case when id <> $1 then app.today() + 1 end
       from app.enrolment where id = any ($2)`,
      [active, [active, bare]],
    );
    const found = async (filters: object, who = leader) =>
      (await asStaff(who, () => enrolments.list(filters, { start: 0, end: 25, order: 'ASC' }))).rows.map(({ id }) => id).sort();
    const just = (...ids: (string | undefined)[]) => ids.sort();
    expect(await found({})).toEqual(just(active, left, waiting, declined, bare));
    expect(await found({ coachId })).toEqual([active]);
    expect(await found({ entered: true })).toEqual(just(active, left, bare));
    expect(await found({ entered: false })).toEqual(just(waiting, declined));
    expect(await found({ openStage: 'internship' })).toEqual([active]);
    expect(await found({ openStage: 'coaching' })).toEqual([]);
    expect(await found({ mainStage: 'internship', status: 'active' })).toEqual([active]);
    expect(await found({ withoutStage: true })).toEqual([bare]);
    expect(await found({ startedFrom: await day(-50), startedTo: await day(-41) })).toEqual([active]);
    expect(await found({ endedFrom: await day(-8), endedTo: await day(-8) })).toEqual([left]);
    expect(await found({ exitReason: ['studies', 'work'], gender: 'man' })).toEqual([left]);
    expect(await found({ overdue: true })).toEqual([active]);
    expect(await found({ participantId, projectId })).toEqual(just(declined, bare));
    expect(await found({}, projectLeader)).toHaveLength(5);
    expect(await found({ reportCellId: await aCell(projectId, [left, bare]) }, projectLeader)).toEqual(just(left, bare));
    expect(await found({ reportCellId: siteId }, projectLeader)).toEqual([]);
    const [pseudonymous] = (await asStaff(projectLeader, () => enrolments.list({ coachId }, { start: 0, end: 25, order: 'ASC' }))).rows;
    expect(pseudonymous).toMatchObject({ participantName: null, gender: 'woman', mainStage: 'internship' });
    expect(pseudonymous).not.toHaveProperty('disability');
  });
});
