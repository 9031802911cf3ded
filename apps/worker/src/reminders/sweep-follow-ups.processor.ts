import { Processor } from '@nestjs/bullmq';
import { FollowUpSweep } from '@stegvis/domain/reminders';
import type { JobIds } from '@stegvis/platform/doorbell';
import { log } from '@stegvis/platform/log';
import { workerRules } from '@stegvis/platform/queue';
import { settings } from '@stegvis/platform/settings';
import type { Job } from 'bullmq';
import { JobProcessor } from '../job-processor.js';
import { Stopping } from '../stopping.js';

@Processor('sweep-follow-ups', workerRules)
export class SweepFollowUps extends JobProcessor {
  constructor(
    private readonly sweep: FollowUpSweep,
    private readonly stopping: Stopping,
  ) {
    super();
  }

  protected async do(job: Job<JobIds>): Promise<void> {
    const done = await this.sweep.run(settings().SWEEP_BATCH, async (progress) => {
      // What is done is done: the next sweep goes over it all, and finds it so.
      this.stopping.refuseToGoOn();
      await job.updateProgress({ ...progress });
    });
    log.info(done, 'follow-ups swept');
  }
}
