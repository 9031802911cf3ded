import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import type { Promised } from './mixed-load-outcome.js';

type Sql = TestDatabase['sql'];
/** Whatever of these is in the database more than once, once each, or not at all. */
type Counted = Map<string, number>;

/**
 * What the API promised and the database does not hold, holds twice, or holds without having been asked for; a sentence each,
 * nothing when every promise was kept.
 * @param name begins every text that was written
 */
export async function brokenPromises(sql: Sql, name: string, promised: Promised, sent: ReadonlySet<string>): Promise<string[]> {
  return [
    ...(await logged(sql, name, promised, sent)),
    ...(await changed(sql, promised)),
    ...(await referred(sql, name, promised, sent)),
    ...(await states(sql, promised)),
    ...(await completed(sql, promised)),
  ];
}

/** Every meeting that was answered is there, once; one that was not answered may be there, once. */
async function logged(sql: Sql, name: string, promised: Promised, sent: ReadonlySet<string>): Promise<string[]> {
  // As it was written first, since it may have been changed.
  const rows = await sql<{ id: string; text: string }>(
    `select a.meeting_id as id, first.content ->> 'summary' as text
     from history.row_version first
     join attendance_note n on n.id = first.row_id join attendance a on a.id = n.id join meeting m on m.id = a.meeting_id
     where first.table_name = 'attendance_note' and first.operation = 'insert' and first.content ->> 'summary' like $1 || ' %'`,
    [name],
  );
  const [history] = await sql<{ count: number; meetings: number }>(
    `select count(*)::integer as count, count(distinct row_id)::integer as meetings from history.row_version
     where table_name = 'meeting' and operation = 'insert' and row_id = any ($1)`,
    [[...promised.logged.values()]],
  );
  const wanted = promised.logged.size;
  return [
    ...atOnce('meeting', rows, promised.logged, sent),
    ...(history?.count === wanted && history.meetings === wanted ? [] : [`history tells of ${history?.count} meetings of ${wanted}`]),
  ];
}

/** Every person who was answered is there, once, with one enrolment. */
async function referred(sql: Sql, name: string, promised: Promised, sent: ReadonlySet<string>): Promise<string[]> {
  const rows = await sql<{ id: string; text: string; enrolments: number }>(
    `select p.id, p.family_name as text, (select count(*)::integer from enrolment e where e.participant_id = p.id) as enrolments
     from participant p where p.family_name like $1 || ' %'`,
    [name],
  );
  return [
    ...atOnce('person', rows, promised.referred, sent),
    ...rows.filter(({ enrolments }) => enrolments !== 1).map(({ text, enrolments }) => `${text} has ${enrolments} enrolments`),
  ];
}

function atOnce(what: string, rows: { id: string; text: string }[], answered: ReadonlyMap<string, string>, sent: ReadonlySet<string>): string[] {
  const there = new Map(rows.map(({ id, text }) => [text, id]));
  return [
    ...(rows.length === there.size ? [] : [`${rows.length - there.size} doubled: ${what}`]),
    ...[...answered].filter(([text, id]) => there.get(text) !== id).map(([text]) => `lost: ${what} ${text}`),
    ...[...there.keys()].filter((text) => !sent.has(text)).map((text) => `nobody sent: ${what} ${text}`),
  ];
}

/** A meeting holds the last text that was answered, or one that was sent after it; and each answered one stands in history, once. */
async function changed(sql: Sql, { changed }: Promised): Promise<string[]> {
  const rows = await sql<{ id: string; text: string }>(
    'select a.meeting_id as id, n.summary as text from attendance_note n join attendance a on a.id = n.id where a.meeting_id = any ($1)',
    [[...changed.keys()]],
  );
  const now = new Map(rows.map(({ id, text }) => [id, text]));
  const versions = await counted(
    sql,
    `select content ->> 'summary' as text, count(*)::integer as count from history.row_version where table_name = 'attendance_note' and operation = 'update'
       and content ->> 'summary' = any ($1) group by 1`,
    [...changed.values()].flatMap(({ answered }) => answered),
  );
  return [...changed].flatMap(([id, { answered, perhaps }]) => {
    const last = answered.at(-1);
    const text = now.get(id);
    const fits = text === last || perhaps.includes(text ?? '') || (last === undefined && text !== undefined);
    return [
      ...(fits ? [] : [`the meeting holds "${text}" instead of "${last}"`]),
      ...answered.filter((one) => versions.get(one) !== 1).map((one) => `history tells ${versions.get(one) ?? 0} times of "${one}"`),
    ];
  });
}

/** What a verb has moved is where the verb leads, and got there once. */
async function states(sql: Sql, { voided, accepted }: Promised): Promise<string[]> {
  const times = (table: string, state: string, ids: string[]) =>
    counted(
      sql,
      `select h.row_id::text as text, count(*)::integer as count from history.row_version h
       where h.table_name = '${table}' and h.row_id::text = any ($1) and h.content ->> 'status' = '${state}'
         and exists (select from ${table} now where now.id = h.row_id and now.status = '${state}') group by 1`,
      ids,
    );
  const [gone, active] = [await times('meeting', 'voided', voided), await times('enrolment', 'active', accepted)];
  const coaches = await counted(
    sql,
    `select enrolment_id::text as text, count(*)::integer as count from enrolment_coach where part = 'main' and enrolment_id::text = any ($1) group by 1`,
    accepted,
  );
  return [
    ...voided.filter((id) => gone.get(id) !== 1).map((id) => `meeting ${id} was voided ${gone.get(id) ?? 0} times`),
    ...accepted.filter((id) => active.get(id) !== 1).map((id) => `enrolment ${id} was accepted ${active.get(id) ?? 0} times`),
    ...accepted.filter((id) => coaches.get(id) !== 1).map((id) => `enrolment ${id} has ${coaches.get(id) ?? 0} main coaches`),
  ];
}

/** A reminder that was completed is done, with the note that was written, once. */
async function completed(sql: Sql, { completed }: Promised): Promise<string[]> {
  const rows = await sql<{ id: string; state: string; note: string; times: number }>(
    `select r.id, r.state, r.note, (select count(*)::integer from history.row_version h where h.table_name = 'reminder' and h.row_id = r.id and h.content ->> 'state' = 'done') as times
     from reminder r where r.id = any ($1)`,
    [[...completed.keys()]],
  );
  const there = new Map(rows.map((row) => [row.id, row]));
  return [...completed].flatMap(([id, note]) => {
    const row = there.get(id);
    return row?.state === 'done' && row.note === note && row.times === 1
      ? []
      : [`reminder ${id} is ${row?.state}, ${row?.times} times, with "${row?.note}"`];
  });
}

async function counted(sql: Sql, text: string, of: readonly string[]): Promise<Counted> {
  return new Map((await sql<{ text: string; count: number }>(text, [of])).map(({ text: one, count }) => [one, count]));
}

/** Reminders that were made although one of the same rule, enrolment and subject was open, or had been closed by hand the same day. */
export const doubledReminders = (sql: Sql): Promise<object[]> =>
  sql(
    `select r.rule, r.subject_id from reminder r join reminder again using (rule, subject_id, enrolment_id)
     where again.id <> r.id and again.created_at >= r.created_at
       and (again.created_at < coalesce(r.closed_at, 'infinity') or r.state = 'done' and local_day(again.created_at) = local_day(r.closed_at))`,
  );
