import { dueAgainAfterDays, type ReminderRule } from '@stegvis/contracts/reminders/codes';
import { type Day, later, plusDays } from './days.js';
import { dueOfProtected, dueOn, type Situation } from './follow-up-rules.js';
import { at, clock, dayOf, workdaysLater } from './moments.js';
import { type By, type Change, type Listener, type Moment, type Row, type Telling, type World, zoned } from './world.js';

/** When the worker looks for follow-ups: early each day, and at last in the evening before today. */
const sweepAt = { each: '04:10:00', last: '19:10:00' } as const;
const sweeper: By = { job: 'sweep-follow-ups' };

/** In a hundred follow-ups, how many are closed by hand, or put off for some days. */
const byHand: Readonly<Partial<Record<ReminderRule, { how: 'done' | 'snoozed'; share: number }>>> = {
  'no-contact': { how: 'done', share: 14 },
  'entry-facts-missing': { how: 'snoozed', share: 20 },
  'exit-facts-missing': { how: 'snoozed', share: 20 },
};
const notes = [
  'Pratade i telefon, vi ses nästa vecka.',
  'Lämnade ett meddelande och väntar på svar.',
  'Har kontakt med handläggaren, personen är bortrest.',
];
const putOffDays = 10;

/** A follow-up that waits for somebody, or has been closed. */
interface Reminder {
  id: string;
  rule: ReminderRule;
  subject: string;
}

/**
 * Makes the follow-ups that came up in the course of the story, as the worker would have: found by its sweeps, cleared at
 * once when their reason goes, handed over with the case, and a few of them closed or put off by hand.
 */
export class FollowUps implements Listener {
  private readonly cases = new Map<string, Situation>();
  private readonly reminders = new Map<string, Reminder[]>();
  private swept: Moment = '';

  /** `spared`: whose follow-ups are not closed by hand, for they are there to be seen. */
  constructor(
    private readonly world: World,
    private readonly spared: ReadonlySet<string>,
  ) {}

  turn(moment: Moment): boolean {
    if (this.swept === '') this.swept = moment;
    const due = this.nextSweep(moment);
    if (due) this.sweep(due);
    const swept = due ?? moment;
    if (swept > this.swept) this.swept = swept;
    return due !== undefined;
  }

  /** The first sweep that has not been made at a moment; the last one of all is made late on the day before today. */
  private nextSweep(moment: Moment): Moment | undefined {
    for (let day = dayOf(this.swept); day <= dayOf(moment) && day < this.world.today; day = plusDays(day, 1)) {
      const due = at(day, sweepAt.each);
      if (due > this.swept && due <= moment) return due;
    }
    const last = at(plusDays(this.world.today, -1), sweepAt.last);
    return dayOf(moment) === this.world.today && last > this.swept ? last : undefined;
  }

  after(act: Telling, changes: readonly Change[]): void {
    const touched = new Set<string>();
    for (const { table, row } of [...changes]) for (const id of this.learn(table, row.id as string)) touched.add(id);
    for (const id of touched) this.settle(act, id, this.found(id, act.at));
  }

  /** Takes in what a change says; the enrolments that it is about. */
  private learn(table: Change['table'], id: string): string[] {
    if (table === 'enrolment') {
      const known = this.cases.get(id) ?? { enrolment: {}, attendances: new Map(), coaches: new Map(), lastContact: null };
      this.cases.set(id, { ...known, enrolment: this.world.row('enrolment', id) });
      return [id];
    }
    if (table === 'enrolment_coach') {
      const row = this.world.row(table, id);
      this.caseOf(row).coaches.set(id, row);
      return [row.enrolment_id as string];
    }
    if (table === 'participant' || table === 'named_staff') {
      const person = table === 'participant' ? id : this.world.row(table, id).participant_id;
      return [...this.cases].filter(([, { enrolment }]) => enrolment.participant_id === person).map(([enrolment]) => enrolment);
    }
    if (table === 'attendance') return [this.meet(this.world.row(table, id))];
    if (table === 'meeting') return (this.atMeeting.get(id) ?? []).map((attendance) => this.meet(this.world.row('attendance', attendance)));
    return [];
  }

  private readonly atMeeting = new Map<string, string[]>();

  private meet(attendance: Row): string {
    const one = this.caseOf(attendance);
    const meetingId = attendance.meeting_id as string;
    if (!one.attendances.has(attendance.id as string))
      this.atMeeting.set(meetingId, [...(this.atMeeting.get(meetingId) ?? []), attendance.id as string]);
    one.attendances.set(attendance.id as string, { attendance, meeting: this.world.row('meeting', meetingId) });
    one.lastContact = null;
    for (const { attendance: there, meeting } of one.attendances.values())
      if (there.state === 'attended' && meeting.status === 'held') one.lastContact = later(one.lastContact ?? '', dayOf(meeting.starts_at as string));
    return attendance.enrolment_id as string;
  }

  private caseOf(row: Row): Situation {
    return this.cases.get(row.enrolment_id as string) as Situation;
  }

  private found(id: string, moment: Moment) {
    const situation = this.cases.get(id) as Situation;
    return [...dueOn(id, situation, moment), ...dueOfProtected(this.world, situation, moment)];
  }

  private sweep(moment: Moment): void {
    this.world.now(moment, sweeper, (act) => {
      for (const id of this.cases.keys()) {
        const found = this.found(id, moment);
        for (const { rule, subject, due } of found) this.make(act, id, rule, subject, due);
        this.settle(act, id, found);
      }
    });
  }

  /** Makes a follow-up that is due and not there, or opens the one that had gone again. */
  private make(act: Telling, id: string, rule: ReminderRule, subject: string, found: Day): void {
    const same = this.of(id).filter((one) => one.rule === rule && one.subject === subject);
    const rows = same.map((one) => this.world.row('reminder', one.id));
    if (rows.some(isWaiting)) return;
    const done = rows.filter(({ state }) => state === 'done').map(({ closed_at: closed }) => dayOf(closed as string));
    const due = done.reduce((day, closed) => later(day, plusDays(closed, dueAgainAfterDays[rule])), found);
    if (due > dayOf(act.at)) return;
    const back = rows.find(({ due_date: day, state }) => day === due && state === 'cancelled');
    if (back) {
      act.change('reminder', back.id as string, { state: 'open', closed_at: null });
      return;
    }
    const enrolment = this.world.row('enrolment', id);
    const { organisation_id, project_id, site_id } = enrolment;
    const reminder = { id: this.world.chance.uuid(), rule, subject };
    this.reminders.set(id, [...this.of(id), reminder]);
    act.insert('reminder', {
      ...{ id: reminder.id, organisation_id, project_id, site_id, enrolment_id: id, rule, subject_id: subject },
      ...{ staff_id: this.coachOf(id, dayOf(act.at)), due_date: due, state: 'open', snoozed_until: null, note: null, closed_at: null },
      ...{ version: 1, created_at: zoned(act.at) },
    });
    this.handle(id, reminder, dayOf(act.at));
  }

  /** Clears what has no reason any more, and hands the rest to the coach of the day. */
  private settle(act: Telling, id: string, found: ReturnType<typeof dueOn>): void {
    for (const one of this.of(id)) {
      const row = this.world.row('reminder', one.id);
      if (!isWaiting(row)) continue;
      const reason = found.some(({ rule, subject }) => rule === one.rule && subject === one.subject);
      const coach = this.coachOf(id, dayOf(act.at));
      if (!reason) act.change('reminder', one.id, { state: 'cancelled', closed_at: zoned(act.at), snoozed_until: null });
      else if (row.staff_id !== coach) act.change('reminder', one.id, { staff_id: coach });
    }
  }

  /** Somebody sees to it on the next days, if it is still there. */
  private handle(id: string, { id: reminderId, rule }: Reminder, day: Day): void {
    const { chance, lastWorkday } = this.world;
    const way = byHand[rule];
    const coach = this.coachOf(id, day);
    const seenOn = workdaysLater(plusDays(day, 1), chance.whole(0, 2));
    if (!way || !coach || this.spared.has(id) || !chance.percent(way.share) || seenOn > lastWorkday) return;
    const note = way.how === 'done' ? chance.pick(notes) : null;
    this.world.at(at(seenOn, clock(chance, 9, 16)), { staff: coach }, (act) => {
      const row = this.world.row('reminder', reminderId);
      if (row.state !== 'open' || row.staff_id !== coach) return;
      const closed = way.how === 'done' ? { closed_at: zoned(act.at), note } : { snoozed_until: plusDays(seenOn, putOffDays) };
      act.change('reminder', reminderId, { state: way.how, ...closed });
    });
  }

  /** The main coach of a day. On the day of a handover that is the new one. */
  private coachOf(id: string, day: Day): string | null {
    const main = [...(this.cases.get(id) as Situation).coaches.values()].filter(
      (one) => one.part === 'main' && (one.valid_from as Day) <= day && (one.valid_to === null || (one.valid_to as Day) >= day),
    );
    const open = main.find(({ valid_to }) => valid_to === null);
    return ((open ?? main.at(-1))?.staff_id as string | undefined) ?? null;
  }

  private of(id: string): readonly Reminder[] {
    return this.reminders.get(id) ?? [];
  }
}

const isWaiting = ({ state }: Row): boolean => state === 'open' || state === 'snoozed';
