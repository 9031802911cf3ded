import type { Asker } from './expected.js';
import { askers } from './expected.js';
import { type Query, type Reaching, relationOf, rowCells } from './reaching.js';

/** The SQLSTATE of a statement, or nothing when it went through; `touched` counts its rows. */
async function outcome(reaching: Reaching, asker: Asker, what: (query: Query) => Promise<unknown>): Promise<{ code: string; touched: number }> {
  let touched = 0;
  try {
    await reaching.as(asker, async (query) => {
      const came = (await what(query)) as unknown[] | [unknown, number];
      touched = Array.isArray(came) && typeof came[1] === 'number' ? came[1] : (came as unknown[]).length;
    });
    return { code: '', touched };
  } catch (fault) {
    return { code: (fault as { code?: string }).code ?? String(fault), touched: 0 };
  }
}

/** Changes of every row at once, and removals, by statements that look at no row: whoever changes none of a table must touch none. */
export async function wronglyTouched(reaching: Reaching, table: string): Promise<string[]> {
  const relation = relationOf(table);
  const role = new URL(reaching.database.url('api')).username;
  const [column] = await reaching.database.sql<{ name: string; value: string }>(
    `select attname as name, case when attname = 'version' then '0' else 'null' end as value from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and has_column_privilege($2, attrelid, attnum, 'update')
     order by attname <> 'version', attnum limit 1`,
    [relation, role],
  );
  const wrong: string[] = [];
  for (const asker of askers) {
    const removed = await outcome(reaching, asker, (query) => query(`delete from ${relation}`));
    if (removed.code !== '42501') wrong.push(`${asker} removes rows of ${table}`);
    const changes = rowCells.some((cell) => cell.route === table && cell.asker === asker && cell.answer === 'writes');
    if (changes || !column) continue;
    const changed = await outcome(reaching, asker, (query) => query(`update ${relation} set ${column.name} = ${column.value}`));
    if (changed.code !== '42501' && (changed.code !== '' || changed.touched > 0))
      wrong.push(`${asker} changes rows of ${table} without reading them`);
  }
  return wrong;
}

/** Rows that somebody may change, moved to where they may not have them. */
const moves: Readonly<Record<string, readonly [asker: Asker, kind: string, set: (reaching: Reaching) => string]>> = {
  ...Object.fromEntries(
    ['voluntary_facts', 'enrolment', 'enrolment_coach', 'stage_period', 'meeting', 'attendance', 'attendance_note', 'reminder'].map(
      (table) => [table, ['local-leader', 'same site', ({ people: { teams } }: Reaching) => toPlace(teams['other organisation'])]] as const,
    ),
  ),
  ...Object.fromEntries(
    ['target', 'report_run', 'report_schedule'].map(
      (table) =>
        [
          table,
          ['project-leader', 'own project', ({ people: { teams } }: Reaching) => `project_id = '${teams['other project'].projectId}'`],
        ] as const,
    ),
  ),
  role_assignment: ['administrator', 'colleague', ({ people }) => `staff_id = '${people.askers.administrator}'`],
  staff: ['coach', 'self coach', ({ people }) => `id = '${people.teams['other project'].projectId}'`],
};
const toPlace = ({ organisationId, projectId, siteId }: { organisationId: string; projectId: string; siteId: string }) =>
  `organisation_id = '${organisationId}', project_id = '${projectId}', site_id = '${siteId}'`;

/** A row that is moved out of reach must be refused by the policy, before a reference or a trigger is asked. */
export async function wronglyMoved(reaching: Reaching, table: string): Promise<string[]> {
  const move = moves[table];
  if (!move) return [];
  const [asker, kind, set] = move;
  const row = reaching.rows.get(`${table} ${kind}`);
  if (!row) return [`no test makes ${table} ${kind}`];
  const { code } = await outcome(reaching, asker, (query) =>
    query(`update ${relationOf(table)} set ${set(reaching)}, version = version + 1 where ${row.key} = $1`, [row.value]),
  );
  return code === '42501' ? [] : [`${asker} moves a row of ${table} out of reach: ${code || 'it went through'}`];
}

/** Tables that the servers keep for themselves: who reads how many of their rows, and who adds one. */
const kept: Readonly<
  Record<string, { reads?: Partial<Record<Asker, number | 'all'>>; adds?: readonly Asker[]; add?: string; changes?: readonly Asker[] }>
> = {
  sight: { reads: { nobody: 0, 'no role': 1, coach: 1, administrator: 1 } },
  project_partner: {
    reads: { nobody: 0, 'no role': 'all', coach: 'all', administrator: 'all' },
    adds: ['administrator'],
    add: `insert into app.project_partner select * from jsonb_populate_record(null::app.project_partner, (select to_jsonb(p) from app.project_partner p limit 1))`,
    changes: ['administrator'],
  },
  worker_heartbeat: { reads: { nobody: 0, 'no role': 'all', coach: 'all' } },
  doorbell: {
    adds: ['no role', 'coach', 'local-leader', 'project-leader', 'funder', 'auditor', 'administrator'],
    add: `insert into app.doorbell (job, subject_id) values ('spec', gen_random_uuid())`,
  },
};

/** Where one of those deviates. */
export async function wronglyKept(reaching: Reaching, table: string): Promise<string[]> {
  const must = kept[table];
  if (!must) return [];
  const wrong: string[] = [];
  const [all] = await reaching.database.sql<{ rows: number }>(`select count(*)::integer as rows from app.${table}`);
  for (const [asker, rows] of Object.entries(must.reads ?? {}) as [Asker, number | 'all'][]) {
    const { touched } = await outcome(reaching, asker, (query) => query(`select 1 from app.${table}`));
    if (touched !== (rows === 'all' ? all?.rows : rows)) wrong.push(`${asker} reads ${touched} rows of ${table}`);
  }
  for (const asker of askers) {
    if (must.add) {
      const { code } = await outcome(reaching, asker, (query) => query(must.add as string));
      if ((code === '42501' || code === '23502') === (must.adds ?? []).includes(asker)) wrong.push(`${asker} adds to ${table}: ${code}`);
    }
    if (must.changes) {
      const { touched } = await outcome(reaching, asker, (query) => query(`update app.${table} set project_id = project_id`));
      if (touched > 0 !== must.changes.includes(asker)) wrong.push(`${asker} changes ${touched} rows of ${table}`);
    }
  }
  return wrong;
}
