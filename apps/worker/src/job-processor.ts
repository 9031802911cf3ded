import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import type { JobIds } from '@stegvis/platform/doorbell';
import { faultFields, log } from '@stegvis/platform/log';
import { asJob } from '@stegvis/platform/postgres';
import type { Job } from 'bullmq';
import { jobSeconds } from './metrics/job-seconds.js';
import { WorkerStops } from './stopping.js';

/** A job without what must not be kept in the queue: a database error quotes people's data in its message. */
class JobFailed extends Error {}

/** What every processor is: it does its job under the job's name, and logs a fault by its code. */
export abstract class JobProcessor extends WorkerHost {
  process(job: Job<JobIds>): Promise<void> {
    return asJob(job.name, job.data.requestId, async () => {
      const measured = jobSeconds.startTimer({ job: job.name });
      try {
        await this.do(job);
        measured({ outcome: 'done' });
      } catch (fault) {
        measured({ outcome: fault instanceof WorkerStops ? 'left' : 'failed' });
        const fields = faultFields(fault);
        const facts = { jobId: job.id, attempt: job.attemptsMade + 1 };
        if (fault instanceof WorkerStops) log.info(facts, 'the job is left to the next worker');
        else log.error({ ...facts, ...fields }, 'job failed');
        throw new JobFailed([fields.fault, fields.code, fields.constraint].filter(Boolean).join(' '));
      }
    });
  }

  /** Calls the one domain verb that the job is. */
  protected abstract do(job: Job<JobIds>): Promise<void>;

  @OnWorkerEvent('stalled')
  stalled(jobId: string): void {
    log.warn({ queue: this.worker.name, jobId }, 'a job whose worker died is taken up again');
  }

  @OnWorkerEvent('error')
  unreachable(fault: Error): void {
    log.warn({ queue: this.worker.name, ...faultFields(fault) }, 'the queue cannot be reached');
  }
}
