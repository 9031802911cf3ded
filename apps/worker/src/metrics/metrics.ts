import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { gauge, MetricsServer, measurePool } from '@stegvis/platform/metrics';
import { asJob, UnitOfWork } from '@stegvis/platform/postgres';

type Source = Parameters<typeof measurePool>[1];

/** What waits for the worker. */
interface Waiting {
  /** Seconds since the oldest bell was rung that nobody has relayed; 0 when there is none. */
  bell: number;
  /** Seconds since some worker gave a sign of life; null when none ever did. */
  heartbeat: number | null;
  /** Follow-ups that are open past their day. */
  overdue: number;
}

const waitingSql = `
  select coalesce((select extract(epoch from now() - rung_at) from app.doorbell where relayed_at is null order by id limit 1), 0)::float as bell,
         (select extract(epoch from now() - max(beat_at)) from app.worker_heartbeat)::float as heartbeat,
         (select count(*) from app.reminder
          where state in ('open', 'snoozed') and app.reminder_is_overdue(state, due_date, snoozed_until))::integer as overdue`;

const oldestBell = gauge('stegvis_doorbell_oldest_seconds', 'Age of the oldest bell that no worker has relayed', []);
const heartbeatAge = gauge('stegvis_worker_heartbeat_age_seconds', 'Age of the newest sign of life of any worker', []);
const overdueFollowUps = gauge('stegvis_follow_ups_overdue', 'Follow-ups that are open past their day', []);

/** Serves what is measured in the worker on METRICS_PORT. Without that port it does nothing. */
@Injectable()
export class Metrics implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly server = new MetricsServer();

  constructor(
    private readonly work: UnitOfWork,
    @Inject(getDataSourceToken()) worker: Source,
    @Inject(getDataSourceToken('report')) report: Source,
  ) {
    measurePool('worker', worker);
    measurePool('report', report);
  }

  onApplicationBootstrap(): Promise<void> {
    return this.server.start(() => asJob('metrics', 'metrics', () => this.look()));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.server.stop();
  }

  private async look(): Promise<void> {
    const [waiting] = await this.work.read<Waiting>({ text: waitingSql });
    oldestBell.set(waiting?.bell ?? 0);
    if (waiting?.heartbeat != null) heartbeatAge.set(waiting.heartbeat);
    overdueFollowUps.set(waiting?.overdue ?? 0);
  }
}
