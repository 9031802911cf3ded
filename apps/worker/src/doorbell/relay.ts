import { Injectable } from '@nestjs/common';
import { DoorbellListener, type JobName, jobNames, type Ring, relayBells } from '@stegvis/platform/doorbell';
import { faultFields, log } from '@stegvis/platform/log';
import { asJob, UnitOfWork } from '@stegvis/platform/postgres';
import { Queues } from '@stegvis/platform/queue';
import { databaseUrl } from '@stegvis/platform/settings';

/** How often to look whether a bell was not heard, in milliseconds. */
const pollEvery = 5_000;

/** Turns each bell that the API rang into a job that carries ids: at once when it hears it, else within five seconds. */
@Injectable()
export class Relay {
  private listener: DoorbellListener | undefined;
  private poll: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly queues: Queues,
  ) {}

  async start(): Promise<void> {
    this.poll = setInterval(() => this.look(), pollEvery);
    this.listener = new DoorbellListener(
      databaseUrl('worker'),
      () => this.look(),
      (fault) => log.warn(fault === undefined ? {} : faultFields(fault), 'the doorbell cannot be heard'),
    );
    await this.listener.open();
  }

  /** Ends when the bells in hand have been handed on. */
  async stop(): Promise<void> {
    clearInterval(this.poll);
    await this.listener?.close();
    this.again = false;
    await this.running;
  }

  /** One look at a time; a bell that is heard meanwhile means another look. */
  private look(): void {
    this.again = true;
    this.running ??= this.lookWhileRung().finally(() => {
      this.running = undefined;
    });
  }

  private async lookWhileRung(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        const relayed = await asJob('relay', 'relay', () => relayBells(this.work, (ring) => this.deliver(ring)));
        if (relayed > 0) log.info({ relayed }, 'bells relayed');
      } catch (fault) {
        log.warn(faultFields(fault), 'bells could not be relayed');
      }
    }
  }

  private async deliver({ id, job, subjectId, requestId }: Ring): Promise<void> {
    const known = jobNames.find((name): name is JobName => name === job);
    if (known) await this.queues.add(known, `bell-${id}`, { subjectId, requestId: requestId ?? `bell-${id}` });
    else log.error({ bell: id }, 'a bell was rung for a job that there is not');
  }
}
