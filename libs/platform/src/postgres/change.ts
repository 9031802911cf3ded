import { Refusal } from '@stegvis/contracts/problems/refusal';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** The version that a change was made from, and how it was told: a stale header is 412, a stale body 409. */
export interface ExpectedVersion {
  version: number;
  told: 'header' | 'body';
}

export interface Versioned extends ObjectLiteral {
  id: string;
  version: number;
}

/**
 * Writes fields of a row if it still has the version that was read, and raises the version by one. TypeORM's own save
 * checks no version. Throws `changed-meanwhile` when the row was changed by somebody else, `not-permitted` when the asker
 * may see it and not write it.
 */
export async function writeChange<E extends Versioned>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  id: string,
  version: number,
  set: Partial<E>,
): Promise<void> {
  const result = await manager
    .createQueryBuilder()
    .update(entity)
    .set({ ...set, version: version + 1 } as never)
    .where('id = :id and version = :version', { id, version })
    .execute();
  if (result.affected === 1) return;
  // Read without a lock: a row that still has that version was kept back by the fence, not by somebody who was faster.
  const same = await manager.countBy(entity, { id, version } as never);
  throw same === 1 ? new Refusal('not-permitted', 'not-permitted') : new Refusal('changed-meanwhile', 'changed-meanwhile');
}

/** Refuses a change of a record that was changed since it was read; `current` is what the reader is shown then. */
export function mustBeAt(expected: ExpectedVersion, record: { version: number }): void {
  if (record.version === expected.version) return;
  throw new Refusal(expected.told === 'header' ? 'changed-meanwhile' : 'conflict', 'changed-meanwhile', { current: record });
}

/** Refuses a verb in a status that it does not start from. */
export function mustStartFrom<Status extends string>(transition: { from: readonly Status[] }, status: Status): void {
  if (!transition.from.includes(status)) throw new Refusal('conflict', 'not-from-this-status', { current: { status } });
}
