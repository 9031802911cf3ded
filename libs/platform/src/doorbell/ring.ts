import type { EntityManager } from 'typeorm';
import { request } from '../postgres/asker.js';
import type { Bell } from './jobs.js';

/**
 * Asks the worker for a job, in the transaction under way: rung when that commits, never when it does not. The row that
 * matters lies elsewhere; the bell only says that it is there.
 */
export async function ring(manager: EntityManager, job: Bell, subjectId: string): Promise<void> {
  await manager.query('insert into app.doorbell (job, subject_id, request_id) values ($1, $2, $3)', [job, subjectId, request.getStore()?.requestId ?? null]);
}
