import { type Request, statementOf } from './asker.js';
import type { Statement } from './statement.js';

/** The SQLSTATE by which the database says that a session has ended, or that its account was changed since it was read. */
export const sessionHasChanged = 'SV401';

/** The first statement of every transaction: it states who asks, and for a request from outside makes sure that its session stands. */
export function entrance({ asker, session }: Request): Statement {
  if (!asker) throw new Error('Nobody is stated');
  const who = statementOf(asker);
  if (!session) return { text: `select set_config('stegvis.asker', $1, true)`, values: [who] };
  return { text: 'select access.enter($1, $2, $3)', values: [who, session.tokenHash, session.sightVersion] };
}
