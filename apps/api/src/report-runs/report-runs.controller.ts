import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Nothing } from '@stegvis/contracts/fields/nothing';
import { NewReportRun, ReportRun, ReportRunChange, ReportRunFilters, ReportRunPage } from '@stegvis/contracts/report-runs/report-run';
import type { Language } from '@stegvis/contracts/staff/codes';
import { ReportRunsService } from '@stegvis/domain/report-runs';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import { Allow } from '../auth/allow.js';
import { StepUp } from '../auth/step-up.js';
import { download } from '../files/file-response.js';
import { ReaderLanguage } from '../files/reader-language.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithFile, RespondsWithList } from '../responses/responds-with.js';

@Controller('report-runs')
export class ReportRunsController {
  constructor(private readonly runs: ReportRunsService) {}

  @Get()
  @Allow('report-runs.read')
  @FilteredBy(ReportRunFilters)
  @RespondsWithList(ReportRun)
  list(@Query(ReportRunFilters) { filters, window, ids }: ListQuery<ReportRunFilters>) {
    return this.runs.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('report-runs.read')
  @RespondsWith(ReportRunPage)
  get(@RecordId() id: string) {
    return this.runs.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('report-runs.request')
  @RespondsWith(ReportRunPage)
  request(@Body() draft: NewReportRun) {
    return this.runs.request(draft);
  }

  @Put(':id')
  @Allow('report-runs.change')
  @RespondsWith(ReportRunPage)
  change(@RecordId() id: string, @Body() change: ReportRunChange, @FromVersion() expected: ExpectedVersion) {
    return this.runs.change(id, change, expected);
  }

  @Post(':id/check')
  @HttpCode(200)
  @Allow('report-runs.check')
  @RespondsWith(ReportRunPage)
  check(@RecordId() id: string, @Body() _nothing: Nothing) {
    return this.runs.check(id);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Allow('report-runs.submit')
  @RespondsWith(ReportRunPage)
  submit(@RecordId() id: string, @Body() _nothing: Nothing) {
    return this.runs.submit(id);
  }

  @Get(':id/export/xlsx')
  @Allow('report-runs.export')
  @StepUp()
  @RespondsWithFile()
  exportXlsx(@RecordId() id: string, @ReaderLanguage() language: Language) {
    return download(this.runs.export(id, 'xlsx', language));
  }

  @Get(':id/export/csv')
  @Allow('report-runs.export')
  @StepUp()
  @RespondsWithFile()
  exportCsv(@RecordId() id: string, @ReaderLanguage() language: Language) {
    return download(this.runs.export(id, 'csv', language));
  }
}
