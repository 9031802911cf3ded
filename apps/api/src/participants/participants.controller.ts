import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ParticipantPage } from '@stegvis/contracts/participants/page';
import { FindParticipant, ParticipantChange, ParticipantFilters, ParticipantRow, Referral } from '@stegvis/contracts/participants/participant';
import { ParticipantsService } from '@stegvis/domain/participants';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import { Allow } from '../auth/allow.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('participants')
export class ParticipantsController {
  constructor(private readonly participants: ParticipantsService) {}

  @Get()
  @Allow('participants.read')
  @FilteredBy(ParticipantFilters)
  @RespondsWithList(ParticipantRow)
  list(@Query(ParticipantFilters) { filters, window, ids }: ListQuery<ParticipantFilters>) {
    return this.participants.list(filters, window, ids);
  }

  @Post('find')
  @HttpCode(200)
  @Allow('participants.read')
  @RespondsWithList(ParticipantRow)
  find(@Body() search: FindParticipant) {
    return this.participants.find(search);
  }

  @Get(':id')
  @Allow('participants.read')
  @RespondsWith(ParticipantRow)
  get(@RecordId() id: string) {
    return this.participants.get(id);
  }

  @Get(':id/page')
  @Allow('participants.read')
  @RespondsWith(ParticipantPage)
  page(@RecordId() id: string) {
    return this.participants.page(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('participants.refer')
  @RespondsWith(ParticipantRow)
  refer(@Body() referral: Referral) {
    return this.participants.refer(referral);
  }

  @Put(':id')
  @Allow('participants.change')
  @RespondsWith(ParticipantRow)
  change(@RecordId() id: string, @Body() change: ParticipantChange, @FromVersion() expected: ExpectedVersion) {
    return this.participants.change(id, change, expected);
  }
}
