import { Injectable } from '@nestjs/common';
import type { MyDay } from '@stegvis/contracts/my-day/my-day';
import { reminderRules } from '@stegvis/contracts/reminders/codes';
import { type Shows, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';

const myDaySql = sqlBeside(import.meta.url, 'my-day.sql');

const ofTheDay: Shows = {
  enrolments: `select (shown ->> 'enrolmentId')::uuid from answer, json_array_elements(answer.reminders) as shown union
    select (shown ->> 'id')::uuid from answer, json_array_elements(answer.caseload) as shown union
    select (shown ->> 'enrolmentId')::uuid from answer, json_array_elements(answer.meetings) as meeting, json_array_elements(meeting -> 'participants') as shown`,
  fields: ['name', 'enrolment', 'stages', 'meetings', 'reminders'],
};

/** What one coach, or one local leader, needs to know this morning. */
@Injectable()
export class MyDayService {
  constructor(private readonly work: UnitOfWork) {}

  /** The asker's day, in one statement. */
  async get(): Promise<MyDay> {
    const [day] = await this.work.read<MyDay>({ text: myDaySql, values: [reminderRules], shows: ofTheDay, criteria: [] });
    return day as MyDay;
  }
}
