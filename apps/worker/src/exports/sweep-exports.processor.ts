import { Processor } from '@nestjs/bullmq';
import { ExportMaker } from '@stegvis/domain/exports';
import type { JobIds } from '@stegvis/platform/doorbell';
import { log } from '@stegvis/platform/log';
import { workerRules } from '@stegvis/platform/queue';
import type { Job } from 'bullmq';
import { JobProcessor } from '../job-processor.js';

@Processor('sweep-exports', workerRules)
export class SweepExports extends JobProcessor {
  constructor(private readonly exports: ExportMaker) {
    super();
  }

  protected async do({ data: { requestId } }: Job<JobIds>): Promise<void> {
    for (const exportId of await this.exports.sweep(requestId)) log.info({ exportId }, 'export made without its bell');
  }
}
