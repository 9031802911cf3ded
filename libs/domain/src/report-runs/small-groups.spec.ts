import { describe, expect, it } from '@jest/globals';
import { reportColumns } from '@stegvis/contracts/report-runs/codes';
import type { PublishedRow } from '@stegvis/contracts/submissions/submission';
import { placesOfReport } from './report-places.js';
import { hideSmallGroups } from './small-groups.js';

const rowOf = (woman: number, man: number, nonBinary: number) => [woman, man, nonBinary, woman + man + nonBinary] as const;
type Row = readonly [number, number, number, number];

/** A report in which every row is the same. */
const reportOf = (rows: readonly Row[]) =>
  placesOfReport().flatMap(({ section, row }, at) =>
    reportColumns.map((column, across) => ({ section, row, column, value: (rows[at % rows.length] as Row)[across] as number })),
  );
const published = (row: Row) => {
  const { section: _section, row: _row, ...shown } = hideSmallGroups(reportOf([row]))[0] as ReturnType<typeof hideSmallGroups>[number];
  return shown;
};

/** A report of which some rows hold people. */
const reportWith = (rows: Readonly<Record<string, Row>>) =>
  placesOfReport().flatMap(({ section, row }) =>
    reportColumns.map((column, across) => ({ section, row, column, value: (rows[`${section}/${row}`] ?? rowOf(0, 0, 0))[across] as number })),
  );
const genders = (row: PublishedRow | undefined) => [row?.woman, row?.man, row?.nonBinary, row?.total].map((text) => text ?? '-').join(' ');

describe('what leaves the project', () => {
  it.each([
    ['no small figure', rowOf(12, 9, 0), { woman: '12', man: '9', nonBinary: '0', total: '21' }],
    ['nobody at all', rowOf(0, 0, 0), { woman: '0', man: '0', nonBinary: '0', total: '0' }],
    ['five is not small', rowOf(5, 5, 0), { woman: '5', man: '5', nonBinary: '0', total: '10' }],
    ['one small figure hides the others too', rowOf(12, 4, 0), { woman: null, man: null, nonBinary: null, total: '16' }],
    ['one person', rowOf(1, 0, 0), { woman: null, man: null, nonBinary: null, total: '<5' }],
    ['a small total', rowOf(2, 1, 1), { woman: null, man: null, nonBinary: null, total: '<5' }],
    ['small figures, and a total of five', rowOf(3, 2, 0), { woman: null, man: null, nonBinary: null, total: '5' }],
  ])('%s', (_case, row, shown) => {
    expect(published(row)).toEqual(shown);
  });

  it('hides a second age where one could be worked out from the row above', () => {
    const cells = reportWith({
      'participants/active': rowOf(20, 10, 0),
      'active-by-age/18-29': rowOf(7, 2, 0),
      'active-by-age/30-54': rowOf(8, 8, 0),
      'active-by-age/55-and-over': rowOf(5, 0, 0),
      'active-by-stage/coaching': rowOf(20, 10, 0),
    });
    const rows = hideSmallGroups(cells);
    const shown = (row: string) => genders(rows.find((one) => one.section === 'active-by-age' && one.row === row));
    // The smallest of the others; either of the two men could now be in either row.
    expect([shown('under-18'), shown('18-29'), shown('30-54'), shown('55-and-over')]).toEqual(['0 0 0 0', '- - - 9', '8 8 0 16', '- - - 5']);
    expect(genders(rows.find((one) => one.row === 'active'))).toBe('20 10 0 30');
  });

  it('hides a second total where a small one could be worked out, and does not tell which is which', () => {
    const cells = reportWith({
      'participants/active': rowOf(18, 9, 0),
      'active-by-age/18-29': rowOf(3, 0, 0),
      'active-by-age/30-54': rowOf(9, 9, 0),
      'active-by-age/55-and-over': rowOf(6, 0, 0),
      'active-by-stage/coaching': rowOf(18, 9, 0),
    });
    const rows = hideSmallGroups(cells).filter(({ section }) => section === 'active-by-age');
    expect(rows.map(genders)).toEqual(['0 0 0 0', '- - - -', '9 9 0 18', '- - - -']);
  });

  it('leaves "<5" where nothing gives it away', () => {
    const cells = reportWith({
      'participants/active': rowOf(20, 20, 0),
      'active-by-age/30-54': rowOf(20, 20, 0),
      'active-by-stage/coaching': rowOf(20, 20, 0),
      'active-by-stage/internship': rowOf(2, 1, 0),
    });
    const rows = hideSmallGroups(cells).filter(({ section }) => section === 'active-by-stage');
    expect(rows.map(genders)).toEqual(['20 20 0 40', '0 0 0 0', '- - - <5', '0 0 0 0', '0 0 0 0', '0 0 0 0']);
  });

  it('holds every row of the report once, in its order, and misses none silently', () => {
    const cells = reportOf([rowOf(7, 7, 7)]);
    expect(hideSmallGroups(cells).map(({ section, row }) => ({ section, row }))).toEqual(placesOfReport());
    expect(() => hideSmallGroups(cells.slice(1))).toThrow('lacks the figure participants, entered, woman');
  });
});
