import { timeZone } from '@stegvis/contracts/fields/time';
import type { ReportColumn } from '@stegvis/contracts/report-runs/codes';
import type { ReportRunPage } from '@stegvis/contracts/report-runs/report-run';
import { columnTexts, rowText, sectionTexts } from '@stegvis/contracts/report-runs/texts';
import type { Language } from '@stegvis/contracts/staff/codes';
import type { PublishedRow, Submission } from '@stegvis/contracts/submissions/submission';
import { Day, type FileFormat, type SpreadsheetFile, type Table, type Value, writeSpreadsheet } from '@stegvis/platform/spreadsheet';
import { placesOfReport } from './report-places.js';

/** What the files say beside the report's own headings. */
const words = {
  report: { sv: 'Rapport', en: 'Report' },
  about: { sv: 'Om rapporten', en: 'About the report' },
  project: { sv: 'Projekt', en: 'Project' },
  from: { sv: 'Från och med', en: 'From' },
  to: { sv: 'Till och med', en: 'To' },
  section: { sv: 'Avsnitt', en: 'Section' },
  row: { sv: 'Rad', en: 'Row' },
  rules: { sv: 'Räkneregler, version', en: 'Counting rules, version' },
  known: { sv: 'Siffrorna som de var kända', en: 'Figures as they were known' },
  submitted: { sv: 'Inlämnad', en: 'Submitted' },
  submittedBy: { sv: 'Inlämnad av', en: 'Submitted by' },
  comment: { sv: 'Kommentar', en: 'Comment' },
  smallGroups: { sv: 'Små grupper', en: 'Small groups' },
  hidden: { sv: 'visas ej', en: 'not shown' },
  rule: {
    sv: 'En rad där någon siffra är 1–4 visar bara totalen, och en total på 1–4 visas som <5. Fler siffror är dolda där en liten grupp annars kunde räknas ut.',
    en: 'A row in which any figure is from 1 to 4 shows only its total, and a total from 1 to 4 is shown as <5. More is hidden where a small group could be worked out otherwise.',
  },
} as const satisfies Record<string, Record<Language, string>>;

interface Figures {
  projectName: string;
  periodStart: string;
  periodEnd: string;
}
type Facts = readonly (readonly [keyof typeof words, Value])[];

/** A run as a file for its leader: exact figures, headings in the reader's language. */
export function fileOfRun(run: ReportRunPage, format: FileFormat, language: Language): Promise<SpreadsheetFile> {
  const values = new Map(run.cells.map((cell) => [`${cell.section}/${cell.row}/${cell.column}`, cell.value]));
  const rows = placesOfReport().map(({ section, row }) => ({
    section,
    row,
    figures: (column: ReportColumn) => values.get(`${section}/${row}/${column}`) ?? null,
  }));
  return file(run, format, language, rows, [
    ['rules', run.ruleVersion],
    ['known', run.builtAt && new Day(localDay(run.builtAt))],
    ['submitted', run.submittedAt && new Day(localDay(run.submittedAt))],
    ['submittedBy', run.submittedByName],
    ['comment', run.comment],
  ]);
}

/** A submission as a file for its funder: what was published, and nothing else. */
export function fileOfSubmission(submission: Submission, format: FileFormat, language: Language): Promise<SpreadsheetFile> {
  const published = (row: PublishedRow, column: ReportColumn): Value => {
    const shown = column === 'non-binary' ? row.nonBinary : row[column];
    if (shown === null) return words.hidden[language];
    return /^\d+$/.test(shown) ? Number(shown) : shown;
  };
  const rows = submission.rows.map((row) => ({ section: row.section, row: row.row, figures: (column: ReportColumn) => published(row, column) }));
  return file(submission, format, language, rows, [
    ['rules', submission.ruleVersion],
    ['submitted', new Day(localDay(submission.submittedAt))],
    ['submittedBy', submission.submittedByName],
    ['comment', submission.comment],
    ['smallGroups', words.rule[language]],
  ]);
}

type FileRow = Pick<PublishedRow, 'section' | 'row'> & { figures: (column: ReportColumn) => Value };

function file(about: Figures, format: FileFormat, language: Language, rows: readonly FileRow[], facts: Facts): Promise<SpreadsheetFile> {
  const columns = Object.keys(columnTexts) as ReportColumn[];
  const period = [about.projectName, new Day(about.periodStart), new Day(about.periodEnd)] as const;
  const word = (key: keyof typeof words) => words[key][language];
  const report: Table = {
    name: word('report'),
    headings: [word('project'), word('from'), word('to'), word('section'), word('row'), ...columns.map((column) => columnTexts[column][language])],
    rows: rows.map(({ section, row, figures }) => [
      ...period,
      sectionTexts[section][language],
      rowText(section, row)[language],
      ...columns.map(figures),
    ]),
  };
  const told: Facts = [['project', about.projectName], ['from', period[1]], ['to', period[2]], ...facts];
  const page: Table = { name: word('about'), headings: [word('about'), ''], rows: told.map(([key, value]) => [word(key), value]) };
  return writeSpreadsheet(`${word('report')} ${about.projectName} ${about.periodStart} ${about.periodEnd}`, format, [report, page]);
}

/** The local day of a moment, in the installation's zone. */
const localDay = (instant: string) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant));
