import { getQueueToken } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { timeZone } from '@stegvis/contracts/fields/time';
import type { JobsOptions, Queue, RepeatOptions } from 'bullmq';
import { type JobIds, type JobName, jobNames } from '../doorbell/jobs.js';

/** A job that comes again by itself. */
export interface Schedule {
  id: string;
  job: JobName;
  /** Either so many seconds apart, or at the times of a cron pattern in Swedish time. */
  when: { everySeconds: number } | { pattern: string };
  /** Whether a worker that starts does it at once, too. */
  atStart: boolean;
  /** Why it exists. */
  why: string;
}

/** A job that fails is tried again; what is done is forgotten soon, and what failed stays a week for those who look. */
const rules: JobsOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 2_000 },
  removeOnComplete: { age: 3_600, count: 200 },
  removeOnFail: { age: 7 * 86_400, count: 1_000 },
};

/** The queues, one for each job. */
@Injectable()
export class Queues {
  constructor(private readonly modules: ModuleRef) {}

  of(job: JobName): Queue<JobIds> {
    return this.modules.get<Queue<JobIds>>(getQueueToken(job), { strict: false });
  }

  /** Puts a job into its queue. Two with the same id are one, as long as the first is remembered. Gives up after five seconds. */
  async add(job: JobName, jobId: string, ids: JobIds): Promise<void> {
    // Always with an id: without one, BullMQ on PostgreSQL wants to make sequences, which the worker's role may not.
    await within(5_000, this.of(job).add(job, ids, { ...rules, jobId }));
  }

  /** Makes the schedules of all queues those of the table: missing ones are added, unknown ones removed. */
  async schedule(table: readonly Schedule[]): Promise<void> {
    for (const job of jobNames) {
      const known = await this.of(job).getJobSchedulers();
      for (const { key } of known) if (!table.some((one) => one.id === key && one.job === job)) await this.of(job).removeJobScheduler(key);
    }
    for (const one of table) await this.repeat(one);
  }

  /** Adds the schedules that the queue has forgotten, as an emptied Redis does. Returns how many. */
  async remember(table: readonly Schedule[]): Promise<number> {
    let forgotten = 0;
    for (const one of table) {
      if (await this.of(one.job).getJobScheduler(one.id)) continue;
      await this.repeat(one);
      forgotten += 1;
    }
    return forgotten;
  }

  async close(): Promise<void> {
    for (const job of jobNames) await this.of(job).close();
  }

  private async repeat({ id, job, when }: Schedule): Promise<void> {
    const times: RepeatOptions = 'pattern' in when ? { pattern: when.pattern, tz: timeZone } : { every: when.everySeconds * 1_000 };
    await this.of(job).upsertJobScheduler(id, times, { name: job, data: { requestId: id }, opts: rules });
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error('The queue did not answer in time')), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
