import { toCsv } from './csv.js';
import type { FileFormat, SpreadsheetFile, Table } from './table.js';
import { toXlsx } from './xlsx.js';

/**
 * Writes tables as a file: the only place that makes spreadsheets. CSV holds the first table alone. `name` is what the
 * file is about; it becomes plain letters, digits and hyphens.
 */
export async function writeSpreadsheet(name: string, format: FileFormat, tables: readonly [Table, ...Table[]]): Promise<SpreadsheetFile> {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100);
  if (format === 'csv') return { name: `${plain}.csv`, contentType: 'text/csv; charset=utf-8', content: toCsv(tables[0]) };
  return { name: `${plain}.xlsx`, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: await toXlsx(tables) };
}
