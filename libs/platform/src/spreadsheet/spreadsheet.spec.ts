import { describe, expect, it } from '@jest/globals';
import excel from 'exceljs';
import fc from 'fast-check';
import { Day, type Table, type Value, writeSpreadsheet } from './index.js';

/** A small reader of quoted CSV, as a spreadsheet reads it: cells in quotes, quotes doubled inside. */
function parseCsv(content: Buffer): string[][] {
  const text = content.toString('utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(;|\r\n)/gy;
  cell.lastIndex = 1;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    rows.at(-1)?.push((found[1] as string).replaceAll('""', '"'));
    if (found[2] === '\r\n') rows.push([]);
    if (cell.lastIndex === text.length) break;
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

async function readXlsx(content: Buffer) {
  const book = new excel.Workbook();
  await book.xlsx.load(content as unknown as ArrayBuffer);
  return book;
}

const tableOf = (rows: Value[][]): Table => ({ name: 'Rapport', headings: ['Text', 'Tal', 'Dag'], rows });
const dangerous = [
  '=1+1',
  '+46',
  '-3',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\nx',
  '  =2',
  '\uFF1D1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF201',
  '=HYPERLINK("http://x","y")',
  '\u00a0=1',
  '\u0000=1',
];

describe('a CSV file', () => {
  it('is UTF-8 with a mark, semicolons and quotes, and keeps what people wrote', async () => {
    const rows = [
      ['Åsa "Ö" Ek; coach\nradbrytning', 12, new Day('2026-03-31')],
      ['2 – 3', 0, null],
    ];
    const { name, contentType, content } = await writeSpreadsheet('Rapport SMÖT 2026-03', 'csv', [tableOf(rows)]);
    expect([name, contentType]).toEqual(['Rapport-SMOT-2026-03.csv', 'text/csv; charset=utf-8']);
    expect(parseCsv(content)).toEqual([
      ['Text', 'Tal', 'Dag'],
      ['Åsa "Ö" Ek; coach\nradbrytning', '12', '2026-03-31'],
      ['2 – 3', '0', ''],
    ]);
  });

  it.each(dangerous)('does not let %j be a formula', async (text) => {
    const { content } = await writeSpreadsheet('x', 'csv', [tableOf([[text, 1, null]])]);
    expect(parseCsv(content)[1]?.[0]).toBe(`'${text.replace('\u0000', '\uFFFD')}`);
  });

  it('begins no cell with what a spreadsheet calculates, whatever was written', async () => {
    const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ' ', '\t', '"', ';', '\r', '\n', '\u0000', 'a', '\uFF1D', '\uD800') });
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const read = parseCsv((await writeSpreadsheet('x', 'csv', [tableOf([[written, 1, null]])])).content)[1]?.[0] as string;
        expect(read).not.toMatch(/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/);
      }),
    );
  });
});

describe('an Excel file', () => {
  it('holds text as text, numbers as numbers, dates as dates, and no formula', async () => {
    const { name, content } = await writeSpreadsheet('Rapport', 'xlsx', [
      tableOf([...dangerous.slice(0, 5).map((text): Value[] => [text, 3, new Day('2026-03-29')])]),
      { name: 'Om [1/2]', headings: ['Om'], rows: [] },
    ]);
    expect(name).toBe('Rapport.xlsx');
    const book = await readXlsx(content);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Rapport', 'Om  1 2 ']);
    const [sheet] = book.worksheets;
    dangerous.slice(0, 5).forEach((text, at) => {
      const row = sheet?.getRow(at + 2);
      expect([row?.getCell(1).type, row?.getCell(1).value, row?.getCell(1).numFmt]).toEqual([excel.ValueType.String, text, '@']);
      expect([row?.getCell(2).type, row?.getCell(2).value]).toEqual([excel.ValueType.Number, 3]);
      // Spreadsheets keep no zone: the day is the day in UTC here too, also on the day when clocks change.
      expect([row?.getCell(3).type, row?.getCell(3).value]).toEqual([excel.ValueType.Date, new Date('2026-03-29T00:00:00Z')]);
    });
    sheet?.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBe(undefined)));
  });

  it('can be read whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (written) => {
        const book = await readXlsx((await writeSpreadsheet('x', 'xlsx', [tableOf([[written, 1, null]])])).content);
        expect(book.worksheets[0]?.getCell(2, 2).value).toBe(1);
      }),
      { numRuns: 20 },
    );
  });
});
