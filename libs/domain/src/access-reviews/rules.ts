import type { ReviewRule } from '@stegvis/contracts/access-reviews/codes';
import { sqlBeside } from '@stegvis/platform/postgres';

/** Raised when a rule, the sample or what counts as a look changes: a review says by which version it was made. */
export const ruleVersion = 2;

/** Of a month's looks so many are drawn by chance: one in fifty, and at least twenty. */
export const sample = { share: 0.02, least: 20 } as const;

const rule = (name: string): string => sqlBeside(import.meta.url, `rules/${name}.sql`);

/**
 * What makes a look stand out: each a select of ids from `looks`, defined in staff language on top of its file. It runs with the
 * sight of who reviews; where a rule compares with cases, somebody who sees none (an auditor) gets nothing from it.
 */
export const rules: Readonly<Record<ReviewRule, { select: string; needsCases: boolean }>> = {
  'same-family-name': { select: rule('same-family-name'), needsCases: true },
  'outside-caseload': { select: rule('outside-caseload'), needsCases: true },
  'many-people': { select: rule('many-people'), needsCases: false },
  'at-night': { select: rule('at-night'), needsCases: false },
  'at-weekend': { select: rule('at-weekend'), needsCases: false },
  'taken-out': { select: rule('taken-out'), needsCases: false },
  'opened-with-reason': { select: rule('opened-with-reason'), needsCases: false },
};
