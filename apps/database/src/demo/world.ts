import { timeZone } from '@stegvis/contracts/fields/time';
import type { IdentityVault } from '@stegvis/domain/participants';
import type { Chance } from './chance.js';
import type { Day } from './days.js';

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
  'report_schedule',
  'participant',
  'enrolment',
  'voluntary_facts',
  'enrolment_coach',
  'stage_period',
  'meeting',
  'attendance',
  'attendance_note',
] as const;
export type Table = (typeof tables)[number];

/** The rows of the demo world as they are made, named as the database names them. Nothing is written until all are there. */
export class World {
  private readonly filled = new Map<Table, Row[]>(tables.map((table) => [table, []]));

  constructor(
    readonly today: Day,
    readonly chance: Chance,
    readonly vault: IdentityVault,
  ) {}

  /** Adds a row with a new id, which it gives back. */
  add(table: Table, row: Row): string {
    const id = this.chance.uuid();
    this.put(table, { id, ...row });
    return id;
  }

  /** Adds a row that has its id, or needs none. All rows of a table must fill the same columns. */
  put(table: Table, row: Row): void {
    this.rows(table).push(row);
  }

  rows(table: Table): Row[] {
    return this.filled.get(table) as Row[];
  }
}

/** A moment on a local day, as PostgreSQL reads it. */
export const moment = (day: Day, time: string): string => `${day} ${time} ${timeZone}`;
