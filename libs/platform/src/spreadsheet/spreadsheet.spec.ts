import { inflateRawSync } from 'node:zlib';
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

/** Sixty texts that some spreadsheet calculates: what makes a formula, behind what may stand before it. */
const beginnings = ['=', '+', '-', '@', '\t=', '\r=', '\n=', '  =', '\uFF1D', '\uFF0B', '\u00a0=', '\u0000='];
const endings = ['1+1', `cmd|' /C calc'!A0`, 'HYPERLINK("http://x.example","Klicka")', 'IMPORTXML("http://x.example","//a")', 'SUM(1)*cmd|x!A1;"'];
const sixty = beginnings.flatMap((beginning) => endings.map((ending) => beginning + ending));

/** The files in a zip archive, by its own directory (APPNOTE 4.3.12), so that no library says what is in there. */
function unzipped(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = archive.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = archive.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    const [method, size, named, local] = [
      archive.readUInt16LE(at + 10),
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt32LE(at + 42),
    ];
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(start, start + size);
    files.set(archive.toString('utf8', at + 46, at + 46 + named), (method === 8 ? inflateRawSync(content) : content).toString('utf8'));
  }
  return files;
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

describe('abuse case 17: a CSV file', () => {
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

  it('says of each of sixty formulas that it is a text', async () => {
    const { content } = await writeSpreadsheet('x', 'csv', [tableOf(sixty.map((text): Value[] => [text, 1, null]))]);
    const cells = parseCsv(content).slice(1);
    expect(cells.map(([text]) => text)).toEqual(sixty.map((text) => `'${text.replace('\u0000', '\uFFFD')}`));
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

describe('abuse case 17: an Excel file', () => {
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

  it('keeps sixty formulas as the texts that they were written as, and no element of the file is one', async () => {
    expect(new Set(sixty).size).toBe(60);
    const { content } = await writeSpreadsheet('x', 'xlsx', [tableOf(sixty.map((text): Value[] => [text, 1, null]))]);
    const [sheet] = (await readXlsx(content)).worksheets;
    for (const [at, text] of sixty.entries())
      expect([sheet?.getRow(at + 2).getCell(1).type, sheet?.getRow(at + 2).getCell(1).text]).toEqual([
        excel.ValueType.String,
        // In XML every end of a line is the same one.
        text.replace('\u0000', '\uFFFD').replaceAll('\r', '\n'),
      ]);
    const files = unzipped(content);
    expect([...files.keys()]).toContain('xl/worksheets/sheet1.xml');
    expect(
      [...files].filter(([name, xml]) => name.endsWith('.xml') && /<f[\s>/]/.test(xml) && name.includes('worksheets')).map(([name]) => name),
    ).toEqual([]);
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
