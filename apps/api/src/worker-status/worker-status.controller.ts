import { Controller, Get } from '@nestjs/common';
import { WorkerStatus } from '@stegvis/contracts/status/worker-status';
import { WorkerStatusService } from '@stegvis/domain/worker-status';
import { Allow } from '../auth/allow.js';
import { RespondsWith } from '../responses/responds-with.js';

@Controller('worker-status')
export class WorkerStatusController {
  constructor(private readonly status: WorkerStatusService) {}

  @Get()
  @Allow('worker.read')
  @RespondsWith(WorkerStatus)
  read() {
    return this.status.read();
  }
}
