import { Injectable } from '@nestjs/common';
import type {
  AcceptReferral,
  DeclineReferral,
  Enrolment,
  EnrolmentChange,
  EnrolmentFilters,
  ExitEnrolment,
  NewEnrolment,
} from '@stegvis/contracts/enrolments/enrolment';
import type { ListWindow } from '@stegvis/contracts/lists/list';
import { invalidInput, notFound } from '@stegvis/contracts/problems/refusal';
import { type ExpectedVersion, mustBeAt, type Page, readOne, readPage, UnitOfWork, writeChange } from '@stegvis/platform/postgres';
import type { EntityManager } from 'typeorm';
import { withoutUnseen } from '../participants/index.js';
import { RemindersService } from '../reminders/index.js';
import { EnrolmentEntity } from './enrolment.entity.js';
import { enrolments } from './enrolments.list.js';
import { coachesAt, handOver, mainCoachOf } from './main-coach.js';
import { endWhatIsOpen, startFirstStage } from './start-and-end.js';
import { VoluntaryFactsEntity } from './voluntary-facts.entity.js';

/** Periods of people in projects: from the referral to the exit. */
@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reminders: RemindersService,
  ) {}

  async list(filters: EnrolmentFilters, window: ListWindow, ids?: readonly string[]): Promise<Page<Enrolment>> {
    const { rows, total } = await readPage<Enrolment>(this.work, enrolments, filters, window, ids);
    return { rows: rows.map(withoutUnseen), total };
  }

  async get(id: string): Promise<Enrolment> {
    return withoutUnseen(await readOne<Enrolment>(this.work, enrolments, id));
  }

  /** A further enrolment of a person who is known. The asker must work at the site and see the person. */
  enrolAgain(draft: NewEnrolment): Promise<Enrolment> {
    return this.work.transaction(async (manager) => {
      const { participantId, siteId, referredBy, referredOn } = draft;
      const [place] = await manager.query(
        'select organisation_id as organisation, access.works_at(id) as mine, app.today() as today from app.site where id = $1',
        [siteId],
      );
      if (!place?.mine) throw invalidInput('siteId', 'not-your-site');
      if (referredOn > place.today) throw invalidInput('referredOn', 'future-date');
      const [person] = await manager.query('select organisation_id as organisation from app.participant where id = $1', [participantId]);
      if (!person) throw invalidInput('participantId', 'unknown-reference');
      if (person.organisation !== place.organisation) throw invalidInput('siteId', 'other-organisation');
      const [made] = await manager.query('select access.enrol_again($1, $2, $3, $4) as id', [participantId, siteId, referredBy ?? null, referredOn]);
      return this.get(made.id);
    });
  }

  /** Fills in facts and hands the case over; a field that is left out stays as it is. */
  change(id: string, change: EnrolmentChange, expected: ExpectedVersion): Promise<Enrolment> {
    return this.work.transaction(async (manager) => {
      mustBeAt(expected, await this.get(id));
      const enrolment = await this.locked(manager, id);
      const { version: _read, coachId, disability, minority, housingExclusion, ...facts } = change;
      await writeChange(manager, EnrolmentEntity, id, expected.version, enrolment.fill(facts));
      await this.answer(manager, id, { disability, minority, housingExclusion });
      if (coachId !== undefined) await handOver(manager, enrolment, coachId);
      await this.reminders.recheck([id]);
      return this.get(id);
    });
  }

  /** Accepts a referral: the enrolment starts, with a main coach and maybe a first stage. */
  accept(id: string, how: AcceptReferral): Promise<Enrolment> {
    return this.work.transaction(async (manager) => {
      const enrolment = await this.locked(manager, id);
      const { startDate, coachId, stage, ...facts } = how;
      await writeChange(manager, EnrolmentEntity, id, enrolment.version, enrolment.accept(startDate, facts));
      const [asker] = await manager.query('select access.asker_id() as id');
      if (coachId) await handOver(manager, enrolment, coachId);
      else if (!(await mainCoachOf(manager, id)) && (await coachesAt(manager, enrolment.siteId, asker.id)))
        await handOver(manager, enrolment, asker.id);
      if (stage) await startFirstStage(manager, enrolment, stage, startDate);
      await this.reminders.recheck([id]);
      return this.get(id);
    });
  }

  decline(id: string, { declineReason }: DeclineReferral): Promise<Enrolment> {
    return this.work.transaction(async (manager) => {
      const enrolment = await this.locked(manager, id);
      await writeChange(manager, EnrolmentEntity, id, enrolment.version, enrolment.decline(declineReason));
      await this.reminders.recheck([id]);
      return this.get(id);
    });
  }

  /** Ends an enrolment, and on the same day its open stages; meetings planned after it are cancelled for the person. */
  exit(id: string, how: ExitEnrolment): Promise<Enrolment> {
    return this.work.transaction(async (manager) => {
      const enrolment = await this.locked(manager, id);
      const { endDate, exitReason, ...facts } = how;
      const [clock] = await manager.query('select app.today() as today, end_date as "projectEnds" from app.project where id = $1', [
        enrolment.projectId,
      ]);
      const left = enrolment.exit(endDate, exitReason, facts, clock.today);
      if (endDate > clock.projectEnds) throw invalidInput('endDate', 'outside-project');
      await writeChange(manager, EnrolmentEntity, id, enrolment.version, left);
      await endWhatIsOpen(manager, id, endDate);
      await this.reminders.recheck([id]);
      return this.get(id);
    });
  }

  /** The enrolment, locked so that two verbs take turns. Throws `not-found` when the asker may not see or not change it. */
  private async locked(manager: EntityManager, id: string): Promise<EnrolmentEntity> {
    const enrolment = await manager.findOne(EnrolmentEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!enrolment) throw notFound();
    return enrolment;
  }

  private async answer(
    manager: EntityManager,
    id: string,
    answers: Pick<EnrolmentChange, 'disability' | 'minority' | 'housingExclusion'>,
  ): Promise<void> {
    const given = Object.fromEntries(
      Object.entries(answers)
        .filter(([, answer]) => answer !== undefined)
        .map(([name, answer]) => [name, answer ?? 'not-asked']),
    );
    if (Object.keys(given).length === 0) return;
    const facts = await manager.findOneBy(VoluntaryFactsEntity, { id });
    if (!facts) throw notFound();
    await writeChange(manager, VoluntaryFactsEntity, id, facts.version, given);
  }
}
