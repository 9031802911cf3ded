import { Body, Controller, Get, Put } from '@nestjs/common';
import { ReportSchedule, ReportScheduleChange, ReportScheduleFilters } from '@stegvis/contracts/report-runs/report-run';
import { ReportSchedulesService } from '@stegvis/domain/report-runs';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import { Allow } from '../auth/allow.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('report-schedules')
export class ReportSchedulesController {
  constructor(private readonly schedules: ReportSchedulesService) {}

  @Get()
  @Allow('report-schedules.read')
  @FilteredBy(ReportScheduleFilters)
  @RespondsWithList(ReportSchedule)
  list(@Query(ReportScheduleFilters) { filters, window, ids }: ListQuery<ReportScheduleFilters>) {
    return this.schedules.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('report-schedules.read')
  @RespondsWith(ReportSchedule)
  get(@RecordId() id: string) {
    return this.schedules.get(id);
  }

  @Put(':id')
  @Allow('report-schedules.change')
  @RespondsWith(ReportSchedule)
  change(@RecordId() id: string, @Body() change: ReportScheduleChange, @FromVersion() expected: ExpectedVersion) {
    return this.schedules.change(id, change, expected);
  }
}
