import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { EnrolmentFilters } from '@stegvis/contracts/enrolments/enrolment';
import type { ExportResource } from '@stegvis/contracts/exports/codes';
import { Export, ExportFilters, NewExport } from '@stegvis/contracts/exports/export';
import type { Shape } from '@stegvis/contracts/fields/field';
import { Nothing } from '@stegvis/contracts/fields/nothing';
import { MeetingFilters } from '@stegvis/contracts/meetings/meeting';
import { ParticipantFilters } from '@stegvis/contracts/participants/participant';
import type { Language } from '@stegvis/contracts/staff/codes';
import { ExportsService } from '@stegvis/domain/exports';
import { Allow } from '../auth/allow.js';
import { StepUp } from '../auth/step-up.js';
import { download } from '../files/file-response.js';
import { ReaderLanguage } from '../files/reader-language.js';
import { FilteredBy, type ListQuery, Query, readFilters } from '../input/list-query.js';
import { RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithFile, RespondsWithList } from '../responses/responds-with.js';

/** What each list may be filtered by. */
const filtersOf: Readonly<Record<ExportResource, Shape>> = {
  participants: ParticipantFilters,
  enrolments: EnrolmentFilters,
  meetings: MeetingFilters,
};
const withFilters = (draft: NewExport) => ({ ...draft, filter: readFilters(filtersOf[draft.resource], draft.filter ?? {}) });

@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get()
  @Allow('exports.read')
  @FilteredBy(ExportFilters)
  @RespondsWithList(Export)
  list(@Query(ExportFilters) { filters, window, ids }: ListQuery<ExportFilters>) {
    return this.exports.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('exports.read')
  @RespondsWith(Export)
  get(@RecordId() id: string) {
    return this.exports.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('exports.create')
  @StepUp()
  @RespondsWith(Export)
  request(@Body() draft: NewExport, @ReaderLanguage() language: Language) {
    return this.exports.request(withFilters(draft), language);
  }

  @Get(':id/file')
  @Allow('exports.download')
  @StepUp()
  @RespondsWithFile()
  file(@RecordId() id: string) {
    return download(this.exports.take(id));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Allow('exports.withdraw')
  @RespondsWith(Export)
  withdraw(@RecordId() id: string, @Body() _nothing: Nothing) {
    return this.exports.withdraw(id);
  }
}
