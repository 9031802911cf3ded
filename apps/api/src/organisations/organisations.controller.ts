import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { NewOrganisation, Organisation, OrganisationChange, OrganisationFilters } from '@stegvis/contracts/organisations/organisation';
import { OrganisationsService } from '@stegvis/domain/organisations';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import { Allow } from '../auth/allow.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  @Allow('organisations.read')
  @FilteredBy(OrganisationFilters)
  @RespondsWithList(Organisation)
  list(@Query(OrganisationFilters) { filters, window, ids }: ListQuery<OrganisationFilters>) {
    return this.organisations.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('organisations.read')
  @RespondsWith(Organisation)
  get(@RecordId() id: string) {
    return this.organisations.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('organisations.change')
  @RespondsWith(Organisation)
  create(@Body() draft: NewOrganisation) {
    return this.organisations.create(draft);
  }

  @Put(':id')
  @Allow('organisations.change')
  @RespondsWith(Organisation)
  change(@RecordId() id: string, @Body() change: OrganisationChange, @FromVersion() expected: ExpectedVersion) {
    return this.organisations.change(id, change, expected);
  }
}
