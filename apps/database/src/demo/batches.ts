import { dayOf } from './moments.js';
import { type Act, type Change, type Table, zoned } from './world.js';

/** Rows that one statement writes: all on one day, made or changed in the same columns. */
export interface Batch {
  statement: string;
  rows: Change['row'][];
  /** By a row's id: when it was recorded, and who did it. What the setting `stegvis.recorded` says. */
  recorded: Record<string, { at: string; staff: string | null; job: string | null; request: string }>;
}

/**
 * The order of statements within an act, as the API's verbs have it: what is referred to comes first, what ends gives way to
 * what begins. Of an enrolment the update comes after the insert, for an act may do both.
 */
const order = [
  ...(
    [
      'organisation',
      'project',
      'project_partner',
      'site',
      'target',
      'report_schedule',
      'staff',
      'role_assignment',
      'name_grant',
      'stand_in',
      'participant',
      'enrolment',
    ] as const
  ).flatMap((table) => [`insert ${table}`, `update ${table}`]),
  'update named_staff',
  'insert named_staff',
  ...(['voluntary_facts', 'enrolment_coach', 'stage_period'] as const).flatMap((table) => [`update ${table}`, `insert ${table}`]),
  ...(['meeting', 'attendance', 'attendance_note'] as const).flatMap((table) => [`insert ${table}`, `update ${table}`]),
  'update reminder',
  'insert reminder',
];

/** The ids by which a row hangs together with others of its story: acts that share one are told one after the other. */
const threads = ['id', 'enrolment_id', 'participant_id', 'meeting_id'] as const;

/** The acts of one day as few statements: those of different stories together, those of one story in their order. */
export function batchesOf(acts: readonly Act[]): Batch[] {
  const levels = new Map<string, number>();
  const batches = new Map<string, { place: [number, number]; batch: Batch }>();
  for (const act of acts) {
    const ids = [
      ...new Set(act.changes.flatMap(({ row }) => threads.map((name) => row[name] as string | undefined).filter((id) => id !== undefined))),
    ];
    const level = Math.max(0, ...ids.map((id) => (levels.get(id) ?? -1) + 1));
    for (const id of ids) levels.set(id, level);
    // What an act changes twice is two levels of its own.
    const twice = new Map<string, number>();
    for (const change of act.changes) {
      const key = `${change.table} ${change.row.id ?? JSON.stringify(change.row)}`;
      const nth = twice.get(key) ?? 0;
      twice.set(key, nth + 1);
      add(batches, act, change, level, nth);
    }
  }
  return [...batches.values()].sort((one, other) => one.place[0] - other.place[0] || one.place[1] - other.place[1]).map(({ batch }) => batch);
}

function add(batches: Map<string, { place: [number, number]; batch: Batch }>, act: Act, change: Change, level: number, nth: number): void {
  const columns = Object.keys(change.row).sort();
  const rank = order.indexOf(`${change.operation} ${change.table}`);
  const key = `${level} ${nth} ${rank} ${columns.join()}`;
  const found = batches.get(key) ?? {
    place: [level, nth * order.length + rank],
    batch: { statement: statementOf(change, columns), rows: [], recorded: {} },
  };
  batches.set(key, found);
  found.batch.rows.push(change.row);
  const told = {
    at: zoned(act.at),
    staff: 'staff' in act.by ? act.by.staff : null,
    job: 'job' in act.by ? act.by.job : null,
    request: act.requestId,
  };
  if (change.row.id) found.batch.recorded[change.row.id as string] = told;
  // A new enrolment makes a trigger note its site at the person.
  if (change.table === 'enrolment' && change.operation === 'insert') found.batch.recorded[change.row.participant_id as string] = told;
}

function statementOf({ table, operation }: { table: Table; operation: Change['operation'] }, columns: readonly string[]): string {
  const names = columns.join(', ');
  const rows = `jsonb_populate_recordset(null::app.${table}, $1)`;
  if (operation === 'insert') return `insert into app.${table} (${names}) select ${names} from ${rows}`;
  const set = columns.filter((name) => name !== 'id').map((name) => `${name} = given.${name}`);
  return `update app.${table} as kept set ${set.join(', ')} from ${rows} as given where kept.id = given.id`;
}

/** Acts by their local day, in order. */
export function byDay(acts: readonly Act[]): Map<string, Act[]> {
  const days = new Map<string, Act[]>();
  for (const act of acts) {
    const day = dayOf(act.at);
    const those = days.get(day);
    if (those) those.push(act);
    else days.set(day, [act]);
  }
  return days;
}
