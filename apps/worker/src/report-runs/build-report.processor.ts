import { Processor } from '@nestjs/bullmq';
import { ReportBuilder } from '@stegvis/domain/report-runs';
import type { JobIds } from '@stegvis/platform/doorbell';
import { log } from '@stegvis/platform/log';
import { workerRules } from '@stegvis/platform/queue';
import type { Job } from 'bullmq';
import { JobProcessor } from '../job-processor.js';

@Processor('build-report', workerRules)
export class BuildReport extends JobProcessor {
  constructor(private readonly reports: ReportBuilder) {
    super();
  }

  protected async do({ data: { subjectId } }: Job<JobIds>): Promise<void> {
    if (subjectId === undefined) return;
    const built = await this.reports.build(subjectId);
    log.info({ runId: subjectId, built }, 'report built');
  }
}
