import { aReadyExport } from '@stegvis/domain/exports/testing';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import type { Asker } from './expected.js';
import { aRoleProposal, type People, type Place } from './people.js';
import { caseKinds, makers, reviewKinds } from './records.js';

/** A row, by a column that finds it. */
export interface RowOf {
  key: string;
  value: string;
  versioned: boolean;
}

/** Rows of a case, and the word whose record each hangs on. */
const ofCases: Readonly<Record<string, readonly [word: string, key: string, versioned?: false]>> = {
  participant: ['participants', 'id'],
  named_staff: ['participants', 'participant_id'],
  enrolment: ['enrolments', 'id'],
  voluntary_facts: ['enrolments', 'id'],
  enrolment_coach: ['enrolments', 'enrolment_id'],
  stage_period: ['stage-periods', 'id'],
  meeting: ['meetings', 'id'],
  attendance: ['meetings', 'meeting_id'],
  reminder: ['reminders', 'id'],
  row_version: ['stage-periods', 'row_id', false],
};
const ofProjects: Readonly<Record<string, readonly [word: string, key: string, versioned?: false]>> = {
  report_schedule: ['report-schedules', 'id'],
  report_run: ['report-runs', 'id'],
  report_cell: ['report-runs', 'run_id', false],
  report_subject: ['report-runs', 'run_id', false],
  report_member: ['report-runs', 'run_id', false],
  submission: ['submissions', 'id', false],
  organisation: ['organisations', 'id'],
  project: ['projects', 'id'],
  site: ['sites', 'id'],
  target: ['targets', 'id'],
};

const ofPlaces: typeof ofCases = { name_grant: ['name-grants', 'id'], stand_in: ['stand-ins', 'id'], opening: ['openings', 'id', false] };
const ofReviews: typeof ofCases = { access_review: ['access-reviews', 'id'], access_review_item: ['access-reviews', 'review_id'] };

/** One row of every table for every kind of record, by `<table> <kind>`. */
export async function rowsOf(database: TestDatabase, people: People): Promise<Map<string, RowOf>> {
  const rows = new Map<string, RowOf>();
  const add = async (tables: typeof ofCases, kind: string): Promise<void> => {
    const made = new Map<string, string>();
    for (const [table, [word, key, versioned = true]] of Object.entries(tables)) {
      const value = made.get(word) ?? (await makers[word]?.make(database, people, kind, undefined, ''))?.id ?? '';
      made.set(word, value);
      rows.set(`${table} ${kind}`, { key, value, versioned });
    }
  };
  for (const kind of caseKinds) {
    await add(ofCases, kind);
    const meeting = rows.get(`meeting ${kind}`)?.value;
    await database.sql(
      `insert into app.attendance_note (id, organisation_id, project_id, site_id, enrolment_id, summary)
       select id, organisation_id, project_id, site_id, enrolment_id, 'En anteckning' from app.attendance where meeting_id = $1`,
      [meeting],
    );
    const [note] = await database.sql<{ id: string }>('select id from app.attendance where meeting_id = $1', [meeting]);
    rows.set(`attendance_note ${kind}`, { key: 'id', value: note?.id ?? '', versioned: true });
  }
  for (const kind of ['own project', 'other project']) await add(ofProjects, kind);
  // The reports of the own project count protected people, too.
  for (const kind of ['own', 'protected', 'protected and named'])
    for (const table of ['report_subject', 'report_member']) {
      const enrolment = rows.get(`enrolment ${kind}`)?.value ?? '';
      rows.set(`${table} ${kind}`, { key: 'enrolment_id', value: enrolment, versioned: false });
    }
  for (const kind of ['own site', 'other site', 'other organisation', 'other project', 'names granted']) await add(ofPlaces, kind);
  await add({ stand_in: ['stand-ins', 'id'] }, 'standing in');
  for (const kind of reviewKinds) await add(ofReviews, kind);
  const exported = async (kind: string, staffId: string) => {
    const value = await aReadyExport(database, { staffId, people: [] });
    rows.set(`export ${kind}`, { key: 'id', value, versioned: false });
  };
  for (const [asker, id] of Object.entries(people.askers)) await exported(`self ${asker}`, id);
  await exported('colleague', people.teams['own site'].leader);
  await addStaff(database, rows, people);
  return rows;
}

/** Accounts, their roles, and a role that waits for each: the asker's own, a colleague's, a stranger's. */
async function addStaff(database: TestDatabase, rows: Map<string, RowOf>, people: People): Promise<void> {
  const { teams, askers } = people;
  const account = async (kind: string, id: string): Promise<void> => {
    await aRoleProposal(database, people, id);
    rows.set(`role_proposal ${kind}`, { key: 'staff_id', value: id, versioned: true });
    rows.set(`staff ${kind}`, { key: 'id', value: id, versioned: true });
    rows.set(`role_assignment ${kind}`, { key: 'staff_id', value: id, versioned: true });
  };
  for (const [asker, id] of Object.entries(askers) as [Asker, string][]) await account(`self ${asker}`, id);
  for (const [kind, place] of [
    ['colleague', 'own site'],
    ['stranger', 'other project'],
  ] as [string, Place][])
    await account(kind, teams[place].coach);
}
