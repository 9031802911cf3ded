import { databaseFault } from '../postgres/database-refusal.js';

/**
 * What may be logged of an error: its name, the database's code and constraint, and where in the program it was. Not its
 * message, since the database quotes people's data in it.
 */
export function faultFields(error: unknown): Record<string, unknown> {
  const fault = databaseFault(error);
  const name = error instanceof Error ? error.name : typeof error;
  const at =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 12)
      : [];
  return { fault: name, ...(fault && { code: fault.code, constraint: fault.constraint }), at: at.map((line) => line.trim()) };
}
