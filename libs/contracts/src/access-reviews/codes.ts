/** What a reviewer found of a look. */
export const reviewMarks = ['ok', 'follow-up'] as const;
export type ReviewMark = (typeof reviewMarks)[number];

/** Why a look stands out; each is defined in staff language on top of its `.sql` in the domain. */
export const reviewRules = [
  'same-family-name',
  'outside-caseload',
  'many-people',
  'at-night',
  'at-weekend',
  'opened-with-reason',
  'taken-out',
] as const;
export type ReviewRule = (typeof reviewRules)[number];

/** The most looks that one review is about. */
export const mostReviewed = 1000;
