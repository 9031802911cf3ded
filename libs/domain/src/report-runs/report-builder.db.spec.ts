import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportColumns } from '@stegvis/contracts/report-runs/codes';
import { asJob, type UnitOfWork } from '@stegvis/platform/postgres';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { aProject, aSite } from '../participants/testing.js';
import { ReportBuilder } from './report-builder.js';
import { placesOfReport } from './report-places.js';
import { aReturn, aRun, aSubject, figuresOf, type SubjectDraft } from './testing.js';

const nobody = [0, 0, 0, 0];
const march = { periodStart: '2024-03-01', periodEnd: '2024-03-31' };

describe('the report of March 2024', () => {
  let db: TestDatabase;
  let report: UnitOfWork;
  let builder: ReportBuilder;
  let projectId: string;
  let runId: string;

  beforeAll(async () => {
    db = await testDatabase();
    report = await db.work('report');
    builder = new ReportBuilder(report);
    projectId = await aProject(db, { startDate: '2023-01-01', endDate: '2100-12-31' });
    const siteId = await aSite(db, { projectId });
    const otherSiteId = await aSite(db, { projectId });
    const a = (draft: Omit<SubjectDraft, 'siteId'>) => aSubject(db, { siteId, ...draft });
    const facts = { inEducation: false, qualification: false } as const;

    // Ada began on the first day, her 30th birthday: coaching, and mapping until the last day.
    await a({
      gender: 'woman',
      dateOfBirth: '1994-03-01',
      start: '2024-03-01',
      stages: [
        ['coaching', '2024-03-01'],
        ['mapping', '2024-03-10', '2024-03-31'],
      ],
    });
    // Bo began on his 18th birthday and left for work, with a qualification, on the last day.
    await a({
      gender: 'man',
      dateOfBirth: '2006-03-15',
      start: '2024-03-15',
      end: '2024-03-31',
      exit: { ...facts, labourStatus: 'employed', qualification: true },
    });
    // Carl is a day younger: 17. Was inactive; left for studies and looks for work.
    await a({
      gender: 'man',
      dateOfBirth: '2006-03-16',
      start: '2024-03-15',
      end: '2024-03-20',
      labourStatus: 'inactive',
      exit: { ...facts, labourStatus: 'unemployed', inEducation: true, jobSeeking: true },
    });
    // Dao left on the day before the period.
    await a({ gender: 'non-binary', dateOfBirth: '1969-02-01', start: '2023-05-01', end: '2024-02-29' });
    // Eva came back: 54 years when she first began, 56 now; the second enrolment says another gender. Internship from the last day on.
    const eva = await a({
      gender: 'woman',
      dateOfBirth: '1968-03-01',
      start: '2023-02-01',
      end: '2023-06-30',
      exit: { ...facts, labourStatus: 'inactive' },
    });
    const evaAgain = await aReturn(db, eva.participantId, { siteId, start: '2024-03-10', stages: [['internship', '2024-03-31']] });
    await db.sql(`update app.enrolment set gender = 'man', date_of_birth = '2000-01-01', version = version + 1 where id = $1`, [evaAgain]);
    // Fia left on the 5th and was back on the 20th; her coaching ended the day before the last. 64 years.
    const fia = await a({
      gender: 'woman',
      dateOfBirth: '1960-01-01',
      start: '2024-01-10',
      end: '2024-03-05',
      exit: { ...facts, labourStatus: 'employed' },
    });
    await aReturn(db, fia.participantId, { siteId, start: '2024-03-20', stages: [['coaching', '2024-03-20', '2024-03-30']] });
    // Gus was born on 29 February, and is 55 on 28 February 2023.
    await a({ gender: 'man', dateOfBirth: '1968-02-29', start: '2023-02-28', stages: [['matching', '2023-03-01']] });
    // Hans was registered by mistake.
    await a({ gender: 'man', dateOfBirth: '1980-01-01', start: '2024-03-05', end: '2024-03-06', exitReason: 'registered-by-mistake' });
    // Jo began on the last day, without a stage. 39 years.
    await a({ gender: 'woman', dateOfBirth: '1985-01-01', start: '2024-03-31' });
    // Kim began the day after.
    await a({ gender: 'woman', dateOfBirth: '1985-01-01', start: '2024-04-01' });
    // Liv is 29 until the day after she began; nobody knows what she did before or after.
    await a({ gender: 'woman', dateOfBirth: '1994-03-02', start: '2024-03-01', end: '2024-03-29', labourStatus: null });
    // Max had work all along, and left on the first day. 53 years.
    await a({
      gender: 'man',
      dateOfBirth: '1970-01-01',
      start: '2023-03-01',
      end: '2024-03-01',
      labourStatus: 'employed',
      exit: { ...facts, labourStatus: 'employed' },
    });
    // Nea was inactive, left to her own firm, and came back after the period: as of March she has left. 48 years.
    const nea = await a({
      gender: 'woman',
      dateOfBirth: '1975-06-06',
      start: '2023-09-01',
      end: '2024-03-10',
      labourStatus: 'inactive',
      exit: { ...facts, labourStatus: 'self-employed' },
    });
    await aReturn(db, nea.participantId, { siteId, start: '2024-04-02' });
    // Ode, at the other site, has two stages at once. 24 years.
    await aSubject(db, {
      siteId: otherSiteId,
      gender: 'non-binary',
      dateOfBirth: '1999-12-31',
      start: '2024-02-01',
      stages: [
        ['coaching', '2024-02-01'],
        ['follow-along', '2024-03-01'],
      ],
    });
    // Somebody in another project.
    await aSubject(db, {
      siteId: await aSite(db, { projectId: await aProject(db, { startDate: '2023-01-01', endDate: '2100-12-31' }) }),
      gender: 'woman',
      start: '2024-03-01',
    });

    runId = await aRun(db, { projectId, ...march });
    expect(await asJob('spec', 'spec', () => builder.build(runId))).toBe(true);
  });
  afterAll(() => db.drop());

  it('counts as one does by hand: women, men, non-binary, all', async () => {
    expect(await figuresOf(db, runId)).toEqual({
      // Ada, Jo, Liv; Bo, Carl
      'participants/entered': [3, 2, 0, 5],
      // Ada, Eva, Fia, Jo, Liv, Nea; Bo, Carl, Gus, Max; Ode
      'participants/active': [6, 4, 1, 11],
      // Liv, Nea; Bo, Carl, Max
      'participants/left': [2, 3, 0, 5],
      'entered-by-age/under-18': [0, 1, 0, 1],
      'entered-by-age/18-29': [1, 1, 0, 2],
      'entered-by-age/30-54': [2, 0, 0, 2],
      'entered-by-age/55-and-over': nobody,
      'active-by-age/under-18': [0, 1, 0, 1],
      'active-by-age/18-29': [1, 1, 1, 3],
      'active-by-age/30-54': [4, 1, 0, 5],
      'active-by-age/55-and-over': [1, 1, 0, 2],
      'left-by-age/under-18': [0, 1, 0, 1],
      'left-by-age/18-29': [1, 1, 0, 2],
      'left-by-age/30-54': [1, 1, 0, 2],
      'left-by-age/55-and-over': nobody,
      'active-by-stage/coaching': [1, 0, 1, 2],
      'active-by-stage/mapping': [1, 0, 0, 1],
      'active-by-stage/internship': [1, 0, 0, 1],
      'active-by-stage/matching': [0, 1, 0, 1],
      'active-by-stage/follow-along': [0, 0, 1, 1],
      // Fia, Jo; Bo
      'active-by-stage/none': [2, 1, 0, 3],
      // Nea; Bo. Max had work before.
      'results-at-exit/employed': [1, 1, 0, 2],
      'results-at-exit/in-education': [0, 1, 0, 1],
      'results-at-exit/job-seeking': [0, 1, 0, 1],
      'results-at-exit/qualification': [0, 1, 0, 1],
      'results-at-exit/facts-missing': [1, 0, 0, 1],
    });
  });

  it('has every figure, zeros too, and keeps as many people behind each as it says', async () => {
    const cells = await db.sql<{ value: number; members: number; people: number }>(
      `select c.value, count(m.enrolment_id)::integer as members, count(distinct e.participant_id)::integer as people
       from app.report_cell c left join app.report_member m on m.cell_id = c.id left join app.enrolment e on e.id = m.enrolment_id
       where c.run_id = $1 group by c.id`,
      [runId],
    );
    expect(cells).toHaveLength(placesOfReport().length * reportColumns.length);
    for (const { value, members, people } of cells) expect([members, people]).toEqual([value, value]);
  });

  it('builds a run once, also when two workers begin at the same time', async () => {
    expect(await asJob('spec', 'spec', () => builder.build(runId))).toBe(false);
    const other = await aRun(db, { projectId, ...march });
    const both = await Promise.all([1, 2].map(() => asJob('spec', 'spec', () => builder.build(other))));
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await figuresOf(db, other)).toEqual(await figuresOf(db, runId));
  });

  it('seals the figures: what happens to the cases afterwards does not change them', async () => {
    const before = await figuresOf(db, runId);
    const add = `insert into app.report_cell (project_id, run_id, section, row_name, column_name, value) values ($1, $2, 'participants', 'guessed', 'total', 9)`;
    await expect(db.sql(add, [projectId, runId])).rejects.toThrow('made once');
    await expect(
      asJob('spec', 'spec', () => report.read({ text: 'update app.report_cell set value = 0 where run_id = $1', values: [runId] })),
    ).rejects.toThrow('permission denied');
    const [subject] = await db.sql(
      'select age, age_band, gender, stages from app.report_subject where run_id = $1 and start_date = $2 and labour_status is null',
      [runId, '2024-03-01'],
    );
    expect(subject).toEqual({ age: 29, age_band: '18-29', gender: 'woman', stages: [] });
    expect(await figuresOf(db, runId)).toEqual(before);
  });

  it('builds what has waited for more than a minute, and drafts what schedules owe once', async () => {
    const waiting = await aRun(db, { projectId, ...march });
    expect(await asJob('spec', 'spec', () => builder.buildRequested())).toEqual([]);
    await db.sql(`update app.report_run set requested_at = now() - interval '2 minutes', version = version + 1 where id = $1`, [waiting]);
    expect(await asJob('spec', 'spec', () => builder.buildRequested())).toEqual([waiting]);

    await db.sql('insert into app.report_schedule (project_id) values ($1)', [projectId]);
    const drafted = await asJob('spec', 'spec', () => builder.draftDue('2023-02-15'));
    expect(await asJob('spec', 'spec', () => builder.draftDue('2023-02-28'))).toEqual([]);
    expect(await db.sql('select period_start, period_end, state from app.report_run where id = any ($1::uuid[])', [drafted])).toEqual([
      { period_start: '2023-01-01', period_end: '2023-01-31', state: 'draft' },
    ]);
    // Nothing is owed for a month before the project began.
    expect(await asJob('spec', 'spec', () => builder.draftDue('2023-01-31'))).toEqual([]);
    const [ofToday] = await asJob('spec', 'spec', () => builder.draftDue());
    expect(
      await db.sql(
        `select period_end = (date_trunc('month', app.today()) - interval '1 day')::date as "lastMonth" from app.report_run where id = $1`,
        [ofToday],
      ),
    ).toEqual([{ lastMonth: true }]);
  });
});
