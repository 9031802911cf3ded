import { Injectable } from '@nestjs/common';
import { sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';
import { applyRules, makeDue, settle } from './rules.js';

const nextEnrolmentsSql = sqlBeside(import.meta.url, 'next-enrolments.sql');

/** An arbitrary number that names this lock: of two sweeps, one waits while the other is at a batch. */
const sweepLock = 7_834_652;

/** How far a sweep has come. */
export interface SweepProgress {
  /** Enrolments looked at. */
  looked: number;
  /** Reminders made, or opened again. */
  made: number;
  /** Reminders whose reason had gone. */
  cleared: number;
  /** Reminders handed to another coach. */
  moved: number;
}

/**
 * Finds the follow-ups that are due. Each batch of enrolments is one transaction, and leaves the same rows however often
 * it is done: a sweep that was killed anywhere loses nothing and doubles nothing, the next one goes over all of it again.
 */
@Injectable()
export class FollowUpSweep {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Goes over every enrolment once, so many in one transaction. `told` hears after each batch, and may throw to end the
   * sweep between two batches.
   */
  async run(batchSize = 1_000, told: (progress: SweepProgress) => Promise<void> = async () => {}): Promise<SweepProgress> {
    const progress: SweepProgress = { looked: 0, made: 0, cleared: 0, moved: 0 };
    let last: string | null = null;
    do {
      last = await this.sweepAfter(last, batchSize, progress);
      await told({ ...progress });
    } while (last !== null);
    return progress;
  }

  /** Does one batch; the id to go on after, or null when there are no more. */
  private sweepAfter(last: string | null, batchSize: number, progress: SweepProgress): Promise<string | null> {
    return this.work.transaction(async (manager) => {
      // Batches are short: whoever waits, waits for one of them.
      await manager.query(`select set_config('lock_timeout', '30s', true), pg_advisory_xact_lock($1)`, [sweepLock]);
      const rows: { id: string }[] = await manager.query(nextEnrolmentsSql, [last, batchSize]);
      const ids = rows.map((row) => row.id);
      if (ids.length === 0) return null;
      const found = await applyRules(manager, ids);
      const made = await makeDue(manager, found);
      // Last, so that rows are locked in the order in which a coach's change locks them: enrolments, then reminders.
      const { cleared, moved } = await settle(manager, ids, found);
      progress.looked += ids.length;
      progress.made += made;
      progress.cleared += cleared;
      progress.moved += moved;
      return ids.length === batchSize ? (ids.at(-1) as string) : null;
    });
  }
}
