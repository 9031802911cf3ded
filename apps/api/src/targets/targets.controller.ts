import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { NewTarget, Target, TargetChange, TargetFilters } from '@stegvis/contracts/targets/target';
import { TargetsService } from '@stegvis/domain/targets';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import { Allow } from '../auth/allow.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('targets')
export class TargetsController {
  constructor(private readonly targets: TargetsService) {}

  @Get()
  @Allow('targets.read')
  @FilteredBy(TargetFilters)
  @RespondsWithList(Target)
  list(@Query(TargetFilters) { filters, window, ids }: ListQuery<TargetFilters>) {
    return this.targets.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('targets.read')
  @RespondsWith(Target)
  get(@RecordId() id: string) {
    return this.targets.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('targets.change')
  @RespondsWith(Target)
  create(@Body() draft: NewTarget) {
    return this.targets.create(draft);
  }

  @Put(':id')
  @Allow('targets.change')
  @RespondsWith(Target)
  change(@RecordId() id: string, @Body() change: TargetChange, @FromVersion() expected: ExpectedVersion) {
    return this.targets.change(id, change, expected);
  }
}
