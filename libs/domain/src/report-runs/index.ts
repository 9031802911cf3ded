/**
 * The API: `ReportRunsModule` (ReportRunsService, ReportSchedulesService, SubmissionsService) with `reportEntities`.
 *
 * The worker: `ReportBuildingModule` gives `ReportBuilder`, which needs
 * `PostgresModule.alsoAs('report', { entities: [], poolSize: 2, statementTimeout: 600_000 })` and, around each call, `asJob(name, requestId, …)`:
 *   - doorbell job `build-report` with the run's id:  builder.build(runId)
 *   - recurring, e.g. each hour, `draft-reports`:     builder.draftDue()
 *   - recurring, each minute, `build-requested`:      builder.buildRequested()
 *
 * A script without Nest, such as the demo world:
 *   const report = new UnitOfWork(await openFenced(sourceOptions({ url: databaseUrl('report'), poolSize: 1, applicationName: 'stegvis-demo' })));
 *   const api = new UnitOfWork(await openFenced(sourceOptions({ url: databaseUrl('api'), entities: reportEntities, poolSize: 1, applicationName: 'stegvis-demo' })));
 *   await submitPastReports({ report, api, owner: (text, values) => ownerSource.query(text, values), leaders: new Map([[projectId, leaderStaffId]]), months: 6 });
 * It drafts and submits for every project with an active schedule, and dates it back to the days after each month. The leader
 * must hold the role `project-leader` over the project today. Destroy both data sources afterwards.
 */
export { type PastReports, submitPastReports } from './past-reports.js';
export { ReportBuilder } from './report-builder.js';
export { reportEntities } from './report-entities.js';
export { ReportBuildingModule, ReportRunsModule } from './report-runs.module.js';
export { ReportRunsService } from './report-runs.service.js';
export { ReportSchedulesService } from './report-schedules.service.js';
export { SubmissionsService } from './submissions.service.js';
