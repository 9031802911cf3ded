import { Injectable } from '@nestjs/common';
import type { MyDay } from '@stegvis/contracts/my-day/my-day';
import { reminderRules } from '@stegvis/contracts/reminders/codes';
import { sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';

const myDaySql = sqlBeside(import.meta.url, 'my-day.sql');

/** What one coach, or one local leader, needs to know this morning. */
@Injectable()
export class MyDayService {
  constructor(private readonly work: UnitOfWork) {}

  /** The asker's day, in one statement. */
  async get(): Promise<MyDay> {
    const [day] = await this.work.read<MyDay>({ text: myDaySql, values: [reminderRules] });
    return day as MyDay;
  }
}
