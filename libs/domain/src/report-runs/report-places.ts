import { type ReportColumn, type ReportSection, reportColumns, reportSections } from '@stegvis/contracts/report-runs/codes';

/** A row of the report with its section. */
export interface ReportPlace {
  section: ReportSection;
  row: string;
}

/** Every row of the report with its section, in order. */
export function placesOfReport(): ReportPlace[] {
  return Object.entries(reportSections).flatMap(([section, rows]) => rows.map((row) => ({ section: section as ReportSection, row })));
}

const places = placesOfReport();
const numbers = new Map(places.map(({ section, row }, number) => [`${section}/${row}`, number]));

/** The number of a row, from 0, in the order of the report. */
export function rowAt(section: ReportSection, row: string): number {
  const number = numbers.get(`${section}/${row}`);
  if (number === undefined) throw new Error(`The report has no row ${section}, ${row}`);
  return number;
}

/** Figures are numbered row by row, and in each row in the order of the columns. */
export const figureAt = (row: number, column: ReportColumn): number => row * reportColumns.length + reportColumns.indexOf(column);
export const rowOf = (figure: number): number => Math.floor(figure / reportColumns.length);
