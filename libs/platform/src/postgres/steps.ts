import type { Statement } from './statement.js';

/** What a verb wants after it has looked: statements that write, and what it answers with the rows of each. */
export interface Deed<T> {
  statements: readonly Statement[];
  answer: (rows: object[][]) => T;
}

/** A verb in two steps: statements that are known up front, and what follows from their rows. It throws to refuse. */
export interface Steps<T> {
  look: readonly Statement[];
  decide: (rows: object[][]) => Deed<T>;
}

export const begin: Statement = { text: 'begin' };
export const commit: Statement = { text: 'commit' };
export const rollback: Statement = { text: 'rollback' };
