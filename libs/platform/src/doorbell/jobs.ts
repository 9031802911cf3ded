/** How a job is to be done, beside the name that it shares with its queue. */
interface JobRules {
  /** What it does, in a sentence. */
  says: string;
  /** Whether the API may ring for it, with the id of what it is about. */
  rung: boolean;
}

/**
 * Everything that the worker does, in one table. A job and its queue have the same name: a long report never stands
 * before a sweep, and each has one processor. A job carries ids only.
 */
export const jobs = {
  'sweep-follow-ups': { says: 'Finds the follow-ups that are due and clears those whose reason has gone', rung: false },
  'draft-reports': { says: "Drafts last month's report for every schedule that has none yet", rung: false },
  'build-report': { says: 'Counts the figures of one report run', rung: true },
  'clean-doorbell': { says: 'Removes bells that were relayed days ago', rung: false },
} as const satisfies Record<string, JobRules>;

export type JobName = keyof typeof jobs;
/** A job that the API may ring for. */
export type Bell = { [Name in JobName]: (typeof jobs)[Name]['rung'] extends true ? Name : never }[JobName];

export const jobNames = Object.keys(jobs) as JobName[];

/** What a job carries: the id of what it is about, if it is about one thing, and the request that asked for it. */
export interface JobIds {
  subjectId?: string;
  requestId: string;
}
