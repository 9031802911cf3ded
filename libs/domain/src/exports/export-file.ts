import type { ExportFormat, ExportResource } from '@stegvis/contracts/exports/codes';
import { type ExportColumn, exportColumns, resourceTexts, watermarkTexts } from '@stegvis/contracts/exports/columns';
import type { Language } from '@stegvis/contracts/staff/codes';
import { Day, type SpreadsheetFile, spreadsheetFile, type Table, type Value, writeSpreadsheet } from '@stegvis/platform/spreadsheet';

/** What the file says of itself. */
export interface Watermark {
  exportId: string;
  resource: ExportResource;
  by: string;
  /** An instant, ISO 8601; written as local time. */
  at: string;
  purpose: string;
}

/** A row as it was read, by field. */
export type ExportedRow = Readonly<Record<string, unknown>>;

/** Writes the file: who took the list out, when, why and how many stands on the first sheet, or in CSV in the first line. */
export async function writeExport(mark: Watermark, format: ExportFormat, language: Language, rows: readonly ExportedRow[]): Promise<Buffer> {
  const columns = exportColumns[mark.resource];
  const headings = columns.map(({ heading }) => heading[language]);
  const cells = rows.map((row) => columns.map((column) => cellOf(column, row[column.field], language)));
  const facts = factsOf(mark, rows.length, language);
  const name = resourceTexts[mark.resource][language];
  const tables: Record<ExportFormat, [Table, ...Table[]]> = {
    xlsx: [
      {
        name: watermarkTexts.about[language],
        headings: [watermarkTexts.about[language], ''],
        rows: [...facts, [watermarkTexts.duty[language], null]],
      },
      { name, headings, rows: cells },
    ],
    csv: [
      {
        name,
        headings: [[...facts.map(([label, value]) => `${label}: ${value}`), watermarkTexts.duty[language]].join('. ')],
        rows: [headings, ...cells],
      },
    ],
  };
  return (await writeSpreadsheet(name, format, tables[format])).content;
}

/** A file that was made, with its name and kind. */
export const asFile = (resource: ExportResource, format: ExportFormat, language: Language, content: Buffer): SpreadsheetFile =>
  spreadsheetFile(resourceTexts[resource][language], format, content);

const localTime = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' });

function factsOf({ exportId, resource, by, at, purpose }: Watermark, rows: number, language: Language): [string, string | number][] {
  const { list, by: byWhom, at: when, purpose: why, rows: howMany, id } = watermarkTexts;
  return [
    [list[language], resourceTexts[resource][language]],
    [byWhom[language], by],
    [when[language], localTime.format(new Date(at))],
    [why[language], purpose],
    [howMany[language], rows],
    [id[language], exportId],
  ];
}

function cellOf({ holds }: ExportColumn, value: unknown, language: Language): Value {
  if (value === null || value === undefined) return null;
  if (holds === 'day') return new Day(String(value));
  if (holds === 'number') return Number(value);
  return holds === 'text' ? String(value) : (holds[String(value)]?.[language] ?? String(value));
}
