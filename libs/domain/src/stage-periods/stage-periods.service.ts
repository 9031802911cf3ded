import { Injectable } from '@nestjs/common';
import { underWay } from '@stegvis/contracts/enrolments/codes';
import { invalidInput, notFound } from '@stegvis/contracts/problems/refusal';
import type { EndStage, StagePeriod, StagePeriodChange, StagePeriodFilters, StartStage } from '@stegvis/contracts/stage-periods/stage-period';
import {
  type ExpectedVersion,
  type ListSpec,
  mustBeAt,
  mustStartFrom,
  Records,
  sqlBeside,
  UnitOfWork,
  writeChange,
} from '@stegvis/platform/postgres';
import type { EntityManager } from 'typeorm';
import { EnrolmentEntity } from '../enrolments/index.js';
import { StagePeriodEntity } from './stage-period.entity.js';

const stagePeriods: ListSpec = {
  rows: sqlBeside(import.meta.url, 'stage-periods.sql'),
  sorts: { startDate: 'plain', endDate: 'plain', stage: 'plain' },
  filters: { open: (open: boolean) => `(r."startDate" <= app.today() and (r."endDate" is null or r."endDate" >= app.today())) = ${open}` },
  within: {
    coach: 'r."enrolmentId" = any (array(select access.my_coached_enrolments()))',
    'local-leader': `r."siteId" = any (array(select access.my_sites('local-leader')))`,
    'project-leader': `r."projectId" = any (array(select access.my_projects('project-leader')))`,
  },
  shows: { enrolments: 'select "enrolmentId" from answer', fields: ['stages'] },
  order: { sort: 'startDate', order: 'DESC' },
};

/** The stages that people move through. */
@Injectable()
export class StagePeriodsService extends Records<StagePeriod, StagePeriodFilters> {
  constructor(work: UnitOfWork) {
    super(work, stagePeriods);
  }

  /** Starts a stage of an enrolment that is under way. Left unsaid, it is the main one if there is no other from that day on. */
  start(draft: StartStage): Promise<StagePeriod> {
    return this.work.transaction(async (manager) => {
      const enrolment = await manager.findOne(EnrolmentEntity, { where: { id: draft.enrolmentId }, lock: { mode: 'pessimistic_write' } });
      if (!enrolment) throw invalidInput('enrolmentId', 'unknown-reference');
      mustStartFrom({ from: underWay }, enrolment.status);
      const period = { enrolmentId: enrolment.id, startDate: draft.startDate, endDate: null };
      const main = draft.main ?? (await this.othersAsMain(manager, period)).length === 0;
      if (main) await this.takeMainFromOthers(manager, period);
      const { organisationId, projectId, siteId } = enrolment;
      const { id } = await manager.save(
        manager.create(StagePeriodEntity, { organisationId, projectId, siteId, ...period, stage: draft.stage, main }),
      );
      return this.get(id);
    });
  }

  change(id: string, change: StagePeriodChange, expected: ExpectedVersion): Promise<StagePeriod> {
    return this.work.transaction(async (manager) => {
      const period = await this.locked(manager, id);
      mustBeAt(expected, await this.get(id));
      const { startDate, main, endDate = period.endDate } = change;
      if (main) await this.takeMainFromOthers(manager, { id, enrolmentId: period.enrolmentId, startDate, endDate });
      await writeChange(manager, StagePeriodEntity, id, expected.version, { startDate, endDate, main });
      return this.get(id);
    });
  }

  end(id: string, { endDate }: EndStage): Promise<StagePeriod> {
    return this.work.transaction(async (manager) => {
      const period = await this.locked(manager, id);
      await writeChange(manager, StagePeriodEntity, id, period.version, period.end(endDate));
      return this.get(id);
    });
  }

  /** The stage, its enrolment locked so that changes of what is main take turns. */
  private async locked(manager: EntityManager, id: string): Promise<StagePeriodEntity> {
    const [held] = await manager.query(
      'select e.id from app.enrolment e where e.id = (select enrolment_id from app.stage_period where id = $1) for update',
      [id],
    );
    const period = held && (await manager.findOneBy(StagePeriodEntity, { id }));
    if (!period) throw notFound();
    return period;
  }

  /** Other main stages that share a day with a period. A stage that ends on a day and one that starts on it do not. */
  private async othersAsMain(manager: EntityManager, period: Period): Promise<{ id: string; version: number }[]> {
    return manager.query(
      `select id, version from app.stage_period
       where enrolment_id = $1 and main and id is distinct from $2 and daterange(start_date, end_date, '[)') && daterange($3, $4, '[)')`,
      [period.enrolmentId, period.id ?? null, period.startDate, period.endDate],
    );
  }

  private async takeMainFromOthers(manager: EntityManager, period: Period): Promise<void> {
    if (period.endDate !== null && period.endDate < period.startDate) throw invalidInput('endDate', 'ends-before-start');
    for (const other of await this.othersAsMain(manager, period))
      await writeChange(manager, StagePeriodEntity, other.id, other.version, { main: false });
  }
}

interface Period {
  id?: string;
  enrolmentId: string;
  startDate: string;
  endDate: string | null;
}
