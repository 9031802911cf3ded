import { smallCell } from '@stegvis/contracts/report-runs/codes';
import type { SmallDifference } from '@stegvis/contracts/report-runs/report-run';
import type { PublishedRow, Submission } from '@stegvis/contracts/submissions/submission';

/** What a funder has read already. */
export type Earlier = Pick<Submission, 'periodStart' | 'periodEnd' | 'submittedAt' | 'rows'>;

/**
 * Rows of which a figure, as it would be published, differs by 1 to 4 from what the funder has read in an earlier report
 * that shares days with this one: the difference is a small group that neither report shows. Two reports at a time are laid
 * beside each other; what follows from three or more, such as a quarter less two of its months, is not looked for.
 */
export function smallDifferences(rows: readonly PublishedRow[], earlier: readonly Earlier[]): SmallDifference[] {
  return earlier.flatMap(({ periodStart, periodEnd, submittedAt, rows: read }) =>
    rows
      .filter((row) => {
        const before = read.find((one) => one.section === row.section && one.row === row.row);
        return before && figures.some((column) => isSmallBetween(row[column], before[column]));
      })
      .map(({ section, row }) => ({ section, row, periodStart, periodEnd, submittedAt })),
  );
}

const figures = ['woman', 'man', 'nonBinary', 'total'] as const satisfies readonly (keyof PublishedRow)[];

/** What is not shown as a number cannot be taken from another one. */
function isSmallBetween(one: string | null, other: string | null): boolean {
  const difference = Math.abs(Number.parseInt(one ?? '', 10) - Number.parseInt(other ?? '', 10));
  return difference >= 1 && difference <= smallCell;
}
