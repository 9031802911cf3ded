import { Module } from '@nestjs/common';
import { StagePeriodsService } from './stage-periods.service.js';

@Module({ providers: [StagePeriodsService], exports: [StagePeriodsService] })
export class StagePeriodsModule {}
