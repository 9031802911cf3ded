import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { CompleteReminder, Reminder, ReminderChange, ReminderFilters, SnoozeReminder } from '@stegvis/contracts/reminders/reminder';
import { RemindersService } from '@stegvis/domain/reminders';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import { Allow } from '../auth/allow.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('reminders')
export class RemindersController {
  constructor(private readonly reminders: RemindersService) {}

  @Get()
  @Allow('reminders.read')
  @FilteredBy(ReminderFilters)
  @RespondsWithList(Reminder)
  list(@Query(ReminderFilters) { filters, window, ids }: ListQuery<ReminderFilters>) {
    return this.reminders.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('reminders.read')
  @RespondsWith(Reminder)
  get(@RecordId() id: string) {
    return this.reminders.get(id);
  }

  @Put(':id')
  @Allow('reminders.change')
  @RespondsWith(Reminder)
  change(@RecordId() id: string, @Body() change: ReminderChange, @FromVersion() expected: ExpectedVersion) {
    return this.reminders.change(id, change, expected);
  }

  @Post(':id/complete')
  @HttpCode(200)
  @Allow('reminders.complete')
  @RespondsWith(Reminder)
  complete(@RecordId() id: string, @Body() how: CompleteReminder) {
    return this.reminders.complete(id, how);
  }

  @Post(':id/snooze')
  @HttpCode(200)
  @Allow('reminders.snooze')
  @RespondsWith(Reminder)
  snooze(@RecordId() id: string, @Body() how: SnoozeReminder) {
    return this.reminders.snooze(id, how);
  }
}
