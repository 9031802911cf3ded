import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { Language } from '@stegvis/contracts/staff/codes';
import { Submission, SubmissionFilters, SubmissionReturn } from '@stegvis/contracts/submissions/submission';
import { SubmissionsService } from '@stegvis/domain/report-runs';
import { Allow } from '../auth/allow.js';
import { StepUp } from '../auth/step-up.js';
import { download } from '../files/file-response.js';
import { ReaderLanguage } from '../files/reader-language.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithFile, RespondsWithList } from '../responses/responds-with.js';

@Controller('submissions')
export class SubmissionsController {
  constructor(private readonly submissions: SubmissionsService) {}

  @Get()
  @Allow('submissions.read')
  @FilteredBy(SubmissionFilters)
  @RespondsWithList(Submission)
  list(@Query(SubmissionFilters) { filters, window, ids }: ListQuery<SubmissionFilters>) {
    return this.submissions.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('submissions.read')
  @RespondsWith(Submission)
  get(@RecordId() id: string) {
    return this.submissions.get(id);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Allow('submissions.return')
  @RespondsWith(Submission)
  return(@RecordId() id: string, @Body() why: SubmissionReturn) {
    return this.submissions.return(id, why);
  }

  @Get(':id/export/xlsx')
  @Allow('submissions.export')
  @StepUp()
  @RespondsWithFile()
  exportXlsx(@RecordId() id: string, @ReaderLanguage() language: Language) {
    return download(this.submissions.export(id, 'xlsx', language));
  }

  @Get(':id/export/csv')
  @Allow('submissions.export')
  @StepUp()
  @RespondsWithFile()
  exportCsv(@RecordId() id: string, @ReaderLanguage() language: Language) {
    return download(this.submissions.export(id, 'csv', language));
  }
}
