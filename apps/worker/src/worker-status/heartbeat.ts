import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { WorkerStatusService } from '@stegvis/domain/worker-status';
import { faultFields, log } from '@stegvis/platform/log';
import { asJob } from '@stegvis/platform/postgres';

/** How often the worker gives a sign of life, in milliseconds. */
const beatEvery = 15_000;

/** Tells everybody that this worker is alive: when it is not, the staff UI says so. */
@Injectable()
export class Heartbeat {
  private readonly name = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> | undefined;

  constructor(private readonly status: WorkerStatusService) {}

  start(): void {
    this.timer = setInterval(() => this.beat(), beatEvery);
    this.beat();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
  }

  private beat(): void {
    this.beating ??= asJob('heartbeat', 'heartbeat', () => this.status.beat(this.name))
      .catch((fault: unknown) => log.warn(faultFields(fault), 'no heartbeat could be written'))
      .finally(() => {
        this.beating = undefined;
      });
  }
}
