/**
 * The API: `ReportRunsModule` (ReportRunsService, ReportSchedulesService, SubmissionsService) with `reportEntities`.
 *
 * The worker: `ReportBuildingModule` gives `ReportBuilder`, which needs
 * `PostgresModule.alsoAs('report', { entities: [], poolSize: 2, statementTimeout: 600_000 })` and, around each call, `asJob(name, requestId, …)`:
 *   - doorbell job `build-report` with the run's id:  builder.build(runId)
 *   - recurring, e.g. each hour, `draft-reports`:     builder.draftDue()
 *   - recurring, each minute, `build-requested`:      builder.buildRequested()
 *
 * The demo world: `new PastReports(manager)` on the owner's connection, in the middle of the story that is being loaded.
 */
export { type PastPeriod, PastReports, type PastStep } from './past-reports.js';
export { ReportBuilder } from './report-builder.js';
export { reportEntities } from './report-entities.js';
export { ReportBuildingModule, ReportRunsModule } from './report-runs.module.js';
export { ReportRunsService } from './report-runs.service.js';
export { ReportSchedulesService } from './report-schedules.service.js';
export { SubmissionsService } from './submissions.service.js';
