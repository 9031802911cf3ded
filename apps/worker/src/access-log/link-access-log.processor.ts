import { Processor } from '@nestjs/bullmq';
import { AccessLogChain } from '@stegvis/domain/access-log';
import { log } from '@stegvis/platform/log';
import { workerRules } from '@stegvis/platform/queue';
import { JobProcessor } from '../job-processor.js';

@Processor('link-access-log', workerRules)
export class LinkAccessLog extends JobProcessor {
  constructor(private readonly chain: AccessLogChain) {
    super();
  }

  protected async do(): Promise<void> {
    const linked = await this.chain.link();
    if (linked > 0) log.info({ linked }, 'access log linked');
  }
}
