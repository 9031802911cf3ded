import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@stegvis/platform/postgres';

/** What makes the access log proof against quiet changes: its events are linked, each with all before it. */
@Injectable()
export class AccessLogChain {
  constructor(private readonly work: UnitOfWork) {}

  /** Links what was noted since the last time; how many events. Only a job may. */
  link(): Promise<number> {
    return this.work.transaction(async (manager) => {
      const [done] = await manager.query(`select set_config('lock_timeout', '30s', true), access_log.link_events() as linked`);
      return done.linked;
    });
  }
}
