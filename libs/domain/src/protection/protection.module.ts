import { Module } from '@nestjs/common';
import { RemindersModule } from '../reminders/index.js';
import { ProtectionService } from './protection.service.js';

@Module({ imports: [RemindersModule], providers: [ProtectionService], exports: [ProtectionService] })
export class ProtectionModule {}
