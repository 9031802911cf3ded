import { Injectable } from '@nestjs/common';
import type { ListWindow } from '@stegvis/contracts/lists/list';
import type { ReportSchedule, ReportScheduleChange, ReportScheduleFilters } from '@stegvis/contracts/report-runs/report-run';
import { type ExpectedVersion, type ListSpec, mustBeAt, type Page, readOne, readPage, sqlBeside, UnitOfWork, writeChange } from '@stegvis/platform/postgres';
import { ReportScheduleEntity } from './report-schedule.entity.js';

const schedules: ListSpec = {
  rows: sqlBeside(import.meta.url, 'report-schedules.sql'),
  sorts: { projectName: 'swedish', active: 'plain' },
  order: { sort: 'projectName', order: 'ASC' },
};

/** Which reports draft themselves. */
@Injectable()
export class ReportSchedulesService {
  constructor(private readonly work: UnitOfWork) {}

  list(filters: ReportScheduleFilters, window: ListWindow, ids?: readonly string[]): Promise<Page<ReportSchedule>> {
    return readPage(this.work, schedules, filters, window, ids);
  }

  get(id: string): Promise<ReportSchedule> {
    return readOne(this.work, schedules, id);
  }

  change(id: string, change: ReportScheduleChange, expected: ExpectedVersion): Promise<ReportSchedule> {
    return this.work.transaction(async (manager) => {
      mustBeAt(expected, await this.get(id));
      await writeChange(manager, ReportScheduleEntity, id, expected.version, { active: change.active });
      return this.get(id);
    });
  }
}
