import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { NewOpening, Opening, OpeningFilters } from '@stegvis/contracts/openings/opening';
import { OpeningsService } from '@stegvis/domain/openings';
import { Allow } from '../auth/allow.js';
import { StepUp } from '../auth/step-up.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('openings')
export class OpeningsController {
  constructor(private readonly openings: OpeningsService) {}

  @Get()
  @Allow('openings.read')
  @FilteredBy(OpeningFilters)
  @RespondsWithList(Opening)
  list(@Query(OpeningFilters) { filters, window, ids }: ListQuery<OpeningFilters>) {
    return this.openings.list(filters, window, ids);
  }

  @Post()
  @HttpCode(201)
  @Allow('openings.open')
  @StepUp()
  @RespondsWith(Opening)
  open(@Body() draft: NewOpening) {
    return this.openings.open(draft);
  }
}
