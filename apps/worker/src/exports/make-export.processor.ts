import { Processor } from '@nestjs/bullmq';
import { ExportMaker } from '@stegvis/domain/exports';
import type { JobIds } from '@stegvis/platform/doorbell';
import { log } from '@stegvis/platform/log';
import { workerRules } from '@stegvis/platform/queue';
import type { Job } from 'bullmq';
import { JobProcessor } from '../job-processor.js';

@Processor('make-export', workerRules)
export class MakeExport extends JobProcessor {
  constructor(private readonly exports: ExportMaker) {
    super();
  }

  protected async do({ data: { subjectId, requestId } }: Job<JobIds>): Promise<void> {
    if (subjectId === undefined) return;
    const made = await this.exports.make(subjectId, requestId);
    log.info({ exportId: subjectId, made }, 'export made');
  }
}
