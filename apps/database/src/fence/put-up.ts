import { createHash } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import { roleNames, type ServiceRole } from '../roles/role-names.js';
import { fences } from './fences.js';
import { gates, unlessHidden } from './gates.js';
import { fenceTable, hideProtected, hidesProtected } from './generate.js';

/** Raised when the generator makes other statements of the same declarations. */
const generator = 3;

/**
 * Brings every fence to what is declared today, in one transaction: nobody sees a table between two fences. Does nothing when
 * that is what stands there; `anew` when tables may have changed meanwhile.
 */
export async function putUpFences(source: DataSource, anew: boolean): Promise<void> {
  const digest = createHash('sha256')
    .update(JSON.stringify([generator, fences, historyPolicy, historyUnlessHidden, roleNames()]))
    .digest('hex');
  const [{ standing }] = await source.query(`select obj_description('access'::regnamespace, 'pg_namespace') as standing`);
  const declared = `Fences ${digest}`;
  if (standing === declared && !anew) return;
  await source.transaction(async ({ queryRunner }) => {
    const runner = queryRunner as QueryRunner;
    await putUp(runner);
    await runner.query(`comment on schema access is '${declared}'`);
  });
}

/** Puts up every fence anew, within a transaction that is under way. */
export async function putUp(runner: QueryRunner, roles = roleNames()): Promise<void> {
  for (const fence of fences) await fenceTable(runner, fence, roles);
  await fenceHistory(runner, roles);
}

/** Versions of rows are seen by those who see the case, and by nobody who leads the whole project; those of sensitive facts by those who write them down. */
const historyPolicy = `((${gates.coachOf('enrolment_id')}) or (${gates.leaderOfSite('site_id')}) or (${gates.coachOfPerson('participant_id')}))
  and (table_name <> 'voluntary_facts' or (${gates.asksVoluntaryQuestionsOf('enrolment_id')}) or (${gates.leaderOfSite('site_id')}))`;
/** And not by those from whom the person is hidden. A meeting's versions are of nobody's enrolment, and go by the meeting. */
const historyUnlessHidden = `(enrolment_id is null or ${unlessHidden.enrolment('enrolment_id')})
  and (participant_id is null or ${unlessHidden.participant('participant_id')})
  and (table_name <> 'meeting' or ${unlessHidden.meeting('row_id')})`;

async function fenceHistory(runner: QueryRunner, role: Record<ServiceRole, string>): Promise<void> {
  await runner.query(`
    drop policy if exists owner on history.row_version;
    drop policy if exists api_may_select on history.row_version;
    drop policy if exists ${hidesProtected} on history.row_version;
    create policy owner on history.row_version to current_user using (true) with check (true);
    grant select on history.row_version to ${role.api};
    create policy api_may_select on history.row_version for select to ${role.api} using (${historyPolicy});
  `);
  await hideProtected(runner, 'history.row_version', historyUnlessHidden, role.api);
}
