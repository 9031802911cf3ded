import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { EndStage, StagePeriod, StagePeriodChange, StagePeriodFilters, StartStage } from '@stegvis/contracts/stage-periods/stage-period';
import { StagePeriodsService } from '@stegvis/domain/stage-periods';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import { Allow } from '../auth/allow.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('stage-periods')
export class StagePeriodsController {
  constructor(private readonly stagePeriods: StagePeriodsService) {}

  @Get()
  @Allow('stage-periods.read')
  @FilteredBy(StagePeriodFilters)
  @RespondsWithList(StagePeriod)
  list(@Query(StagePeriodFilters) { filters, window, ids }: ListQuery<StagePeriodFilters>) {
    return this.stagePeriods.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('stage-periods.read')
  @RespondsWith(StagePeriod)
  get(@RecordId() id: string) {
    return this.stagePeriods.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('stage-periods.start')
  @RespondsWith(StagePeriod)
  start(@Body() draft: StartStage) {
    return this.stagePeriods.start(draft);
  }

  @Put(':id')
  @Allow('stage-periods.change')
  @RespondsWith(StagePeriod)
  change(@RecordId() id: string, @Body() change: StagePeriodChange, @FromVersion() expected: ExpectedVersion) {
    return this.stagePeriods.change(id, change, expected);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('stage-periods.end')
  @RespondsWith(StagePeriod)
  end(@RecordId() id: string, @Body() how: EndStage) {
    return this.stagePeriods.end(id, how);
  }
}
