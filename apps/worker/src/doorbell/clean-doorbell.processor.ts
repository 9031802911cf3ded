import { Processor } from '@nestjs/bullmq';
import { cleanBells } from '@stegvis/platform/doorbell';
import { log } from '@stegvis/platform/log';
import { UnitOfWork } from '@stegvis/platform/postgres';
import { workerRules } from '@stegvis/platform/queue';
import { JobProcessor } from '../job-processor.js';

@Processor('clean-doorbell', workerRules)
export class CleanDoorbell extends JobProcessor {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  protected async do(): Promise<void> {
    log.info({ removed: await cleanBells(this.work) }, 'doorbell cleaned');
  }
}
