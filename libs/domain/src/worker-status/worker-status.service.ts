import { Injectable } from '@nestjs/common';
import type { WorkerStatus } from '@stegvis/contracts/status/worker-status';
import { sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';

const statusSql = sqlBeside(import.meta.url, 'worker-status.sql');

/** Whether the worker is alive, as everybody who works with Stegvis may know. */
@Injectable()
export class WorkerStatusService {
  constructor(private readonly work: UnitOfWork) {}

  async read(): Promise<WorkerStatus> {
    const [status] = await this.work.read<WorkerStatus>({ text: statusSql });
    return status as WorkerStatus;
  }

  /** A worker's sign of life, under its own name; those that were not heard of for a day are forgotten, but never the last one. */
  async beat(worker: string): Promise<void> {
    await this.work.transaction(async (manager) => {
      await manager.query(
        'insert into app.worker_heartbeat (worker, beat_at) values ($1, now()) on conflict (worker) do update set beat_at = excluded.beat_at',
        [worker],
      );
      await manager.query(`delete from app.worker_heartbeat where beat_at < now() - interval '1 day'`);
    });
  }
}
