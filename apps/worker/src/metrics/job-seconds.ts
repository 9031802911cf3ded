import { histogram } from '@stegvis/platform/metrics';

/** How long jobs take, by the job's name and how it ended: done, failed, or left to the next worker. */
export const jobSeconds = histogram(
  'stegvis_job_duration_seconds',
  'Jobs by name and how they ended',
  ['job', 'outcome'],
  [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 900],
);
