import { Processor } from '@nestjs/bullmq';
import { ReportBuilder } from '@stegvis/domain/report-runs';
import { log } from '@stegvis/platform/log';
import { workerRules } from '@stegvis/platform/queue';
import { JobProcessor } from '../job-processor.js';

@Processor('draft-reports', workerRules)
export class DraftReports extends JobProcessor {
  constructor(private readonly reports: ReportBuilder) {
    super();
  }

  protected async do(): Promise<void> {
    for (const runId of await this.reports.draftDue()) log.info({ runId }, 'report drafted');
  }
}
