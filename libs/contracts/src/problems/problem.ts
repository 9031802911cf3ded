/** What kind of refusal it is; the API turns the kind into a status, once. */
export const problemKinds = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'not-permitted': 403,
  'not-found': 404,
  conflict: 409,
  'changed-meanwhile': 412,
  'too-large': 413,
  'not-json': 415,
  'not-possible': 422,
  'version-needed': 428,
  'too-many-requests': 429,
  unavailable: 503,
} as const;
export type ProblemKind = keyof typeof problemKinds;

/** A refusal as it travels, after RFC 9457 (Problem Details for HTTP APIs). */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  /** Stable; made for programs. */
  code: string;
  /** A sentence in the reader's language that says what to do. */
  message: string;
  /** Sentences keyed by input, nested ones by path (`attendances.0.state`), as React-Admin shows them at the field. */
  errors?: Record<string, string>;
  /** The record as it is now, when a change came too late. */
  current?: unknown;
  requestId?: string;
}
