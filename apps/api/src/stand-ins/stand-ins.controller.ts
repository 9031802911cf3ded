import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Nothing } from '@stegvis/contracts/fields/nothing';
import { NewStandIn, StandIn, StandInFilters } from '@stegvis/contracts/stand-ins/stand-in';
import { StandInsService } from '@stegvis/domain/stand-ins';
import { Allow } from '../auth/allow.js';
import { StepUp } from '../auth/step-up.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('stand-ins')
export class StandInsController {
  constructor(private readonly standIns: StandInsService) {}

  @Get()
  @Allow('stand-ins.read')
  @FilteredBy(StandInFilters)
  @RespondsWithList(StandIn)
  list(@Query(StandInFilters) { filters, window, ids }: ListQuery<StandInFilters>) {
    return this.standIns.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('stand-ins.read')
  @RespondsWith(StandIn)
  get(@RecordId() id: string) {
    return this.standIns.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('stand-ins.appoint')
  @StepUp()
  @RespondsWith(StandIn)
  appoint(@Body() draft: NewStandIn) {
    return this.standIns.appoint(draft);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('stand-ins.end')
  @RespondsWith(StandIn)
  end(@RecordId() id: string, @Body() _nothing: Nothing) {
    return this.standIns.end(id);
  }
}
