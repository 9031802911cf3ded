import { constraintRefusals } from '@stegvis/contracts/problems/constraints';
import { notFound, Refusal } from '@stegvis/contracts/problems/refusal';

/** What is safe to know of a database error: never its detail or parameters, which hold people's data. */
export interface DatabaseFault {
  code: string;
  constraint: string | undefined;
}

/** Stands for any fault by which something could not be noted in the access log. */
const cannotBeNoted = 'SV503';

/** Recognises an error of PostgreSQL or of the connection to it, however TypeORM wraps it. */
export function databaseFault(error: unknown): DatabaseFault | undefined {
  const inner = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const { code, constraint, where } = (inner ?? {}) as { code?: unknown; constraint?: unknown; where?: unknown };
  // Whatever it is that keeps a read from being noted: the answer is not given, and may be later.
  if (typeof where === 'string' && where.includes('function access.note')) return { code: cannotBeNoted, constraint: undefined };
  if (typeof code !== 'string' || !/^([0-9A-Z]{5}|E[A-Z]+)$/.test(code))
    return connectionLost(error) ? { code: '08006', constraint: undefined } : undefined;
  return { code, constraint: typeof constraint === 'string' ? constraint : undefined };
}

const connectionLost = (error: unknown) =>
  error instanceof Error && /Connection terminated|timeout exceeded when trying to connect|timeout expired|is not queryable/.test(error.message);

/** By class (first two characters) or whole code of PostgreSQL's SQLSTATE: what a refusal by the database means. */
const refusalByState: Readonly<Record<string, () => Refusal>> = {
  '23503': () => new Refusal('invalid-input', 'unknown-reference'),
  '23505': () => new Refusal('conflict', 'already-there'),
  '23': () => new Refusal('not-possible', 'not-possible'),
  '22': () => new Refusal('invalid-input', 'invalid-input'),
  SV401: () => new Refusal('not-signed-in', 'not-signed-in'),
  SV403: () => new Refusal('not-permitted', 'not-permitted'),
  SV404: notFound,
  SV409: () => new Refusal('changed-meanwhile', 'changed-meanwhile'),
  SV422: () => new Refusal('not-possible', 'not-possible'),
  SV503: () => new Refusal('unavailable', 'unavailable'),
  '42501': () => new Refusal('not-permitted', 'not-permitted'),
  '40': () => new Refusal('unavailable', 'unavailable'),
  '53': () => new Refusal('unavailable', 'unavailable'),
  '55P03': () => new Refusal('unavailable', 'unavailable'),
  '57': () => new Refusal('unavailable', 'unavailable'),
  '08': () => new Refusal('unavailable', 'unavailable'),
  ECONNREFUSED: () => new Refusal('unavailable', 'unavailable'),
  ECONNRESET: () => new Refusal('unavailable', 'unavailable'),
};

/** Turns a refusal by the database into ours; undefined when it is a fault of the program. */
export function refusalOf(fault: DatabaseFault): Refusal | undefined {
  const known = fault.constraint ? constraintRefusals[fault.constraint] : undefined;
  if (known) return new Refusal(known.kind, known.code, known.input ? { errors: { [known.input]: { code: known.code } } } : {});
  return (refusalByState[fault.code] ?? refusalByState[fault.code.slice(0, 2)])?.();
}
