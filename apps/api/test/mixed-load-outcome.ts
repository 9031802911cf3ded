/** When a request was under way, in milliseconds, and at which API process. */
export interface Moment {
  api: number;
  from: number;
  to: number;
}

/** What the API said that it has done, by what the check afterwards looks for. Texts are unique. */
export interface Promised {
  /** Meetings, by the text that stands in each. */
  logged: Map<string, string>;
  /** What stands in a meeting by now: the last text that was answered, and those that were sent after it without an answer. */
  changed: Map<string, { answered: string[]; perhaps: string[] }>;
  voided: string[];
  /** People, by their family name. */
  referred: Map<string, string>;
  accepted: string[];
  /** Reminders that were completed, with the note that was written. */
  completed: Map<string, string>;
  reports: string[];
}

/** What happened to the requests of a mixed load. */
export interface Outcome {
  /** How many requests were answered, by kind of work. */
  answered: Map<string, number>;
  /** Requests that got no whole answer. */
  unanswered: Moment[];
  /** Requests that were answered with 503. */
  busy: Moment[];
  /** Answers that nobody should get: `POST /api/meetings 500`. */
  faults: string[];
  /** Follow-ups that somebody or the worker had closed before. */
  tooLate: number;
  promised: Promised;
  /** Texts that were sent, answered or not. */
  sent: Set<string>;
}
