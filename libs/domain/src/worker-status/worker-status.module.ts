import { Module } from '@nestjs/common';
import { WorkerStatusService } from './worker-status.service.js';

@Module({ providers: [WorkerStatusService], exports: [WorkerStatusService] })
export class WorkerStatusModule {}
