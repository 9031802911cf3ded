import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { NewSite, Site, SiteChange, SiteFilters } from '@stegvis/contracts/sites/site';
import { SitesService } from '@stegvis/domain/sites';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import { Allow } from '../auth/allow.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('sites')
export class SitesController {
  constructor(private readonly sites: SitesService) {}

  @Get()
  @Allow('sites.read')
  @FilteredBy(SiteFilters)
  @RespondsWithList(Site)
  list(@Query(SiteFilters) { filters, window, ids }: ListQuery<SiteFilters>) {
    return this.sites.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('sites.read')
  @RespondsWith(Site)
  get(@RecordId() id: string) {
    return this.sites.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('sites.change')
  @RespondsWith(Site)
  create(@Body() draft: NewSite) {
    return this.sites.create(draft);
  }

  @Put(':id')
  @Allow('sites.change')
  @RespondsWith(Site)
  change(@RecordId() id: string, @Body() change: SiteChange, @FromVersion() expected: ExpectedVersion) {
    return this.sites.change(id, change, expected);
  }
}
