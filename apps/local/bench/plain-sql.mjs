/** The statements of the domain's .sql files, as the API sends them and as one would write them without access rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { inWorkspace } from '../workspace.mjs';

/** @param {string} file within libs/domain/src */
export const sqlOf = (file) => readFileSync(inWorkspace(`libs/domain/src/${file}`), 'utf8').trim();

/** Every rule of the follow-ups in one statement, as the sweep asks them. */
export const allRules = () =>
  readdirSync(inWorkspace('libs/domain/src/reminders/rules'))
    .filter((file) => file.endsWith('.sql'))
    .map(
      (file) =>
        `select '${file.replace('.sql', '')}' as rule, f.enrolment_id, f.subject_id, f.due_date from (\n${sqlOf(`reminders/rules/${file}`)}\n) as f`,
    )
    .join('\nunion all\n');

const current = '(valid_to is null or valid_to >= app.today()) and valid_from <= app.today()';
/** @param {string} me placeholder of the asker's id */
export const caseloadOf = (me) => `select enrolment_id from app.enrolment_coach where staff_id = ${me} and ${current}`;
/** @param {string} me @param {'coach' | 'local-leader'} role */
export const sitesOf = (me, role) => `select site_id from app.role_assignment where staff_id = ${me} and role = '${role}' and ${current}`;
/** @param {string} me */
export const projectsOf = (me) => `select project_id from app.role_assignment where staff_id = ${me} and role = 'project-leader' and ${current}`;

/** Takes the access functions out of a statement: who asks becomes a parameter. @param {string} sql @param {string} me */
export function withoutAccess(sql, me) {
  const plain = sql
    .replaceAll('select access.my_coached_participants()', `select participant_id from app.enrolment where id = any (array(${caseloadOf(me)}))`)
    .replaceAll(
      'select access.my_coached_meetings()',
      `select meeting_id from app.attendance where enrolment_id = any (array(${caseloadOf(me)})) and coach_id <> ${me}`,
    )
    .replaceAll('select access.my_coached_enrolments()', caseloadOf(me))
    .replaceAll(`select access.my_sites('local-leader')`, sitesOf(me, 'local-leader'))
    .replaceAll(`select access.my_sites('coach')`, sitesOf(me, 'coach'))
    .replaceAll(`select access.my_projects('project-leader')`, projectsOf(me))
    .replaceAll('(select access.asker_id())', `${me}::uuid`)
    .replaceAll('access.asker_id()', `${me}::uuid`);
  if (plain.replaceAll(/--.*$/gm, '').includes('access.'))
    throw new Error('A statement asks the access functions something that the bench does not know');
  return plain;
}

/**
 * A list's page and its total, in the words of libs/platform/src/postgres/list.ts.
 * @param {string} rows @param {{ where?: string, order: string, start?: number, limit?: number, visible?: string }} how
 */
export function listSql(rows, { where = 'true', order, start = 0, limit = 25, visible = 'true' }) {
  const from = `from (${rows}) as r where ${visible} and ${where}`;
  const ids = `select r.id ${from} order by ${order} limit ${limit}${start > 0 ? ` offset ${start}` : ''}`;
  return {
    page: `select * from (${rows}) as r where r.id = any (array(${ids})) order by ${order}`,
    total: `select count(*)::integer as total from (select 1 ${from} limit 10001) as counted`,
  };
}
