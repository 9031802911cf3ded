import type { FieldGroup } from '@stegvis/contracts/access-log/codes';
import type { ExportResource } from '@stegvis/contracts/exports/codes';
import { exportColumns } from '@stegvis/contracts/exports/columns';
import type { ListSpec } from '@stegvis/platform/postgres';
import { enrolments } from '../enrolments/index.js';
import { meetings } from '../meetings/index.js';
import { participants } from '../participants/index.js';

/** A list as it is taken out: the very list that the screen shows, and what of each row stands in the file. */
export interface ExportedList {
  list: ListSpec;
  /** Columns of the file that are no fields of the list's row. */
  columns?: Readonly<Record<string, string>>;
  /** Whom a row is about, as an array of ids; and, when the purpose is rid of names, their names. */
  people: string;
  names: string;
  /** What the access log is told that the file shows. */
  fields: readonly FieldGroup[];
}

const those = (what: string) => `(select ${what} from json_array_elements(r.attendances) as one where one ->> 'participantId' is not null)`;

export const exportedLists: Readonly<Record<ExportResource, ExportedList>> = {
  participants: {
    list: participants,
    people: 'array[r.id]',
    names: `r."givenName" || ' ' || r."familyName"`,
    fields: ['name', 'enrolment', 'reminders'],
  },
  enrolments: {
    list: enrolments,
    people: 'array[r."participantId"]',
    names: 'r."participantName"',
    fields: ['name', 'enrolment', 'facts'],
  },
  meetings: {
    list: meetings,
    columns: {
      day: 'app.local_day(r."startsAt")',
      time: `to_char(r."startsAt" at time zone 'Europe/Stockholm', 'HH24:MI')`,
      participantNames: those(`string_agg(one ->> 'participantName', ', ')`),
      attended: those(`(count(*) filter (where one ->> 'state' = 'attended'))::integer`),
    },
    people: those(`coalesce(array_agg((one ->> 'participantId')::uuid), '{}')`),
    names: those(`string_agg(one ->> 'participantName', ' ')`),
    fields: ['name', 'meetings'],
  },
};

/** What of each row is read: the columns of the file, and whom it is about. Nothing else leaves the database. */
export function selectionOf(resource: ExportResource): string {
  const { columns = {}, people, names } = exportedLists[resource];
  const fields = exportColumns[resource].map(({ field }) => `${columns[field] ?? `r."${field}"`} as "${field}"`);
  return [...fields, `${people} as people`, `${names} as names`].join(', ');
}
