import { Injectable } from '@nestjs/common';
import type { AccessEvent, AccessEventFilters } from '@stegvis/contracts/access-log/access-event';
import { mostLooks, mostNamed } from '@stegvis/contracts/access-log/codes';
import type { PersonLog, PersonLogPeriod } from '@stegvis/contracts/access-log/person-log';
import { countedTo, deepestRow, type ListWindow } from '@stegvis/contracts/lists/list';
import { notFound, Refusal } from '@stegvis/contracts/problems/refusal';
import { type Page, type Shows, type Statement, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';

const eventsSql = sqlBeside(import.meta.url, 'access-events.sql');
const personSql = sqlBeside(import.meta.url, 'person-log.sql');

/** Whoever reads the log learns of people, too: that is noted as any other look at them. */
const whomTheLogNames: Shows = {
  participants: `select (person ->> 'id')::uuid from answer, json_array_elements(answer.participants) as person`,
  fields: ['access-log'],
};
const thePerson: Shows = { participants: 'select id from answer', fields: ['name', 'access-log'] };

/** Which events, as `access.log_events` takes it. */
interface Wanted extends AccessEventFilters {
  ids?: readonly string[];
  oldestFirst?: boolean;
  /** Rows that are left out at the beginning, and the last that is read. */
  start: number;
  end: number;
}

/** Who looked at whom. What the asker may know of an event is decided by the database, in one function. */
@Injectable()
export class AccessLogService {
  constructor(private readonly work: UnitOfWork) {}

  /** Sorted by time and by nothing else: the log is long, and read from its end unless said otherwise. */
  async list(filters: AccessEventFilters, { sort, order, start, end }: ListWindow, ids?: readonly string[]): Promise<Page<AccessEvent>> {
    if (sort && sort !== 'at') throw new Refusal('invalid-input', 'sort-unknown', { errors: { _sort: { code: 'not-a-code', allowed: ['at'] } } });
    if (start > deepestRow) throw new Refusal('invalid-input', 'page-too-deep');
    const criteria = [...Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [name])), ...(ids ? ['id'] : [])];
    const wanted = { ...filters, ids, oldestFirst: sort !== undefined && order === 'ASC', start, end };
    // Counted first: that the log is being read is noted with the rows.
    const [counts = [], rows = []] = await this.work.atOnce(countOf(wanted), { ...eventsOf(wanted, mostNamed), criteria });
    const [count] = counts as { total: number }[];
    return { rows: rows as AccessEvent[], total: count?.total ?? 0 };
  }

  /** With all the people whom it showed, as far as the asker may know of them. Throws `not-found`. */
  async get(id: string): Promise<AccessEvent> {
    const [event] = await this.work.read<AccessEvent>(eventsOf({ ids: [id], start: 0, end: 1 }, 1000));
    if (!event) throw notFound();
    return event;
  }

  /** Several events by id, those that the asker may see. */
  async among(ids: readonly string[]): Promise<Map<string, AccessEvent>> {
    const events = await this.work.read<AccessEvent>(eventsOf({ ids, start: 0, end: ids.length }, mostNamed));
    return new Map(events.map((event) => [event.id, event]));
  }

  /** Who has looked at a person between two local days, both included. Throws `not-found` for a person whom the asker does not see. */
  async ofPerson(id: string, { from, to }: PersonLogPeriod): Promise<PersonLog> {
    const [log] = await this.work.read<PersonLog>({ text: personSql, values: [id, from ?? null, to ?? null, mostLooks], shows: thePerson });
    if (!log) throw notFound();
    return log;
  }
}

const which = ({ from, to, participantId, staffId, staffName, kind, ids, oldestFirst = false }: Wanted): unknown[] => [
  from ?? null,
  to ?? null,
  participantId ?? null,
  staffId ?? null,
  staffName === undefined ? null : `%${staffName.replaceAll(/[\\%_]/g, '\\$&')}%`,
  kind ?? null,
  ids ?? null,
  oldestFirst,
];

const eventsOf = (wanted: Wanted, named: number): Statement => ({
  text: `${eventsSql} order by e.at ${wanted.oldestFirst ? 'asc' : 'desc'}, e.id ${wanted.oldestFirst ? 'asc' : 'desc'}`,
  values: [...which(wanted), wanted.end, wanted.start, named],
  shows: whomTheLogNames,
});

const countOf = (wanted: Wanted): Statement => ({
  text: `select count(*)::integer as total from access.log_events(app.start_of_day($1::date), app.start_of_day($2::date + 1), $3::uuid, null, null,
         $4::uuid, $5, $6, $7::uuid[], $8, $9)`,
  values: [...which(wanted), countedTo + 1],
});
