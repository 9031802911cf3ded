import { randomBytes } from 'node:crypto';
import { WorkerHost } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { jobNames } from '@stegvis/platform/doorbell';
import { faultFields, log } from '@stegvis/platform/log';
import { type QueueConnection, Queues, queueConnection } from '@stegvis/platform/queue';
import { Relay } from './doorbell/relay.js';
import { schedules } from './schedules.js';
import { Stopping } from './stopping.js';
import { Heartbeat } from './worker-status/heartbeat.js';

/** How long jobs that run may take to finish when the worker is stopped, in milliseconds. */
const patience = 18_000;
/** How often to see whether the queue still knows the schedules, in milliseconds. */
const rememberEvery = 60_000;

/** What happens when the worker starts and stops, in order. */
@Injectable()
export class Lifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly queues: Queues,
    private readonly relay: Relay,
    private readonly heartbeat: Heartbeat,
    private readonly stopping: Stopping,
    @Inject(queueConnection) private readonly connection: QueueConnection,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const waiting = jobNames.filter((job) => !this.processors().some((processor) => processor.worker.name === job));
    if (waiting.length > 0) throw new Error(`Nobody does these jobs: ${waiting.join(', ')}`);
    for (const job of jobNames)
      this.queues.of(job).on('error', (fault) => log.warn({ queue: job, ...faultFields(fault) }, 'the queue cannot be reached'));
    const table = schedules();
    await this.queues.schedule(table);
    const start = randomBytes(4).toString('hex');
    for (const { job, atStart } of table) if (atStart) await this.queues.add(job, `start-${start}`, { requestId: `start-${start}` });
    this.timer = setInterval(() => this.remember(), rememberEvery);
    await this.relay.start();
    this.heartbeat.start();
    log.info({ queue: this.connection.backend }, 'the worker works');
  }

  /** Jobs that run are finished, then the queues are closed, then (by Nest, after this) the database's pools. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.ask();
    clearInterval(this.timer);
    const impatience = setTimeout(() => {
      log.warn('jobs that take too long are given up; the next worker does them again');
      process.exit(1);
    }, patience);
    await this.relay.stop();
    await Promise.all(this.processors().map((processor) => processor.worker.close()));
    await this.queues.close();
    await this.heartbeat.stop();
    await this.connection.close();
    clearTimeout(impatience);
    log.info('the worker has stopped');
  }

  private remember(): void {
    this.queues.remember(schedules()).then(
      (forgotten) => forgotten > 0 && log.warn({ forgotten }, 'the queue had forgotten its schedules'),
      (fault: unknown) => log.warn(faultFields(fault), 'the schedules could not be looked at'),
    );
  }

  private processors(): WorkerHost[] {
    return this.discovery.getProviders().flatMap(({ instance }) => (instance instanceof WorkerHost ? [instance] : []));
  }
}
