import { AsyncLocalStorage } from 'node:async_hooks';
import type { QueryRunner } from 'typeorm';

/** Who asks the database: a member of staff, through a session; a job; or nobody, before there is anybody to serve. */
export type Asker =
  /** `statement`: signed by the database, for a job that reads with the sight of somebody who asked for it. */
  { kind: 'staff'; id: string; statement?: string; job?: never } | { kind: 'job'; job: string } | { kind: 'nobody'; job?: never };

/** What this process knows of the session that a request came with. The database is asked in the same breath as for the answer whether it still holds. */
export interface Session {
  tokenHash: Buffer;
  /** Raised by the database when the account or its roles change. */
  accountVersion: number;
  /** Whether the database has confirmed it during this request. */
  confirmed: boolean;
  /** Reads the session anew and states who asks by it; throws when there is none any more, or it may not do this. */
  renew: () => Promise<void>;
}

/** The ways in which cases are seen: one's own, those of a site, those of a project. */
export type Sight = 'coach' | 'local-leader' | 'project-leader';

/** What a request says of itself in the access log. */
export interface Noting {
  /** The verb of the permissions table. */
  action: string;
  /** It shows nobody, and that it was done is noted. */
  deed?: boolean;
  /** Whether something was noted in this request. */
  made: boolean;
}

/** What is known about the request or job that is being served. */
export interface Request {
  requestId: string;
  asker?: Asker;
  /** The one way in which the asker sees cases; unset for who has several, or none. A hint for the planner, and no right. */
  sight?: Sight;
  /** The session that the request came with; a job has none. */
  session?: Session;
  /** What the access log is told of it; a job shows nobody anything. */
  noting?: Noting;
  /** What the transaction under way has noted. */
  noted?: Set<string>;
  /** The connection of the transaction under way, if there is one. */
  runner?: QueryRunner;
}

/** Carries the request or job through every await. One instance in a process: a second one would know nobody. */
export const request = new AsyncLocalStorage<Request>();

/** The session of the request under way; a job has none. */
export const currentSession = (): Session | undefined => request.getStore()?.session;

/** Runs something as a job: it may what the database lets the worker's role do. */
export function asJob<T>(job: string, requestId: string, run: () => Promise<T>): Promise<T> {
  return request.run({ requestId, asker: { kind: 'job', job } }, run);
}

/** Somebody for whom a job does what they asked for. */
export interface OnBehalf {
  staffId: string;
  /** Who asks, signed by the database for this alone. */
  statement: string;
  requestId: string;
  /** The verb that the access log is told of whom it shows. */
  action: string;
}

/** Runs something in a job with the sight of who asked for it, and as much as the database lets them do. */
export function onBehalfOf<T>({ staffId, statement, requestId, action }: OnBehalf, run: () => Promise<T>): Promise<T> {
  return request.run({ requestId, asker: { kind: 'staff', id: staffId, statement }, noting: { action, made: false } }, run);
}

/** Runs something for nobody, as a server does while it starts: no policy lets a row through. */
export function asNobody<T>(run: () => Promise<T>): Promise<T> {
  return request.run({ requestId: 'start', asker: { kind: 'nobody' } }, run);
}
