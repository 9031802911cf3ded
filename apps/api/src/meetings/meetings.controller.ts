import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  CancelMeeting,
  HoldMeeting,
  Meeting,
  MeetingChange,
  MeetingFilters,
  MissMeeting,
  NewMeeting,
  VoidMeeting,
} from '@stegvis/contracts/meetings/meeting';
import { MeetingsService } from '@stegvis/domain/meetings';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import { Allow } from '../auth/allow.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('meetings')
export class MeetingsController {
  constructor(private readonly meetings: MeetingsService) {}

  @Get()
  @Allow('meetings.read')
  @FilteredBy(MeetingFilters)
  @RespondsWithList(Meeting)
  list(@Query(MeetingFilters) { filters, window, ids }: ListQuery<MeetingFilters>) {
    return this.meetings.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('meetings.read')
  @RespondsWith(Meeting)
  get(@RecordId() id: string) {
    return this.meetings.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('meetings.plan')
  @RespondsWith(Meeting)
  create(@Body() draft: NewMeeting) {
    return this.meetings.create(draft);
  }

  @Put(':id')
  @Allow('meetings.change')
  @RespondsWith(Meeting)
  change(@RecordId() id: string, @Body() change: MeetingChange, @FromVersion() expected: ExpectedVersion) {
    return this.meetings.change(id, change, expected);
  }

  @Post(':id/hold')
  @HttpCode(200)
  @Allow('meetings.hold')
  @RespondsWith(Meeting)
  hold(@RecordId() id: string, @Body() how: HoldMeeting) {
    return this.meetings.hold(id, how);
  }

  @Post(':id/miss')
  @HttpCode(200)
  @Allow('meetings.miss')
  @RespondsWith(Meeting)
  miss(@RecordId() id: string, @Body() how: MissMeeting) {
    return this.meetings.miss(id, how);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Allow('meetings.cancel')
  @RespondsWith(Meeting)
  cancel(@RecordId() id: string, @Body() how: CancelMeeting) {
    return this.meetings.cancel(id, how);
  }

  @Post(':id/void')
  @HttpCode(200)
  @Allow('meetings.void')
  @RespondsWith(Meeting)
  void(@RecordId() id: string, @Body() how: VoidMeeting) {
    return this.meetings.void(id, how);
  }
}
