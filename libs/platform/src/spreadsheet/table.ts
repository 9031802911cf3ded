/** A calendar date without a zone, `YYYY-MM-DD`, as a value of its own: spreadsheets keep dates apart from text. */
export class Day {
  constructor(readonly text: string) {}
}

/** What a cell may hold. Text is whatever people wrote and is never read as a formula. */
export type Value = string | number | Day | null;

/** One table of a file: a name, headings, and rows as long as the headings. */
export interface Table {
  /** Shown on the sheet's tab. */
  name: string;
  headings: readonly string[];
  rows: readonly (readonly Value[])[];
}

export const fileFormats = ['xlsx', 'csv'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** A file to hand to a reader. */
export interface SpreadsheetFile {
  name: string;
  contentType: string;
  content: Buffer;
}

/** Characters that no cell may hold: they are invalid in XML, and cut or hide text in what reads CSV. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is meant
const unreadable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;

/** Text without what a spreadsheet cannot hold; lone surrogates and control characters become the replacement character. */
export const readable = (text: string): string => text.toWellFormed().replaceAll(unreadable, '\uFFFD');
