import { Module } from '@nestjs/common';
import { ReportBuilder } from './report-builder.js';
import { ReportRunsService } from './report-runs.service.js';
import { ReportSchedulesService } from './report-schedules.service.js';
import { SubmissionsService } from './submissions.service.js';

/** What leaders and funders do with reports; for the API. */
@Module({
  providers: [ReportRunsService, ReportSchedulesService, SubmissionsService],
  exports: [ReportRunsService, ReportSchedulesService, SubmissionsService],
})
export class ReportRunsModule {}

/** The making of reports; for the worker, which must also open the database as the role `report`. */
@Module({ providers: [ReportBuilder], exports: [ReportBuilder] })
export class ReportBuildingModule {}
