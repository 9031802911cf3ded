import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessLogChainModule } from '@stegvis/domain/access-log';
import { ExportMakingModule } from '@stegvis/domain/exports';
import { RemindersModule } from '@stegvis/domain/reminders';
import { ReportBuildingModule } from '@stegvis/domain/report-runs';
import { WorkerStatusModule } from '@stegvis/domain/worker-status';
import { PostgresModule } from '@stegvis/platform/postgres';
import { QueueModule } from '@stegvis/platform/queue';
import { LinkAccessLog } from './access-log/link-access-log.processor.js';
import { CleanDoorbell } from './doorbell/clean-doorbell.processor.js';
import { Relay } from './doorbell/relay.js';
import { MakeExport } from './exports/make-export.processor.js';
import { SweepExports } from './exports/sweep-exports.processor.js';
import { Lifecycle } from './lifecycle.js';
import { Metrics } from './metrics/metrics.js';
import { SweepFollowUps } from './reminders/sweep-follow-ups.processor.js';
import { BuildReport } from './report-runs/build-report.processor.js';
import { BuildRequestedReports } from './report-runs/build-requested-reports.processor.js';
import { DraftReports } from './report-runs/draft-reports.processor.js';
import { Stopping } from './stopping.js';
import { Heartbeat } from './worker-status/heartbeat.js';

@Module({
  imports: [
    DiscoveryModule,
    PostgresModule.as('worker', { entities: [], poolSize: 4 }),
    PostgresModule.alsoAs('report', { entities: [], poolSize: 2, statementTimeout: 600_000 }),
    // For what somebody asked for: with a statement of them, and never without.
    PostgresModule.alsoAs('api', { entities: [], poolSize: 2, statementTimeout: 60_000 }),
    QueueModule.forWorker(),
    RemindersModule,
    AccessLogChainModule,
    ReportBuildingModule,
    ExportMakingModule,
    WorkerStatusModule,
  ],
  providers: [
    Stopping,
    Relay,
    Heartbeat,
    Lifecycle,
    Metrics,
    SweepFollowUps,
    BuildReport,
    BuildRequestedReports,
    DraftReports,
    MakeExport,
    SweepExports,
    CleanDoorbell,
    LinkAccessLog,
  ],
})
export class WorkerModule {}
