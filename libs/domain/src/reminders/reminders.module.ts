import { Module } from '@nestjs/common';
import { FollowUpSweep } from './follow-up-sweep.js';
import { RemindersService } from './reminders.service.js';

@Module({ providers: [RemindersService, FollowUpSweep], exports: [RemindersService, FollowUpSweep] })
export class RemindersModule {}
