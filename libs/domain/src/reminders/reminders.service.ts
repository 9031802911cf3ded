import { Injectable } from '@nestjs/common';
import { notFound } from '@stegvis/contracts/problems/refusal';
import type { CompleteReminder, Reminder, ReminderChange, ReminderFilters, SnoozeReminder } from '@stegvis/contracts/reminders/reminder';
import {
  type ExpectedVersion,
  type ListSpec,
  mustBeAt,
  Records,
  type Statement,
  sqlBeside,
  UnitOfWork,
  writeChange,
} from '@stegvis/platform/postgres';
import type { EntityManager } from 'typeorm';
import { ReminderEntity } from './reminder.entity.js';
import { clearing } from './rules.js';

const reminders: ListSpec = {
  rows: sqlBeside(import.meta.url, 'reminders.sql'),
  sorts: {
    dueDate: 'plain',
    rule: 'plain',
    state: 'plain',
    snoozedUntil: 'plain',
    participantName: 'swedish',
    siteName: 'swedish',
    staffName: 'swedish',
  },
  within: {
    coach: 'r."enrolmentId" = any (array(select access.my_coached_enrolments()))',
    'local-leader': `r."siteId" = any (array(select access.my_sites('local-leader')))`,
    'project-leader': `r."projectId" = any (array(select access.my_projects('project-leader')))`,
  },
  shows: { enrolments: 'select "enrolmentId" from answer', fields: ['name', 'reminders'] },
  order: { sort: 'dueDate', order: 'ASC' },
};

/** The database's clock: the local day, and the moment as ISO 8601. */
interface Clock {
  today: string;
  now: string;
}

/** Follow-ups that are due, for the people who do them. */
@Injectable()
export class RemindersService extends Records<Reminder, ReminderFilters> {
  constructor(work: UnitOfWork) {
    super(work, reminders);
  }

  /** Writes the note. */
  change(id: string, change: ReminderChange, expected: ExpectedVersion): Promise<Reminder> {
    return this.work.transaction(async (manager) => {
      mustBeAt(expected, await this.get(id));
      if (change.note !== undefined) await writeChange(manager, ReminderEntity, id, expected.version, { note: change.note });
      return this.get(id);
    });
  }

  /** Closes it by hand. */
  complete(id: string, how: CompleteReminder): Promise<Reminder> {
    return this.act(id, (reminder, clock) => reminder.complete(how.note, clock.now));
  }

  /** Hides it until a local day. */
  snooze(id: string, how: SnoozeReminder): Promise<Reminder> {
    return this.act(id, (reminder, clock) => reminder.snooze(how.snoozedUntil, clock.today));
  }

  /**
   * Clears the reminders of these enrolments whose reason has just gone, in the transaction under way: when a meeting
   * was logged or facts were filled in, the reminder is gone at once. What has become due is found by the next sweep.
   */
  async recheck(enrolmentIds: readonly string[]): Promise<void> {
    if (enrolmentIds.length > 0) await this.work.read(clearing(enrolmentIds));
  }

  /** The statement that does the same, for a verb that sends several at once. */
  clearing(enrolmentIds: readonly string[]): Statement {
    return clearing(enrolmentIds);
  }

  private act(id: string, verb: (reminder: ReminderEntity, clock: Clock) => Partial<ReminderEntity>): Promise<Reminder> {
    return this.work.transaction(async (manager) => {
      const reminder = await manager.findOneBy(ReminderEntity, { id });
      if (!reminder) throw notFound();
      await writeChange(manager, ReminderEntity, id, reminder.version, verb(reminder, await readClock(manager)));
      return this.get(id);
    });
  }
}

async function readClock(manager: EntityManager): Promise<Clock> {
  const [clock] = await manager.query('select app.today() as today, now() as now');
  return clock;
}
