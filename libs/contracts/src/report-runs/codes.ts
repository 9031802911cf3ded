import { ageBands, stages } from '../enrolments/codes.js';

export const reportStates = ['requested', 'draft', 'checked', 'submitted', 'returned', 'superseded'] as const;
export type ReportState = (typeof reportStates)[number];

/** The verbs of a report: from which state, to which. */
export const reportTransitions = {
  check: { from: ['draft'], to: 'checked' },
  submit: { from: ['checked'], to: 'submitted' },
  /** By the funder, who reads the submission and not the run. */
  return: { from: ['submitted'], to: 'returned' },
} as const satisfies Record<string, { from: readonly ReportState[]; to: ReportState }>;

/** What a later submission of the same project and period takes the place of. */
export const replacedStates = ['submitted', 'returned'] as const satisfies readonly ReportState[];

/** While the comment may be written: there are figures, and nobody else has them yet. */
export const reportCommentStates = ['draft', 'checked'] as const satisfies readonly ReportState[];

/**
 * The version of the rules that a run is counted and a submission published by; raised when a rule changes. What was
 * submitted stays as it was. 2: a small group that would follow from other rows is protected, too.
 */
export const ruleVersion = 2;

/** Where people are when they have left: within four weeks, from the exit facts. */
export const exitResults = ['employed', 'in-education', 'job-seeking', 'qualification', 'facts-missing'] as const;

/** The report's sections and rows, in order. */
export const reportSections = {
  participants: ['entered', 'active', 'left'],
  'entered-by-age': ageBands,
  'active-by-age': ageBands,
  'left-by-age': ageBands,
  'active-by-stage': [...stages, 'none'],
  'results-at-exit': exitResults,
} as const satisfies Record<string, readonly string[]>;
export type ReportSection = keyof typeof reportSections;

/** The columns of every row. */
export const reportColumns = ['woman', 'man', 'non-binary', 'total'] as const;
export type ReportColumn = (typeof reportColumns)[number];

/** A row with any cell from 1 to this shows at most its total outside the project (small groups are protected). */
export const smallCell = 4;
