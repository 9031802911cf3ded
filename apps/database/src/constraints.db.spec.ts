import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';

let database: TestDatabase;
const [organisation, other, project, preStudy, site, otherSite] = Array.from({ length: 6 }, () => randomUUID());
/** A new enrolment for each test, active since 1 February 2030. */
let [participant, enrolment] = ['', ''];

beforeAll(async () => {
  database = await testDatabase();
  await database.sql(
    `insert into organisation (id, name, kind) values ('${organisation}', 'En kommun', 'municipality'), ('${other}', 'En annan kommun', 'municipality')`,
  );
  await database.sql(`insert into project (id, registration_number, name, kind, owner_id, start_date, end_date) values
    ('${project}', 'A', 'Ett projekt', 'individual-support', '${organisation}', '2030-01-01', '2031-12-31'),
    ('${preStudy}', 'B', 'En förstudie', 'pre-study', '${organisation}', '2030-01-01', '2031-12-31')`);
  await database.sql(
    `insert into site (id, project_id, organisation_id, name) values ('${site}', '${project}', '${organisation}', 'Här'), ('${otherSite}', '${project}', '${other}', 'Där')`,
  );
});

afterAll(() => database?.drop());

beforeEach(async () => {
  participant = randomUUID();
  enrolment = randomUUID();
  await database.sql(
    `insert into participant (id, organisation_id, given_name, family_name, identity_kind, date_of_birth, gender) values ('${participant}', '${organisation}', 'Ada', 'Ek', 'none', '1990-01-01', 'woman')`,
  );
  await enrol({ id: enrolment, start_date: '2030-02-01' });
});

/** Adds a row; what is left out is as in an ordinary case. */
const insert = (table: string, row: Record<string, unknown>) =>
  database.sql(
    `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
      .map((_, at) => `$${at + 1}`)
      .join(', ')})`,
    Object.values(row),
  );
const enrol = (more: Record<string, unknown>) =>
  insert('enrolment', {
    organisation_id: organisation,
    participant_id: participant,
    project_id: project,
    site_id: site,
    kind: 'jobseeker',
    status: 'active',
    referred_on: '2030-01-15',
    gender: 'woman',
    birth_year: 1990,
    date_of_birth: '1990-01-01',
    ...more,
  });
const stage = (more: Record<string, unknown>) =>
  insert('stage_period', {
    organisation_id: organisation,
    project_id: project,
    site_id: site,
    enrolment_id: enrolment,
    stage: 'coaching',
    start_date: '2030-02-01',
    main: true,
    ...more,
  });
const exit = (day: string) =>
  database.sql(`update enrolment set status = 'exited', end_date = $1, exit_reason = 'work', version = version + 1 where id = $2`, [day, enrolment]);

describe('a stage period', () => {
  it('does not end before it starts', async () => {
    await expect(stage({ end_date: '2030-01-31' })).rejects.toMatchObject({ constraint: 'stage_ends_after_it_starts' });
    await stage({ end_date: '2030-02-01' });
  });

  it('may overlap another, but only one is the main stage at a time', async () => {
    await stage({ stage: 'mapping', start_date: '2030-02-10', main: false });
    await stage({});
    await expect(stage({ stage: 'internship', start_date: '2030-03-01' })).rejects.toMatchObject({ constraint: 'one_main_stage_at_a_time' });
    await stage({ stage: 'internship', start_date: '2030-03-01', main: false });
  });

  it('may become the main stage where another ends', async () => {
    await stage({ end_date: '2030-02-28' });
    await stage({ stage: 'internship', start_date: '2030-03-01' });
  });

  it('is not there twice at a time', async () => {
    await stage({});
    await expect(stage({ start_date: '2030-03-01', main: false })).rejects.toMatchObject({ constraint: 'same_stage_does_not_overlap' });
  });

  it('lies inside its enrolment', async () => {
    await expect(stage({ start_date: '2030-01-31' })).rejects.toMatchObject({ constraint: 'stage_lies_inside_its_enrolment' });
    await exit('2030-03-31');
    for (const outside of [{ start_date: '2030-04-01' }, { end_date: '2030-04-01' }, {}])
      await expect(stage(outside)).rejects.toMatchObject({ constraint: 'stage_lies_inside_its_enrolment' });
    await stage({ end_date: '2030-03-31' });
  });
});

describe('an enrolment', () => {
  it('lies inside its project, from either side', async () => {
    for (const outside of [
      { start_date: '2029-12-31' },
      { start_date: '2032-01-01' },
      { status: 'exited', start_date: '2030-02-01', end_date: '2032-01-01', exit_reason: 'work' },
    ]) {
      await exit('2030-03-31').catch(() => undefined);
      await expect(enrol(outside)).rejects.toMatchObject({ constraint: 'enrolment_lies_inside_its_project' });
    }
    await expect(database.sql(`update project set start_date = '2030-02-02', version = version + 1 where id = '${project}'`)).rejects.toMatchObject({
      constraint: 'enrolment_lies_inside_its_project',
    });
  });

  it('is open once for a person in a project', async () => {
    await expect(enrol({ start_date: '2030-05-01' })).rejects.toMatchObject({ code: expect.stringMatching(/^23(505|P01)$/) });
    await expect(enrol({ status: 'referred' })).rejects.toMatchObject({ constraint: 'enrolment_is_open_once' });
    await exit('2030-04-30');
    await enrol({ start_date: '2030-05-01' });
  });

  it('does not overlap an earlier one of the same person', async () => {
    await exit('2030-04-30');
    await expect(enrol({ start_date: '2030-04-01' })).rejects.toMatchObject({ constraint: 'enrolment_periods_do_not_overlap' });
  });

  it('has the dates that its status needs', async () => {
    for (const wrong of [
      { status: 'referred', start_date: '2031-02-01' },
      { status: 'active', start_date: null },
      { status: 'exited', start_date: '2031-02-01', end_date: '2031-03-01' },
    ]) {
      await expect(enrol(wrong)).rejects.toMatchObject({ constraint: 'enrolment_status_fits_its_dates' });
    }
    await expect(enrol({ status: 'declined' })).rejects.toMatchObject({ constraint: 'enrolment_is_declined_for_a_reason' });
    await expect(exit('2030-01-31')).rejects.toMatchObject({ constraint: 'enrolment_ends_after_it_starts' });
  });

  it('belongs to a site of its own organisation', async () => {
    await exit('2030-03-31');
    await expect(enrol({ start_date: '2030-05-01', site_id: otherSite })).rejects.toMatchObject({ code: '23503' });
    await expect(enrol({ start_date: '2030-05-01', site_id: otherSite, organisation_id: other })).rejects.toMatchObject({ code: '23503' });
  });

  it('is never of a pre-study', async () => {
    const place = randomUUID();
    await insert('site', { id: place, project_id: preStudy, organisation_id: organisation, name: participant });
    await expect(enrol({ project_id: preStudy, site_id: place, start_date: '2030-02-01' })).rejects.toMatchObject({
      constraint: 'pre_study_has_no_participants',
    });
  });

  it('has one main coach at a time', async () => {
    const [coach, second] = [randomUUID(), randomUUID()];
    for (const id of [coach, second]) await insert('staff', { id, name: 'Coach', email: `${id}@x.example` });
    const main = (staff_id: string, part = 'main') =>
      insert('enrolment_coach', {
        organisation_id: organisation,
        project_id: project,
        site_id: site,
        enrolment_id: enrolment,
        staff_id,
        part,
        valid_from: '2030-02-01',
      });
    await main(coach);
    await main(second, 'co');
    await expect(main(second)).rejects.toMatchObject({ constraint: 'enrolment_has_one_main_coach' });
  });
});

describe('a change', () => {
  it('raises the version by one, or is refused', async () => {
    for (const version of ['version', 'version + 2', 'version - 1', '1']) {
      await expect(
        database.sql(`update participant set given_name = 'Eva', version = ${version} where id = $1`, [participant]),
      ).rejects.toMatchObject({ code: 'SV409' });
    }
    await database.sql(`update participant set given_name = 'Eva', version = version + 1 where id = $1`, [participant]);
  });

  it('is kept in history with what the row was and became', async () => {
    await database.sql(`update participant set given_name = 'Eva', version = version + 1 where id = $1`, [participant]);
    const versions = await database.sql<{ operation: string; name: string }>(
      `select operation, content ->> 'given_name' as name from history.row_version where row_id = $1 and table_name = 'participant' and (content ->> 'site_ids' <> '[]' or operation = 'insert') order by id`,
      [participant],
    );
    expect(versions.map(({ operation, name }) => `${operation} ${name}`)).toEqual(['insert Ada', 'update Ada', 'update Eva']);
  });
});

describe('an identity number', () => {
  const number = (more: Record<string, unknown>) =>
    insert('participant', {
      organisation_id: organisation,
      given_name: 'A',
      family_name: 'B',
      identity_kind: 'personnummer',
      identity_number_encrypted: Buffer.from('x'),
      identity_number_hash: Buffer.from('one'),
      date_of_birth: '1990-01-01',
      gender: 'man',
      ...more,
    });

  it('is known once in an organisation, and as often as there are organisations', async () => {
    await number({});
    await expect(number({})).rejects.toMatchObject({ constraint: 'participant_number_is_known_once' });
    await number({ organisation_id: other });
  });

  it('of a protected person is betrayed by no refusal', async () => {
    await number({ protection: 'confidentiality-mark', identity_number_hash: Buffer.from('two') });
    await number({ identity_number_hash: Buffer.from('two') });
  });

  it('is there with its hash, or neither is', async () => {
    for (const half of [{ identity_number_hash: null }, { identity_number_encrypted: null }, { identity_kind: 'none' }]) {
      await expect(number({ identity_number_hash: Buffer.from('three'), ...half })).rejects.toMatchObject({
        constraint: 'participant_has_a_number_or_none',
      });
    }
  });
});
