import type { ProblemKind } from './problem.js';

/** Why one input is refused: a stable code, and what its sentence needs. */
export interface InputFault {
  code: string;
  limit?: number;
  allowed?: readonly string[];
}

/** A refusal with a name. The API turns it into a problem document; nothing else knows about statuses. */
export class Refusal extends Error {
  constructor(
    readonly kind: ProblemKind,
    /** Stable, kebab-case; `messages.ts` has its sentence in each language. */
    readonly code: string,
    readonly detail: { errors?: Readonly<Record<string, InputFault>>; current?: unknown /** Seconds. */; retryAfter?: number } = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** The refusal for a record that is not there, or that the asker may not see: the two look alike. */
export const notFound = (): Refusal => new Refusal('not-found', 'not-found');

/** The refusal of one input, found by a rule that needs more than the input itself. */
export const invalidInput = (input: string, code: string): Refusal =>
  new Refusal('invalid-input', 'invalid-input', { errors: { [input]: { code } } });
