import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  AcceptReferral,
  DeclineReferral,
  Enrolment,
  EnrolmentChange,
  EnrolmentFilters,
  ExitEnrolment,
  NewEnrolment,
} from '@stegvis/contracts/enrolments/enrolment';
import { EnrolmentsService } from '@stegvis/domain/enrolments';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import { Allow } from '../auth/allow.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('enrolments')
export class EnrolmentsController {
  constructor(private readonly enrolments: EnrolmentsService) {}

  @Get()
  @Allow('enrolments.read')
  @FilteredBy(EnrolmentFilters)
  @RespondsWithList(Enrolment)
  list(@Query(EnrolmentFilters) { filters, window, ids }: ListQuery<EnrolmentFilters>) {
    return this.enrolments.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('enrolments.read')
  @RespondsWith(Enrolment)
  get(@RecordId() id: string) {
    return this.enrolments.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('participants.refer')
  @RespondsWith(Enrolment)
  enrolAgain(@Body() draft: NewEnrolment) {
    return this.enrolments.enrolAgain(draft);
  }

  @Put(':id')
  @Allow('enrolments.change')
  @RespondsWith(Enrolment)
  change(@RecordId() id: string, @Body() change: EnrolmentChange, @FromVersion() expected: ExpectedVersion) {
    return this.enrolments.change(id, change, expected);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Allow('enrolments.accept')
  @RespondsWith(Enrolment)
  accept(@RecordId() id: string, @Body() how: AcceptReferral) {
    return this.enrolments.accept(id, how);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Allow('enrolments.decline')
  @RespondsWith(Enrolment)
  decline(@RecordId() id: string, @Body() how: DeclineReferral) {
    return this.enrolments.decline(id, how);
  }

  @Post(':id/exit')
  @HttpCode(200)
  @Allow('enrolments.exit')
  @RespondsWith(Enrolment)
  exit(@RecordId() id: string, @Body() how: ExitEnrolment) {
    return this.enrolments.exit(id, how);
  }
}
