import type { FieldGroup } from '@stegvis/contracts/access-log/codes';

/** Whom the rows of a statement show: a select of ids, one column, from `answer`, which are its rows. */
export interface Shows {
  participants?: string;
  enrolments?: string;
  fields: readonly FieldGroup[];
}

/** A statement that is known up front: its text stays the same from request to request, what changes is bound. */
export interface Statement {
  text: string;
  values?: readonly unknown[];
  /** Whom its rows show: it is noted with the answer. */
  shows?: Shows;
  /** Names of the fields that are searched by; unset where rows are opened by id. */
  criteria?: readonly string[];
}
