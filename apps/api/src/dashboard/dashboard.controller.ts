import { Controller, Get } from '@nestjs/common';
import { Dashboard } from '@stegvis/contracts/dashboard/dashboard';
import { DashboardService } from '@stegvis/domain/dashboard';
import { Allow } from '../auth/allow.js';
import { RecordId } from '../input/parameters.js';
import { RespondsWith } from '../responses/responds-with.js';

@Controller('dashboards')
export class DashboardController {
  constructor(private readonly dashboard: DashboardService) {}

  @Get(':id')
  @Allow('dashboard.read')
  @RespondsWith(Dashboard)
  get(@RecordId() projectId: string) {
    return this.dashboard.of(projectId);
  }
}
