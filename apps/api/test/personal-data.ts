import type { TestDatabase } from '@stegvis/platform/postgres/testing';

/** Everything in the database that tells of somebody: names, addresses of every kind, and what was written about people. */
const tellsOfSomebody = `
  select distinct text from (
    select given_name || ' ' || family_name as text from participant
    union all select family_name from participant
    union all select unnest(array[phone, email, address]) from participant
    union all select unnest(array[name, email]) from staff
    union all select unnest(array[summary, internal_note, next_step]) from attendance_note
    union all select note from reminder
    union all select comment from report_run
    union all select unnest(array[comment, return_comment]) from submission
  ) as told where length(text) >= 2`;

/** What of somebody stands in these lines of a log, as whole words: nothing, it is to be hoped. */
export async function personalDataIn(database: Pick<TestDatabase, 'sql'>, lines: readonly string[]): Promise<string[]> {
  const texts = (await database.sql<{ text: string }>(tellsOfSomebody)).map(({ text }) => text);
  const log = lines.join('\n');
  // In a line of JSON a text is escaped.
  return texts.filter((text) => {
    const escaped = JSON.stringify(text).slice(1, -1);
    return log.includes(escaped) && new RegExp(`(?<![\\p{L}\\d])${escaped.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'u').test(log);
  });
}
