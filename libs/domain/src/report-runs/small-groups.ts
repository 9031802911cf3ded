import { type ReportColumn, type ReportSection, reportSections, smallCell } from '@stegvis/contracts/report-runs/codes';
import type { ReportCell } from '@stegvis/contracts/report-runs/report-run';
import type { PublishedRow } from '@stegvis/contracts/submissions/submission';

/** What a total from 1 to 4 becomes. */
const few = `<${smallCell + 1}`;
const isSmall = (value: number) => value >= 1 && value <= smallCell;

/**
 * The report as it may leave the project. A row in which any figure is from 1 to 4 shows only its total, and a total from
 * 1 to 4 is shown as "<5": nobody should be recognised among a few. Zero is shown, since nobody stands behind it. Every
 * row of the report comes out, in its order; throws when the run lacks a figure.
 */
export function hideSmallGroups(cells: readonly Pick<ReportCell, 'section' | 'row' | 'column' | 'value'>[]): PublishedRow[] {
  const values = new Map(cells.map((cell) => [key(cell.section, cell.row, cell.column), cell.value]));
  const figure = (section: ReportSection, row: string, column: ReportColumn): number => {
    const value = values.get(key(section, row, column));
    if (value === undefined) throw new Error(`The run lacks the figure ${section}, ${row}, ${column}`);
    return value;
  };
  return placesOfReport().map(({ section, row }) => {
    const [woman, man, nonBinary, total] = [
      figure(section, row, 'woman'),
      figure(section, row, 'man'),
      figure(section, row, 'non-binary'),
      figure(section, row, 'total'),
    ];
    const hidden = [woman, man, nonBinary].some(isSmall);
    const shown = (value: number) => (hidden ? null : String(value));
    return { section, row, woman: shown(woman), man: shown(man), nonBinary: shown(nonBinary), total: isSmall(total) ? few : String(total) };
  });
}

const key = (section: string, row: string, column: string) => `${section}/${row}/${column}`;

/** Every row of the report with its section, in order. */
export function placesOfReport(): { section: ReportSection; row: string }[] {
  return Object.entries(reportSections).flatMap(([section, rows]) => rows.map((row) => ({ section: section as ReportSection, row })));
}
