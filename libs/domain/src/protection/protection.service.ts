import { Injectable } from '@nestjs/common';
import type { Named, NameStaff, Protect, StaffToName } from '@stegvis/contracts/protection/protection';
import { type Page, type Shows, UnitOfWork } from '@stegvis/platform/postgres';
import type { EntityManager } from 'typeorm';
import { RemindersService } from '../reminders/index.js';

const thePerson: Shows = { participants: 'select id from answer', fields: ['protection'] };
/** The person whom the staff are to be named for. */
const ofThePerson: Shows = { participants: 'select $1::uuid where exists (select from answer)', fields: ['protection'] };

/**
 * Who a protected person is there for. Each verb is a function of the database, which looks at who asks; a person whom the
 * asker may not see is `not-found`, whatever the reason.
 */
@Injectable()
export class ProtectionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reminders: RemindersService,
  ) {}

  /** Takes effect at once: from here on the person is there for the asker and the others named, until a local day 90 days ahead at most. */
  protect(id: string, { protection, staffIds, validTo }: Protect): Promise<Named> {
    return this.act(id, (manager) => manager.query('select access.protect($1, $2, $3, $4)', [id, protection, staffIds, validTo ?? null]));
  }

  /** Says anew who is named beside the asker, and until when. */
  nameStaff(id: string, { staffIds, validTo }: NameStaff): Promise<Named> {
    return this.act(id, (manager) => manager.query('select access.name_staff($1, $2, $3)', [id, staffIds, validTo ?? null]));
  }

  /** The first of two deciders. */
  askToLift(id: string): Promise<Named> {
    return this.act(id, (manager) => manager.query('select access.ask_to_lift($1)', [id]));
  }

  /** The second one: the person is there for everybody with the right role again. */
  lift(id: string): Promise<Named> {
    return this.act(id, (manager) => manager.query('select access.lift_protection($1)', [id]));
  }

  /** Those who work with the person today, of whom some may be named. */
  async mayBeNamed(id: string): Promise<Page<StaffToName>> {
    const rows = await this.work.read<StaffToName>({
      text: `select w.id, w.name, w.id = access.asker_id() as me from access.staff_who_may_be_named($1) as known (id) join app.staff w on w.id = known.id
             order by w.name collate app.swedish, w.id`,
      values: [id],
      shows: ofThePerson,
    });
    return { rows, total: rows.length };
  }

  private act(id: string, verb: (manager: EntityManager) => Promise<unknown>): Promise<Named> {
    return this.work.transaction(async (manager) => {
      await verb(manager);
      const enrolments: { id: string }[] = await manager.query('select id from app.enrolment where participant_id = $1', [id]);
      await this.reminders.recheck(enrolments.map((enrolment) => enrolment.id));
      const [person] = await this.work.read<Named>({
        text: 'select id, protection from app.participant where id = $1',
        values: [id],
        shows: thePerson,
      });
      return person as Named;
    });
  }
}
