import { Injectable } from '@nestjs/common';
import type { ReportSchedule, ReportScheduleChange, ReportScheduleFilters } from '@stegvis/contracts/report-runs/report-run';
import { Register, type RegisterOf, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';
import { ReportScheduleEntity } from './report-schedule.entity.js';

const schedules: RegisterOf<ReportScheduleEntity> = {
  entity: ReportScheduleEntity,
  list: {
    rows: sqlBeside(import.meta.url, 'report-schedules.sql'),
    sorts: { projectName: 'swedish', active: 'plain' },
    order: { sort: 'projectName', order: 'ASC' },
  },
};

/** Which reports draft themselves. A schedule comes with its project; nobody makes one by hand. */
@Injectable()
export class ReportSchedulesService extends Register<ReportScheduleEntity, ReportSchedule, never, ReportScheduleChange, ReportScheduleFilters> {
  constructor(work: UnitOfWork) {
    super(work, schedules);
  }
}
