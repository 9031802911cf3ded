/** A statement that is known up front: its text stays the same from request to request, what changes is bound. */
export interface Statement {
  text: string;
  values?: readonly unknown[];
}
