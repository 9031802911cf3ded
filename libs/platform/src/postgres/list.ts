import { countedTo, deepestRow, type ListWindow, largestPage } from '@stegvis/contracts/lists/list';
import { notFound, Refusal } from '@stegvis/contracts/problems/refusal';
import { request, type Sight } from './asker.js';
import type { Shows, Statement } from './statement.js';
import type { UnitOfWork } from './unit-of-work.js';

/** Adds a value to a statement and gives back its placeholder, `$3`. */
export type Bind = (value: unknown) => string;

/** A list, declared: which rows, and how they may be filtered and sorted. Everything else is refused. */
export interface ListSpec {
  /** A select whose columns are named as the API names them; it has an `id`. */
  rows: string;
  /** Columns that may be sorted by; those that hold names are compared as Swedish does. */
  sorts: Readonly<Record<string, 'plain' | 'swedish'>>;
  /** Filters that are more than "the column is equal to the value". `r` is the row. */
  filters?: Readonly<Record<string, (value: never, bind: Bind) => string>>;
  /**
   * What everybody who sees cases in one way only sees at most, as a condition that an index answers. The policies decide, and
   * let through what they let through; they are a choice of several ways, and from a choice PostgreSQL guesses no good plan.
   */
  within?: Readonly<Partial<Record<Sight, string>>>;
  /** Whom its rows show; unset for what is about nobody. */
  shows?: Shows;
  /** How rows are sorted when nobody says. */
  order: { sort: string; order: 'ASC' | 'DESC' };
}

export interface Page<Row> {
  rows: Row[];
  /** Exact up to `countedTo`, one more than that above. */
  total: number;
}

/** Reads a page of a list. Filters that are undefined do not filter; `among` fetches several by id. */
export async function readPage<Row>(
  work: UnitOfWork,
  spec: ListSpec,
  filters: object,
  window: ListWindow,
  among?: readonly string[],
): Promise<Page<Row>> {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const where = conditions(spec, filters, bind, among);
  const size = Math.min(Math.max(window.end - window.start, 0), largestPage);
  if (window.start > deepestRow) throw new Refusal('invalid-input', 'page-too-deep');
  const counted = {
    text: `select count(*)::integer as total from (select 1 from (${spec.rows}) as r${where} limit ${countedTo + 1}) as counted`,
    values: [...values],
  };
  // First which rows, by what they are looked for and sorted by; then all that is said of them, for these few alone.
  const order = sorting(spec, window);
  const ids = `select r.id from (${spec.rows}) as r${where} order by ${order} limit ${size}${window.start > 0 ? ` offset ${bind(window.start)}` : ''}`;
  const text = `select * from (${spec.rows}) as r where r.id = any (array(${ids})) order by ${order}`;
  const [rows = [], counts = []] = await work.atOnce({ text, values, shows: spec.shows, criteria: criteriaOf(filters, among) }, counted);
  const [count] = counts as { total: number }[];
  return { rows: rows as Row[], total: count?.total ?? 0 };
}

/** What a list is asked for when it is read from its beginning to its end. */
export interface WholeList {
  filters: object;
  sort?: string;
  order?: 'ASC' | 'DESC';
}

/** The statement that counts a list's rows, up to `most`. */
export function rowsInList(spec: ListSpec, filters: object, most: number): Statement {
  const values: unknown[] = [];
  const where = conditions(spec, filters, (value) => `$${values.push(value)}`, undefined);
  return { text: `select count(*)::integer as total from (select 1 from (${spec.rows}) as r${where} limit ${most}) as counted`, values };
}

/** The statement that reads a whole list, `most` rows of it: of each row `r` what `select` says. Throws `sort-unknown`. */
export function wholeList(spec: ListSpec, select: string, { filters, sort, order = 'ASC' }: WholeList, most: number): Statement {
  const values: unknown[] = [];
  const where = conditions(spec, filters, (value) => `$${values.push(value)}`, undefined);
  const rows = `select ${select} from (${spec.rows}) as r${where} order by ${sorting(spec, { sort, order, start: 0, end: most })} limit ${most}`;
  return { text: rows, values, criteria: criteriaOf(filters, undefined) };
}

/** The statement that reads one row of a list. */
export const rowById = (spec: ListSpec, id: string): Statement => ({
  text: `select * from (${spec.rows}) as r where r.id = $1`,
  values: [id],
  shows: spec.shows,
});

/** Reads one row of a list by id. Throws `not-found` when it is not there or not visible: nobody can tell which. */
export async function readOne<Row>(work: UnitOfWork, spec: ListSpec, id: string): Promise<Row> {
  const [row] = await work.read<Row>(rowById(spec, id));
  if (!row) throw notFound();
  return row;
}

/** By which fields rows were looked for, by name. */
const criteriaOf = (filters: object, among: readonly string[] | undefined): string[] => [
  ...Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [name])),
  ...(among ? ['id'] : []),
];

function conditions(spec: ListSpec, filters: object, bind: Bind, ids: readonly string[] | undefined): string {
  const all = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const special = spec.filters?.[name];
      return special ? `(${special(value as never, bind)})` : `r."${name}" = ${literalOr(bind, value)}`;
    });
  const sight = request.getStore()?.sight;
  const within = sight && spec.within?.[sight];
  if (within) all.unshift(`(${within})`);
  if (ids) all.push(`r.id = any (${bind(ids)}::uuid[])`);
  return all.length === 0 ? '' : ` where ${all.join(' and ')}`;
}

/**
 * A code is part of the statement, since an index may be of some codes only (reminders that are open); everything else is bound.
 * Letters and hyphens alone can end no quotation, and there are as many statements as there are codes.
 */
const literalOr = (bind: Bind, value: unknown): string =>
  typeof value === 'string' && /^[a-z]+(-[a-z]+)*$/.test(value) ? `'${value}'` : bind(value);

function sorting(spec: ListSpec, window: ListWindow): string {
  const sort = window.sort ?? spec.order.sort;
  const way = sort === 'id' ? 'plain' : spec.sorts[sort];
  if (!way) throw new Refusal('invalid-input', 'sort-unknown', { errors: { _sort: { code: 'not-a-code', allowed: Object.keys(spec.sorts) } } });
  const order = window.sort ? window.order : spec.order.order;
  return `r."${sort}"${way === 'swedish' ? ' collate app.swedish' : ''} ${order} nulls last, r.id ${order}`;
}

/** A filter for text that occurs in any of some columns, whatever the case; wildcards in the text are plain characters. */
export function occursIn(...columns: string[]) {
  return (value: string, bind: Bind): string => {
    const place = bind(`%${value.replaceAll(/[\\%_]/g, '\\$&')}%`);
    return columns.map((column) => `r."${column}" ilike ${place}`).join(' or ');
  };
}
