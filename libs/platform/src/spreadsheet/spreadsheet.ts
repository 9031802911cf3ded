import { toCsv } from './csv.js';
import type { FileFormat, SpreadsheetFile, Table } from './table.js';
import { toXlsx } from './xlsx.js';

const contentTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Writes tables as a file: the only place that makes spreadsheets. CSV holds the first table alone. `name` is what the
 * file is about; it becomes plain letters, digits and hyphens.
 */
export async function writeSpreadsheet(name: string, format: FileFormat, tables: readonly [Table, ...Table[]]): Promise<SpreadsheetFile> {
  return spreadsheetFile(name, format, format === 'csv' ? toCsv(tables[0]) : await toXlsx(tables));
}

/** A file whose content was written before, with its name and kind. */
export function spreadsheetFile(name: string, format: FileFormat, content: Buffer): SpreadsheetFile {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100);
  return { name: `${plain}.${format}`, contentType: contentTypes[format], content };
}
