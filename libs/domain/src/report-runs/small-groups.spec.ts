import { describe, expect, it } from '@jest/globals';
import { reportColumns, smallCell } from '@stegvis/contracts/report-runs/codes';
import fc from 'fast-check';
import { hideSmallGroups, placesOfReport } from './small-groups.js';

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

  it('never shows a figure from 1 to 4, and hides no other total', () => {
    const figure = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.nat(5000));
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, figure, figure), { minLength: 1, maxLength: 26 }), (genders) => {
        const rows = genders.map((row) => rowOf(...row));
        hideSmallGroups(reportOf(rows)).forEach((shown, at) => {
          const [woman, man, nonBinary, total] = rows[at % rows.length] as Row;
          const cells = [shown.woman, shown.man, shown.nonBinary, shown.total];
          for (const text of cells) expect(text === null || text === '<5' || Number(text) === 0 || Number(text) > smallCell).toBe(true);
          const small = [woman, man, nonBinary].some((value) => value >= 1 && value <= smallCell);
          expect(cells.slice(0, 3)).toEqual(small ? [null, null, null] : [woman, man, nonBinary].map(String));
          expect(shown.total).toBe(total >= 1 && total <= smallCell ? '<5' : String(total));
        });
      }),
    );
  });

  it('holds every row of the report once, in its order, and misses none silently', () => {
    const cells = reportOf([rowOf(7, 7, 7)]);
    expect(hideSmallGroups(cells).map(({ section, row }) => ({ section, row }))).toEqual(placesOfReport());
    expect(() => hideSmallGroups(cells.slice(1))).toThrow('lacks the figure participants, entered, woman');
  });
});
