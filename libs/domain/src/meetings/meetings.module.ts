import { Module } from '@nestjs/common';
import { RemindersModule } from '../reminders/index.js';
import { MeetingsService } from './meetings.service.js';

@Module({ imports: [RemindersModule], providers: [MeetingsService], exports: [MeetingsService] })
export class MeetingsModule {}
