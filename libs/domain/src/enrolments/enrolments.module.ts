import { Module } from '@nestjs/common';
import { RemindersModule } from '../reminders/index.js';
import { EnrolmentsService } from './enrolments.service.js';

@Module({ imports: [RemindersModule], providers: [EnrolmentsService], exports: [EnrolmentsService] })
export class EnrolmentsModule {}
