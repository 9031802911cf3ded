/**
 * Everything that the worker does, in one table: the job, and what it does. A job and its queue have the same name, so
 * that a long report never stands before a sweep, and each has one processor.
 */
export const jobs = {
  'sweep-follow-ups': 'Finds the follow-ups that are due, and clears those whose reason has gone',
  'build-report': 'Counts the figures of one report run; the API rings for it',
  'build-requested-reports': 'Counts the figures of runs whose bell was lost',
  'draft-reports': "Drafts last month's report for every schedule that has none yet",
  'make-export': 'Makes the file of one export; the API rings for it',
  'sweep-exports': 'Makes the files whose bell was lost, and removes those that nobody fetched within a day',
  'link-access-log': 'Links what was noted in the access log into its chains',
  'clean-doorbell': 'Removes bells that were answered days ago',
} as const satisfies Record<string, string>;

export type JobName = keyof typeof jobs;
export const jobNames = Object.keys(jobs) as JobName[];

/** What a job carries: the id of what it is about, if it is about one thing, and the request that asked for it. */
export interface JobIds {
  subjectId?: string;
  requestId: string;
}
