import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  CancelMeeting,
  HoldMeeting,
  Meeting,
  MeetingChange,
  MeetingFilters,
  MissMeeting,
  NewMeeting,
  VoidMeeting,
} from '@stegvis/contracts/meetings/meeting';
import { notFound } from '@stegvis/contracts/problems/refusal';
import {
  type Bind,
  type ExpectedVersion,
  type ListSpec,
  mustBeAt,
  Records,
  rowById,
  sqlBeside,
  UnitOfWork,
  writeChange,
} from '@stegvis/platform/postgres';
import type { EntityManager } from 'typeorm';
import { RemindersService } from '../reminders/index.js';
import { columnsOf, enrolmentsAt, settleExpected, writeDown } from './attendances.js';
import { MeetingEntity } from './meeting.entity.js';
import { type EnrolmentAtMeeting, holdEnrolments, mustFitInTime, mustMeetTogether, readEnrolments } from './participants-at-meeting.js';

const logSql = sqlBeside(import.meta.url, 'log-meeting.sql');
export const meetings: ListSpec = {
  rows: sqlBeside(import.meta.url, 'meetings.sql'),
  sorts: { startsAt: 'plain', minutes: 'plain', kind: 'plain', channel: 'plain', status: 'plain', siteName: 'swedish', coachName: 'swedish' },
  filters: {
    enrolmentId: (id: string, bind: Bind) => `r.id in (select a.meeting_id from app.attendance a where a.enrolment_id = ${bind(id)})`,
    participantId: (id: string, bind: Bind) =>
      `r.id in (select a.meeting_id from app.attendance a join app.enrolment e on e.id = a.enrolment_id where e.participant_id = ${bind(id)})`,
    from: (day: string, bind: Bind) => `r."startsAt" >= app.start_of_day(${bind(day)}::date)`,
    to: (day: string, bind: Bind) => `r."startsAt" < app.start_of_day(${bind(day)}::date + 1)`,
  },
  within: {
    coach: '(r."coachId" = (select access.asker_id()) or r.id = any (array(select access.my_coached_meetings())))',
    'local-leader': `r."siteId" = any (array(select access.my_sites('local-leader')))`,
  },
  shows: {
    enrolments: `select (shown ->> 'enrolmentId')::uuid from answer, json_array_elements(answer.attendances) as shown`,
    fields: ['name', 'meetings', 'notes'],
  },
  order: { sort: 'startsAt', order: 'DESC' },
};

/** Meetings: planned, held, missed, cancelled, and voided when they were entered by mistake. */
@Injectable()
export class MeetingsService extends Records<Meeting, MeetingFilters> {
  constructor(
    work: UnitOfWork,
    private readonly reminders: RemindersService,
  ) {
    super(work, meetings);
  }

  /** Logs a meeting that was held (or missed), or plans one. The asker is its coach. */
  create({ attendances, startsAt, ...draft }: NewMeeting): Promise<Meeting> {
    const { status = 'held', minutes = 60, channel = 'office', kind = attendances.length > 1 ? 'group' : 'individual' } = draft;
    const ids = attendances.map(({ enrolmentId }) => enrolmentId);
    return this.work.inTwoSteps({
      look: [holdEnrolments(ids, startsAt)],
      decide: ([found]) => {
        const enrolments = found as EnrolmentAtMeeting[];
        const { id: first } = mustMeetTogether(ids, enrolments);
        mustFitInTime(status, enrolments);
        const id = randomUUID();
        const values = [id, first, startsAt, minutes, kind, channel, status, ...columnsOf(status, attendances)];
        return {
          statements: [{ text: logSql, values }, this.reminders.clearing(ids), rowById(meetings, id)],
          answer: (rows) => rows.at(-1)?.[0] as Meeting,
        };
      },
    });
  }

  /** Changes the facts of a meeting and what was written about its participants; what is left out stays as it is. */
  change(id: string, change: MeetingChange, expected: ExpectedVersion): Promise<Meeting> {
    return this.work.transaction(async (manager) => {
      const meeting = await this.locked(manager, id);
      mustBeAt(expected, await this.get(id));
      const { version: _read, attendances = [], startsAt, ...facts } = change;
      const enrolments = await enrolmentsAt(manager, id);
      const moved = new Date(startsAt).getTime() !== meeting.startsAt.getTime();
      if (moved) mustFitInTime(meeting.status, await readEnrolments(manager, enrolments, startsAt));
      await writeChange(manager, MeetingEntity, id, expected.version, { ...facts, ...(moved && { startsAt: new Date(startsAt) }) });
      await writeDown(manager, meeting, meeting.status, attendances);
      await this.reminders.recheck(enrolments);
      return this.get(id);
    });
  }

  /** Writes up a planned meeting. Whoever nothing is said of attended. */
  hold(id: string, { minutes, attendances = [] }: HoldMeeting): Promise<Meeting> {
    return this.act(id, async (meeting, manager) => {
      const held = meeting.hold(await now(manager), minutes);
      await writeDown(manager, meeting, 'held', attendances);
      await settleExpected(manager, id, 'attended');
      return held;
    });
  }

  /** Nobody came, with or without notice. */
  miss(id: string, { noticeGiven = false }: MissMeeting): Promise<Meeting> {
    return this.act(id, async (meeting, manager) => {
      const missed = meeting.miss(await now(manager));
      await settleExpected(manager, id, noticeGiven ? 'absent-with-notice' : 'absent');
      return missed;
    });
  }

  /** It will not take place; by us, or because the participant gave notice. */
  cancel(id: string, { byUs = false }: CancelMeeting): Promise<Meeting> {
    return this.act(id, async (meeting, manager) => {
      const cancelled = meeting.cancel();
      await settleExpected(manager, id, byUs ? 'cancelled-by-us' : 'absent-with-notice');
      return cancelled;
    });
  }

  /** It was entered by mistake. */
  void(id: string, { voidReason }: VoidMeeting): Promise<Meeting> {
    return this.act(id, async (meeting) => meeting.void(voidReason));
  }

  /** Does a verb on a locked meeting, and clears the reminders that it answers. */
  private act(id: string, verb: (meeting: MeetingEntity, manager: EntityManager) => Promise<Partial<MeetingEntity>>): Promise<Meeting> {
    return this.work.transaction(async (manager) => {
      const meeting = await this.locked(manager, id);
      await writeChange(manager, MeetingEntity, id, meeting.version, await verb(meeting, manager));
      await this.reminders.recheck(await enrolmentsAt(manager, id));
      return this.get(id);
    });
  }

  /** The meeting, locked so that two verbs take turns. Throws `not-found` when the asker may not see or not change it. */
  private async locked(manager: EntityManager, id: string): Promise<MeetingEntity> {
    const meeting = await manager.findOne(MeetingEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!meeting) throw notFound();
    return meeting;
  }
}

async function now(manager: EntityManager): Promise<Date> {
  const [clock] = await manager.query('select now() as now');
  return new Date(clock.now);
}
