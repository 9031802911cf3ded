import type { Stage } from '@stegvis/contracts/enrolments/codes';
import type { Builder } from '../participants/testing.js';

/** Makes a stage period, main and open unless said otherwise, and gives its id. Dates are local days. */
export async function aStagePeriod(
  db: Builder,
  draft: { enrolmentId: string; stage?: Stage; startDate?: string; endDate?: string; main?: boolean },
): Promise<string> {
  const [row] = await db.sql<{ id: string }>(
    `insert into app.stage_period (organisation_id, project_id, site_id, enrolment_id, stage, start_date, end_date, main)
     select organisation_id, project_id, site_id, id, $2, coalesce($3::date, start_date), $4, $5 from app.enrolment where id = $1 returning id`,
    [draft.enrolmentId, draft.stage ?? 'coaching', draft.startDate ?? null, draft.endDate ?? null, draft.main ?? true],
  );
  if (!row) throw new Error('No stage was made: is the enrolment there?');
  return row.id;
}
