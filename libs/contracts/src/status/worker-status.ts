import { Code, Instant } from '../fields/kinds.js';

export const workerStates = ['working', 'late', 'never-started'] as const;

/** Whether reminders and reports are being produced. */
export class WorkerStatus {
  @Code(workerStates, { says: 'late: no sign of life for more than a minute' }) state!: (typeof workerStates)[number];
  @Instant({ says: 'Last sign of life', nullable: true }) lastBeatAt!: string | null;
}
