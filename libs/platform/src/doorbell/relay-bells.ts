import type { UnitOfWork } from '../postgres/unit-of-work.js';

/** A ring at the door. */
export interface Ring {
  id: number;
  job: string;
  subjectId: string;
  requestId: string | null;
}

const atOnce = 100;
const takeSql = `select id, job, subject_id as "subjectId", request_id as "requestId" from app.doorbell
  where relayed_at is null order by id for update skip locked limit ${atOnce}`;

/**
 * Hands bells that nobody has answered to `deliver`, and marks them. Several workers share them out: what one holds, the
 * others skip. When a worker dies in between, the bell is handed out again, under the same id. Returns how many.
 */
export async function relayBells(work: UnitOfWork, deliver: (ring: Ring) => Promise<void>): Promise<number> {
  let sum = 0;
  for (let taken = atOnce; taken === atOnce; sum += taken) {
    taken = await work.transaction(async (manager) => {
      const rings: Ring[] = await manager.query(takeSql);
      for (const ring of rings) await deliver(ring);
      if (rings.length > 0)
        await manager.query('update app.doorbell set relayed_at = now() where id = any ($1::bigint[])', [rings.map((ring) => ring.id)]);
      return rings.length;
    });
  }
  return sum;
}

/** Removes bells that were relayed more than a week ago. Returns how many. */
export async function cleanBells(work: UnitOfWork): Promise<number> {
  const [cleaned] = await work.read<{ count: number }>({
    text: `with gone as (delete from app.doorbell where relayed_at < now() - interval '7 days' returning id) select count(*)::integer as count from gone`,
  });
  return cleaned?.count ?? 0;
}
