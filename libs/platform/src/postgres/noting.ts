import type { Noting, Request } from './asker.js';
import type { Statement } from './statement.js';

const ids = (select: string | undefined): string => `array(${select ?? 'select null::uuid where false'})`;

/**
 * The statements of somebody's request, those that show people with their note: the rows come out of a statement that has noted
 * them, also when there are none. A condition without a row's column is decided once, before the first row.
 * What a transaction has noted already is not noted twice.
 */
export function withNotes({ asker, noting, noted }: Request, statements: readonly Statement[]): readonly Statement[] {
  if (asker?.kind !== 'staff') return statements;
  return statements.map((statement) => {
    const { text, values = [], shows, criteria } = statement;
    if (!shows) return statement;
    if (!noting) throw new Error('Who is shown people says what for');
    const key = JSON.stringify([text, values]);
    if (noted?.has(key)) return statement;
    noted?.add(key);
    const place = values.length;
    return {
      text: `with answer as materialized (${text}), noted as materialized (
        select access.note($${place + 1}, $${place + 2}, $${place + 3}, (select count(*) from answer)::integer, ${ids(shows.participants)}, ${ids(shows.enrolments)}) as done)
        select answer.* from answer where (select done from noted)`,
      values: [...values, noting.action, shows.fields, criteria ?? null],
    };
  });
}

/** Remembers that what these statements show has been noted. */
export function haveNoted({ noting }: Request, statements: readonly Statement[]): void {
  if (noting && statements.some(({ shows }) => shows)) noting.made = true;
}

/** Notes a deed. */
export const deedNote = ({ action }: Noting): Statement => ({ text: 'select access.note_deed($1)', values: [action] });

/** Notes that the asker was refused something; `record` is the id that was asked for, if one was. */
export const refusalNote = ({ action }: Noting, record: string | null): Statement => ({
  text: 'select access.note_refusal($1, $2)',
  values: [action, record],
});
