import { invalidInput } from '@stegvis/contracts/problems/refusal';
import type { EntityManager } from 'typeorm';
import type { EnrolmentEntity } from './enrolment.entity.js';

/** Whether somebody holds a coach's role at a site today and may sign in. */
export async function coachesAt(manager: EntityManager, siteId: string, staffId: string): Promise<boolean> {
  const [found] = await manager.query(
    `select exists (select from app.role_assignment a join app.staff w on w.id = a.staff_id
                    where a.staff_id = $1 and a.site_id = $2 and a.role = 'coach' and w.active
                      and a.valid_from <= app.today() and (a.valid_to is null or a.valid_to >= app.today())) as coaches`,
    [staffId, siteId],
  );
  return found.coaches;
}

/** The main coach of an enrolment from now on, or null. */
export async function mainCoachOf(manager: EntityManager, enrolmentId: string): Promise<string | null> {
  const [main] = await manager.query(
    `select staff_id as id from app.enrolment_coach where enrolment_id = $1 and part = 'main' and valid_to is null`,
    [enrolmentId],
  );
  return main?.id ?? null;
}

/**
 * Makes somebody the main coach from today, or nobody. The coach before keeps the case until midnight, to hand it over.
 * Throws `invalid-input` when the new one is no coach at the site.
 */
export async function handOver(manager: EntityManager, enrolment: EnrolmentEntity, coachId: string | null): Promise<void> {
  const before = await mainCoachOf(manager, enrolment.id);
  if (before === coachId) return;
  if (coachId && !(await coachesAt(manager, enrolment.siteId, coachId))) throw invalidInput('coachId', 'no-coach-there');
  await manager.query(
    `update app.enrolment_coach set valid_to = greatest(valid_from, app.today()), version = version + 1
     where enrolment_id = $1 and part = 'main' and valid_to is null`,
    [enrolment.id],
  );
  if (!coachId) return;
  await manager.query(
    `insert into app.enrolment_coach (organisation_id, project_id, site_id, enrolment_id, staff_id, part, valid_from)
     values ($1, $2, $3, $4, $5, 'main', app.today())`,
    [enrolment.organisationId, enrolment.projectId, enrolment.siteId, enrolment.id, coachId],
  );
}
