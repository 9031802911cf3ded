import { type Request, request, statementOf } from './asker.js';
import type { Statement } from './statement.js';

/** The SQLSTATE by which the database says that a session has ended, or that its account was changed since it was read. */
export const sessionHasChanged = 'SV401';

/** What this process knows of the session that a request came with. The database is asked in the same breath as for the answer whether it still holds. */
export interface Session {
  tokenHash: Buffer;
  /** Raised by the database when the account, its roles or its cases change. */
  sightVersion: number;
  /** Whether the database has confirmed it during this request. */
  confirmed: boolean;
  /** Reads the session anew and states who asks by it; throws when there is none any more, or it may not do this. */
  renew: () => Promise<void>;
}

/** The first statement of every transaction: it states who asks, and for a request from outside makes sure that its session stands. */
export function entrance({ asker, session }: Request): Statement {
  if (!asker) throw new Error('Nobody is stated');
  const who = statementOf(asker);
  if (!session) return { text: `select set_config('stegvis.asker', $1, true)`, values: [who] };
  return { text: 'select access.enter($1, $2, $3)', values: [who, session.tokenHash, session.sightVersion] };
}

/** The session of the request under way; a job has none. */
export const currentSession = (): Session | undefined => request.getStore()?.session;
