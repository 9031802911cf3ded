import type { Cell } from 'exceljs';
import { Day, readable, type Table, type Value } from './table.js';

const widest = 60;

/**
 * Tables as an Excel file, a sheet each. Text is stored as text and formatted as text, so that it stays text when somebody
 * edits the cell too; numbers are numbers, dates are dates, and there is no formula.
 */
export async function toXlsx(tables: readonly Table[]): Promise<Buffer> {
  // Loaded when somebody first asks for a file: it is large, and most processes never need it.
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  book.creator = 'Stegvis';
  for (const table of tables) {
    const sheet = book.addWorksheet(
      readable(table.name)
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .slice(0, 31),
      { views: [{ state: 'frozen', ySplit: 1 }] },
    );
    [table.headings, ...table.rows].forEach((row, down) => {
      row.forEach((value, across) => {
        fill(sheet.getCell(down + 1, across + 1), value, down === 0);
      });
    });
    table.headings.forEach((heading, across) => {
      const longest = Math.max(heading.length, ...table.rows.map((row) => lengthOf(row[across] ?? null)));
      sheet.getColumn(across + 1).width = Math.min(longest + 2, widest);
    });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

function fill(cell: Cell, value: Value, heading: boolean): void {
  if (heading) cell.font = { bold: true };
  if (value === null) return;
  if (value instanceof Day) {
    cell.value = new Date(`${value.text}T00:00:00Z`);
    cell.numFmt = 'yyyy-mm-dd';
  } else if (typeof value === 'number') {
    cell.value = value;
    cell.numFmt = '0';
  } else {
    cell.value = readable(value);
    cell.numFmt = '@';
    cell.alignment = { wrapText: true, vertical: 'top' };
  }
}

const lengthOf = (value: Value) =>
  value === null
    ? 0
    : value instanceof Day
      ? value.text.length
      : Math.max(
          ...String(value)
            .split('\n')
            .map((line) => line.length),
        );
