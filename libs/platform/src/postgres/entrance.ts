import type { Request } from './asker.js';
import type { Statement } from './statement.js';

/** The SQLSTATE by which the database says that a session has ended, or that its account was changed since it was read. */
export const sessionHasChanged = 'SV401';

/**
 * The first statement of every transaction. The database itself states who asks, and signs it: whose the session is, or which
 * job, if the role may run jobs.
 */
export function entrance({ asker, session, requestId }: Request): Statement {
  if (session) return { text: 'select access.enter($1, $2, $3)', values: [requestId, session.tokenHash, session.accountVersion] };
  // Signed already; whatever else is stated here is nobody's.
  if (asker?.kind === 'staff' && asker.statement) return { text: `select set_config('stegvis.asker', $1, true)`, values: [asker.statement] };
  if (asker?.kind === 'job') return { text: 'select access.enter_as_job($1, $2)', values: [asker.job, requestId] };
  if (asker?.kind === 'nobody') return { text: `select set_config('stegvis.asker', '', true)` };
  throw new Error('Nobody is stated');
}
