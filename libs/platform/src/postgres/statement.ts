import type { Shows } from './noting.js';

/** A statement that is known up front: its text stays the same from request to request, what changes is bound. */
export interface Statement {
  text: string;
  values?: readonly unknown[];
  /** Whom its rows show: it is noted with the answer. */
  shows?: Shows;
  /** Names of the fields that are searched by; unset where rows are opened by id. */
  criteria?: readonly string[];
}
