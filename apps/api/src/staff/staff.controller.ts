import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { NewStaff, Staff, StaffChange, StaffFilters } from '@stegvis/contracts/staff/staff';
import { StaffService } from '@stegvis/domain/staff';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import { Allow } from '../auth/allow.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('staff')
export class StaffController {
  constructor(private readonly staff: StaffService) {}

  @Get()
  @Allow('staff.read')
  @FilteredBy(StaffFilters)
  @RespondsWithList(Staff)
  list(@Query(StaffFilters) { filters, window, ids }: ListQuery<StaffFilters>) {
    return this.staff.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('staff.read')
  @RespondsWith(Staff)
  get(@RecordId() id: string) {
    return this.staff.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('staff.change')
  @RespondsWith(Staff)
  create(@Body() draft: NewStaff) {
    return this.staff.create(draft);
  }

  @Put(':id')
  @Allow('staff.change')
  @RespondsWith(Staff)
  change(@RecordId() id: string, @Body() change: StaffChange, @FromVersion() expected: ExpectedVersion) {
    return this.staff.change(id, change, expected);
  }
}
