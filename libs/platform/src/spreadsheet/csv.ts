import { Day, readable, type Table, type Value } from './table.js';

/**
 * What makes a spreadsheet read text as a formula: = + - @, their full-width forms, and the control characters that some
 * programs skip before looking. White space in front does not help against them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is meant
const startsFormula = /^(?:[\t\r\n\u0000]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/**
 * A table as CSV for Swedish Excel: UTF-8 with a byte order mark, semicolons, CRLF, every cell quoted. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front, which shows that it is text.
 */
export function toCsv(table: Table): Buffer {
  const lines = [table.headings, ...table.rows].map((row) => row.map(cell).join(';'));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}

function cell(value: Value): string {
  if (value === null) return '""';
  if (value instanceof Day) return `"${value.text}"`;
  if (typeof value === 'number') return `"${value}"`;
  const proof = startsFormula.test(value) ? `'${value}` : value;
  return `"${readable(proof).replaceAll('"', '""')}"`;
}
