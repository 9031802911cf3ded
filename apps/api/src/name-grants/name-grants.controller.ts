import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Nothing } from '@stegvis/contracts/fields/nothing';
import { NameGrant, NameGrantFilters, NewNameGrant } from '@stegvis/contracts/name-grants/name-grant';
import { NameGrantsService } from '@stegvis/domain/name-grants';
import { Allow } from '../auth/allow.js';
import { StepUp } from '../auth/step-up.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('name-grants')
export class NameGrantsController {
  constructor(private readonly nameGrants: NameGrantsService) {}

  @Get()
  @Allow('name-grants.read')
  @FilteredBy(NameGrantFilters)
  @RespondsWithList(NameGrant)
  list(@Query(NameGrantFilters) { filters, window, ids }: ListQuery<NameGrantFilters>) {
    return this.nameGrants.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('name-grants.read')
  @RespondsWith(NameGrant)
  get(@RecordId() id: string) {
    return this.nameGrants.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('name-grants.give')
  @StepUp()
  @RespondsWith(NameGrant)
  give(@Body() draft: NewNameGrant) {
    return this.nameGrants.give(draft);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('name-grants.end')
  @RespondsWith(NameGrant)
  end(@RecordId() id: string, @Body() _nothing: Nothing) {
    return this.nameGrants.end(id);
  }
}
