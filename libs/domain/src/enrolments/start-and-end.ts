import type { Stage } from '@stegvis/contracts/enrolments/codes';
import { invalidInput } from '@stegvis/contracts/problems/refusal';
import type { EntityManager } from 'typeorm';
import type { EnrolmentEntity } from './enrolment.entity.js';

/** Starts the first stage on the day of entry; it is the main one. */
export async function startFirstStage(manager: EntityManager, enrolment: EnrolmentEntity, stage: Stage, startDate: string): Promise<void> {
  await manager.query(
    `insert into app.stage_period (organisation_id, project_id, site_id, enrolment_id, stage, start_date, main) values ($1, $2, $3, $4, $5, $6, true)`,
    [enrolment.organisationId, enrolment.projectId, enrolment.siteId, enrolment.id, stage, startDate],
  );
}

/**
 * Ends what goes on in an enrolment on its last day, a local day: stages end, and the person is called off from meetings
 * planned after it. Such a meeting is cancelled when nobody else is expected (a protected person whom the asker is not named
 * for then has a meeting of their own). Throws `invalid-input` at `endDate` when a
 * stage started, or the person was met, after that day.
 */
export async function endWhatIsOpen(manager: EntityManager, enrolmentId: string, endDate: string): Promise<void> {
  const [later] = await manager.query(
    `select exists (select from app.stage_period where enrolment_id = $1 and start_date > $2) as stage,
            exists (select from app.attendance a join app.meeting m on m.id = a.meeting_id
                    where a.enrolment_id = $1 and a.state = 'attended' and m.status = 'held' and app.local_day(m.starts_at) > $2) as meeting`,
    [enrolmentId, endDate],
  );
  if (later.stage) throw invalidInput('endDate', 'a-stage-starts-later');
  if (later.meeting) throw invalidInput('endDate', 'met-later');
  await manager.query(
    'update app.stage_period set end_date = $2, version = version + 1 where enrolment_id = $1 and (end_date is null or end_date > $2)',
    [enrolmentId, endDate],
  );
  const planned: { attendance: string; meeting: string }[] = await manager.query(
    `select a.id as attendance, m.id as meeting
     from app.attendance a join app.meeting m on m.id = a.meeting_id
     where a.enrolment_id = $1 and a.state = 'expected' and m.status = 'planned' and app.local_day(m.starts_at) > $2
     order by m.id for update of m`,
    [enrolmentId, endDate],
  );
  const over: { id: string }[] = await manager.query('select m.id from unnest($1::uuid[]) as m (id) where not access.goes_on_without(m.id, $2)', [
    planned.map(({ meeting }) => meeting),
    enrolmentId,
  ]);
  await manager.query(`update app.attendance set state = 'cancelled-by-us', version = version + 1 where id = any ($1)`, [
    planned.map(({ attendance }) => attendance),
  ]);
  await manager.query(`update app.meeting set status = 'cancelled', version = version + 1 where id = any ($1)`, [over.map(({ id }) => id)]);
}
