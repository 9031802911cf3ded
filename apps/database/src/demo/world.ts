import { timeZone } from '@stegvis/contracts/fields/time';
import type { IdentityVault } from '@stegvis/domain/participants';
import type { Chance } from './chance.js';
import { type Day, plusDays, weekday } from './days.js';

export type Row = Readonly<Record<string, unknown>>;

/** The tables that the demo world fills, each after those that it refers to. */
export const tables = [
  'organisation',
  'project',
  'project_partner',
  'site',
  'target',
  'staff',
  'role_assignment',
  'name_grant',
  'stand_in',
  'report_schedule',
  'participant',
  'named_staff',
  'enrolment',
  'voluntary_facts',
  'enrolment_coach',
  'stage_period',
  'meeting',
  'attendance',
  'attendance_note',
  'reminder',
] as const;
export type Table = (typeof tables)[number];

/** A moment on a local clock, `YYYY-MM-DD HH:MM:SS`: moments compare as texts. */
export type Moment = string;

/** Who does something: one of the staff, or a job. */
export type By = { staff: string } | { job: string };

export interface Change {
  table: Table;
  operation: 'insert' | 'update';
  /** The whole row when it is made; its id, version and changed columns after that. */
  row: Row;
}

/** What somebody did at a moment, as one transaction. */
export interface Act {
  at: Moment;
  by: By;
  requestId: string;
  changes: Change[];
}

/** What an act may do to the rows. */
export interface Telling {
  at: Moment;
  by: By;
  /** Adds a row. All rows of a table must fill the same columns. */
  insert(table: Table, row: Row): void;
  /** Changes columns of a row, which raises its version. */
  change(table: Table, id: string, columns: Row): void;
}

export type Tell = (act: Telling) => void;
interface Scheduled {
  at: Moment;
  by: By;
  tell: Tell;
}

/** Hears of what happens while the world is told. */
export interface Listener {
  /** Does the next thing that a job does at its hours until a moment; false when nothing is left. What it leads to may come before the moment. */
  turn(moment: Moment): boolean;
  /** After each act, within it. */
  after(act: Telling, changes: readonly Change[]): void;
}

/**
 * The rows of the demo world as they come to be, named as the database names them. Stories say in any order who does what
 * when; `play` then tells all of it from the first moment to the last, so that every row has its versions in order.
 */
export class World {
  readonly acts: Act[] = [];
  private readonly filled = new Map<Table, Map<string, Record<string, unknown>>>(tables.map((table) => [table, new Map()]));
  private readonly plan: Scheduled[] = [];
  private playing = false;
  private told = 0;

  constructor(
    readonly today: Day,
    readonly chance: Chance,
    readonly vault: IdentityVault,
  ) {}

  /** The last day on which somebody was at work. Nothing is done today: whoever loads the world may do so at midnight. */
  get lastWorkday(): Day {
    let day = plusDays(this.today, -1);
    while (weekday(day) > 5) day = plusDays(day, -1);
    return day;
  }

  /** Says that somebody does something at a moment. While the world is played, the moment must lie ahead. */
  at(moment: Moment, by: By, tell: Tell): void {
    const one = { at: moment, by, tell };
    if (!this.playing) this.plan.push(one);
    else {
      const place = this.plan.findIndex(({ at }, index) => index >= this.told && at > moment);
      this.plan.splice(place < 0 ? this.plan.length : place, 0, one);
    }
  }

  /** Tells the whole story. */
  play(listener: Listener): this {
    this.playing = true;
    this.plan.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
    for (;;) {
      const next = this.plan[this.told];
      if (listener.turn(next?.at ?? `${this.today} 00:00:00`)) continue;
      if (!next) break;
      this.told++;
      this.tell(next, listener);
    }
    return this;
  }

  /** Does something at once, between the acts: for a listener. */
  now(moment: Moment, by: By, tell: Tell): void {
    this.tell({ at: moment, by, tell });
  }

  /** The rows of a table as they are now. */
  rows(table: Table): Row[] {
    return [...this.of(table).values()];
  }

  row(table: Table, id: string): Row {
    const row = this.of(table).get(id);
    if (!row) throw new Error(`There is no ${table} ${id} yet`);
    return row;
  }

  private of(table: Table): Map<string, Record<string, unknown>> {
    return this.filled.get(table) as Map<string, Record<string, unknown>>;
  }

  private tell({ at, by, tell }: Scheduled, listener?: Listener): void {
    const act: Act = { at, by, requestId: this.chance.uuid(), changes: [] };
    const telling: Telling = {
      at,
      by,
      insert: (table, row) => {
        const key = (row.id as string | undefined) ?? JSON.stringify(row);
        this.of(table).set(key, { ...row });
        act.changes.push({ table, operation: 'insert', row });
      },
      change: (table, id, columns) => {
        const row = this.of(table).get(id);
        if (!row) throw new Error(`There is no ${table} ${id} yet at ${at}`);
        const changed = { ...columns, version: (row.version as number) + 1 };
        Object.assign(row, changed);
        act.changes.push({ table, operation: 'update', row: { id, ...changed } });
      },
    };
    tell(telling);
    listener?.after(telling, act.changes);
    if (act.changes.length > 0) this.acts.push(act);
  }
}

/** A local moment as PostgreSQL reads it. */
export const zoned = (at: Moment): string => `${at} ${timeZone}`;
