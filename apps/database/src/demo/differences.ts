import type { ExitReason } from '@stegvis/contracts/enrolments/codes';
import type { Gender } from '@stegvis/contracts/participants/codes';

/** From the least to the most, both included. */
type Range = readonly [least: number, most: number];

/** What differs between women and men in the demo world: the one table of what a leader should notice in its figures. */
export interface Difference {
  /** Days from the referral to the first day. */
  waitForStart: Range;
  /** Days from the first day to the internship. */
  waitForInternship: Range;
  /** How many in a hundred of those who leave after the first months had an internship at all. */
  internships: number;
  /** Why people leave, in turn. */
  exits: readonly ExitReason[];
}

/**
 * Women wait longer for a first day and for an internship, fewer of them get one, and fewer leave to work: more of them leave to
 * studies, ill health and parental leave instead.
 */
export const differences: Readonly<Record<Gender, Difference>> = {
  woman: {
    waitForStart: [18, 42],
    waitForInternship: [75, 150],
    internships: 60,
    exits: [
      'studies',
      'work',
      'ill-health',
      'other-measure',
      'work',
      'parental-leave',
      'studies',
      'own-wish',
      'ill-health',
      'moved',
      'work',
      'other',
    ],
  },
  man: {
    waitForStart: [7, 26],
    waitForInternship: [35, 85],
    internships: 85,
    exits: ['work', 'work', 'studies', 'work', 'moved', 'work', 'absence', 'work', 'ill-health', 'work', 'own-wish', 'deceased'],
  },
  'non-binary': { waitForStart: [10, 30], waitForInternship: [50, 110], internships: 75, exits: ['studies', 'work', 'moved'] },
};
