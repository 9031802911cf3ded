import type { WorkerOptions } from 'bullmq';

/**
 * How a worker takes jobs: one at a time from each queue. A job whose worker died is taken up again within a minute, as
 * often as that happens; every job may run twice without harm.
 */
export const workerRules: Omit<WorkerOptions, 'connection'> = { concurrency: 1, lockDuration: 30_000, stalledInterval: 30_000, maxStalledCount: 100 };
