import { type Day, daysBetween, plusDays, weekday } from './days.js';
import { contactWithinDays } from './places.js';
import { type Act, type Row, type Table, tables, type World } from './world.js';

const dayOf = (moment: unknown): Day => String(moment).slice(0, 10);
const has = (row: Row, name: string): boolean => row[name] !== null && row[name] !== undefined;

/** Those that have been there before. */
function repeated(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.has(text) || !seen.add(text));
}

/** A world with its rows by their ids. */
interface Told {
  world: World;
  today: Day;
  byId: (table: Table) => Map<unknown, Row>;
}

/** What is wrong with a world before any database has seen it, rule by rule, as the rows that break it. */
const rules: Readonly<Record<string, (told: Told) => unknown[]>> = {
  'an act before the one before it': ({ world }) => world.acts.filter((act, place) => place > 0 && act.at < (world.acts[place - 1] as Act).at),
  'an act of today': ({ world, today }) => world.acts.filter(({ at }) => dayOf(at) >= today),
  'staff at work at night or at the weekend': ({ world }) =>
    world.acts.filter(({ at, by }) => 'staff' in by && (weekday(dayOf(at)) > 5 || at.slice(11) < '07:00' || at.slice(11) > '19:00')),
  'versions that are not consecutive': ({ world }) => {
    const last = new Map<unknown, number>();
    return world.acts
      .flatMap(({ changes }) => changes.filter(({ row }) => has(row, 'version')))
      .filter(({ table, row }) => {
        const before = last.get(`${table} ${row.id}`) ?? 0;
        last.set(`${table} ${row.id}`, row.version as number);
        return row.version !== before + 1;
      });
  },
  'rows of a table that fill different columns': ({ world }) =>
    tables.flatMap((table) => [...new Set(world.rows(table).map((row) => Object.keys(row).sort().join()))].slice(1)),
  'a reference to nothing': ({ world, byId }) =>
    references.flatMap(([table, column, other]) => {
      const known = byId(other);
      return world.rows(table).filter((row) => has(row, column) && !known.has(row[column]));
    }),
  'an enrolment outside its project': ({ world, today, byId }) =>
    world.rows('enrolment').filter((row) => {
      const { start_date: first, end_date: last } = byId('project').get(row.project_id) as { start_date: Day; end_date: Day };
      const [start, end] = [row.start_date as Day | null, row.end_date as Day | null];
      return start !== null && (start < first || start >= today || (end !== null && (end < start || end > last || end >= today)));
    }),
  'a stage outside the enrolment': ({ world, byId }) =>
    world.rows('stage_period').filter((row) => {
      const { start_date: start, end_date: end } = byId('enrolment').get(row.enrolment_id) as { start_date: Day; end_date: Day | null };
      const last = row.end_date as Day | null;
      return (row.start_date as Day) < start || (last !== null && last < (row.start_date as Day)) || (end !== null && (last === null || last > end));
    }),
  'a meeting outside the enrolment': (told) =>
    visits(told).filter(({ enrolment: { start_date: start, end_date: end }, day }) => day < (start as Day) || (end !== null && day > (end as Day))),
  'a meeting that is over before its time': ({ world, today }) =>
    world.rows('meeting').filter((row) => row.status !== 'planned' && dayOf(row.starts_at) >= today),
  'somebody in two meetings at once': (told) => {
    const coaches = told.world.rows('meeting').map(({ starts_at, coach_id }) => `${starts_at} ${coach_id}`);
    const people = visits(told).map(({ meeting, enrolment }) => `${meeting.starts_at} ${enrolment.participant_id}`);
    return [...repeated(coaches), ...repeated(people)];
  },
  'a coach who is not there': ({ world }) => {
    const terms = world.rows('role_assignment').filter(({ role }) => role === 'coach');
    return world.rows('meeting').filter(({ coach_id, site_id, starts_at }) => {
      const day = dayOf(starts_at);
      return !terms.some(
        (term) =>
          term.staff_id === coach_id &&
          term.site_id === site_id &&
          day >= (term.valid_from as Day) &&
          (term.valid_to === null || day <= (term.valid_to as Day)),
      );
    });
  },
  // Whoever registers the number of a protected person is told nothing.
  'a number that is known twice at one place': ({ world }) =>
    repeated(
      world
        .rows('participant')
        .filter((row) => has(row, 'identity_number_hash') && row.protection === 'none')
        .map((row) => `${row.organisation_id} ${row.identity_number_hash}`),
    ),
  'another caseload of the demo coach than 14, with two meetings today': ({ world, today, byId }) => {
    const coach = world.rows('staff').find(({ email }) => email === 'coach@stegvis.example')?.id;
    const mine = world
      .rows('enrolment_coach')
      .filter(({ staff_id, enrolment_id }) => staff_id === coach && byId('enrolment').get(enrolment_id)?.status === 'active');
    const now = world.rows('meeting').filter(({ coach_id, starts_at }) => coach_id === coach && dayOf(starts_at) === today);
    return mine.length === 14 && now.length === 2 ? [] : [mine.length, now.length];
  },
  'no internship that ends this week': ({ world, today }) =>
    world
      .rows('stage_period')
      .some(({ stage, end_date: end }) => stage === 'internship' && end !== null && (end as Day) >= today && (end as Day) <= plusDays(today, 6))
      ? []
      : ['none'],
  'nobody whom nobody has met for a month': (told) => {
    const met = new Map<unknown, Day>();
    for (const { enrolment, attendance, day } of visits(told))
      if (attendance.state === 'attended' && day > (met.get(enrolment.id) ?? '')) met.set(enrolment.id, day);
    const active = told.world.rows('enrolment').filter(({ status }) => status === 'active');
    return active.some(({ id, start_date }) => daysBetween(met.get(id) ?? (start_date as Day), told.today) > contactWithinDays) ? [] : ['none'];
  },
};

const references: readonly [Table, string, Table][] = [
  ['enrolment', 'participant_id', 'participant'],
  ['enrolment_coach', 'staff_id', 'staff'],
  ['stage_period', 'enrolment_id', 'enrolment'],
  ['meeting', 'coach_id', 'staff'],
  ['attendance', 'meeting_id', 'meeting'],
  ['attendance_note', 'id', 'attendance'],
  ['reminder', 'enrolment_id', 'enrolment'],
  ['reminder', 'staff_id', 'staff'],
];

/** Everybody's meetings, with the day of each. */
function visits({ world, byId }: Told) {
  const [meetings, enrolments] = [byId('meeting'), byId('enrolment')];
  return world.rows('attendance').map((attendance) => {
    const meeting = meetings.get(attendance.meeting_id) as Row;
    return { attendance, meeting, enrolment: enrolments.get(attendance.enrolment_id) as Row, day: dayOf(meeting.starts_at) };
  });
}

/** The rules that a world breaks, each with the first rows that do. */
export function faultsIn(world: World): string[] {
  const known = new Map<Table, Map<unknown, Row>>();
  const byId = (table: Table) => {
    const rows = known.get(table) ?? new Map(world.rows(table).map((row) => [row.id, row]));
    known.set(table, rows);
    return rows;
  };
  return Object.entries(rules).flatMap(([name, broken]) => {
    const rows = broken({ world, today: world.today, byId });
    return rows.length === 0 ? [] : [`${name}: ${JSON.stringify(rows.slice(0, 2))}`];
  });
}

const first = (world: World, table: Table, of: (row: Row) => boolean = () => true): Record<string, unknown> =>
  world.rows(table).find(of) as Record<string, unknown>;

/** Faults to be put into a world, to see that they are found: which rule, and what to do to the rows. */
export const plantedInMemory: readonly [rule: string, spoil: (world: World) => void][] = [
  ['an act before the one before it', ({ acts }) => ((acts[9] as Act).at = '2020-01-01 09:00:00')],
  ['an act of today', (world) => ((world.acts.at(-1) as Act).at = `${world.today} 08:00:00`)],
  [
    'versions that are not consecutive',
    ({ acts }) =>
      acts.splice(
        acts.findIndex(({ changes }) => changes.some(({ operation, table }) => table === 'enrolment' && operation === 'update')),
        1,
      ),
  ],
  ['an enrolment outside its project', (world) => (first(world, 'enrolment', ({ end_date }) => end_date !== null).end_date = '2019-01-01')],
  ['a stage outside the enrolment', (world) => (first(world, 'stage_period').start_date = '2019-01-01')],
  ['a meeting outside the enrolment', (world) => (first(world, 'meeting').starts_at = '2019-01-01 09:00:00')],
  [
    'a meeting that is over before its time',
    (world) => (first(world, 'meeting', ({ status }) => status === 'held').starts_at = `${world.today} 09:00:00`),
  ],
  [
    'somebody in two meetings at once',
    (world) => {
      const one = first(world, 'meeting');
      first(world, 'meeting', ({ coach_id, id }) => coach_id === one.coach_id && id !== one.id).starts_at = one.starts_at;
    },
  ],
  ['a coach who is not there', (world) => Object.assign(world.rows('meeting').at(-1) as Row, { coach_id: first(world, 'staff').id })],
  ['a reference to nothing', (world) => (first(world, 'attendance_note').id = 'nobody')],
];
