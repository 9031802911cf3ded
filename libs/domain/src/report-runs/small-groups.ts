import { type ReportColumn, reportColumns, smallCell } from '@stegvis/contracts/report-runs/codes';
import type { ReportCell } from '@stegvis/contracts/report-runs/report-run';
import type { PublishedRow } from '@stegvis/contracts/submissions/submission';
import { otherReading, type Range } from './other-reading.js';
import { figureAt, placesOfReport, rowOf } from './report-places.js';
import { families } from './report-relations.js';

/** What a total from 1 to 4 becomes. */
const few = `<${smallCell + 1}`;
const isSmall = (value: number) => value >= 1 && value <= smallCell;

/** What is shown of a row: the genders or not; the total, that it is from 1 to 4, or nothing. */
interface Shown {
  genders: boolean;
  total: 'shown' | 'few' | 'hidden';
}

/**
 * The report as it may leave the project: nobody should be recognised among a few.
 *
 * A row in which any figure is from 1 to 4 shows only its total, and a total from 1 to 4 is shown as "<5". Zero is shown,
 * since nobody stands behind it. Where one of these figures would still follow from what is shown (the genders add up to
 * the total, the ages to the row above, and more in `relations`), other rows are hidden as well, those with the fewest people
 * first, until every hidden figure from 1 to 4 could be another one. Where a total has to be hidden for that, the totals
 * from 1 to 4 that it stands among are not told from it. If no figure is from 1 to 4, nothing is hidden.
 *
 * Protected are the figures of this one report, against whoever reads it and knows how it counts. Not protected are what a
 * reader knows otherwise of a person, what follows from why a row was hidden, and what two reports show when they are laid
 * beside each other: of that the leader is warned (`smallDifferences`).
 *
 * Every row of the report comes out, in its order; throws when the run lacks a figure.
 */
export function hideSmallGroups(cells: readonly Pick<ReportCell, 'section' | 'row' | 'column' | 'value'>[]): PublishedRow[] {
  const values = valuesOf(cells);
  const shown = protect(values);
  return placesOfReport().map(({ section, row }, number) => {
    const { genders, total } = shown[number] as Shown;
    const value = (column: ReportColumn) => String(values[figureAt(number, column)]);
    const gender = (column: ReportColumn) => (genders ? value(column) : null);
    const shownTotal = { shown: value('total'), few, hidden: null }[total];
    return { section, row, woman: gender('woman'), man: gender('man'), nonBinary: gender('non-binary'), total: shownTotal };
  });
}

function valuesOf(cells: readonly Pick<ReportCell, 'section' | 'row' | 'column' | 'value'>[]): number[] {
  const given = new Map(cells.map(({ section, row, column, value }) => [`${section}/${row}/${column}`, value]));
  return placesOfReport().flatMap(({ section, row }) =>
    reportColumns.map((column) => {
      const value = given.get(`${section}/${row}/${column}`);
      if (value === undefined) throw new Error(`The run lacks the figure ${section}, ${row}, ${column}`);
      return value;
    }),
  );
}

/** What is shown of each row, with small groups protected. */
function protect(values: readonly number[]): Shown[] {
  const own = placesOfReport().map((_place, row): Shown => {
    const small = reportColumns.map((column) => isSmall(values[figureAt(row, column)] as number));
    return { genders: !small.some(Boolean), total: isSmall(totalOf(values, row)) ? 'few' : 'shown' };
  });
  const taken: Step[] = [];
  let state = own;
  for (let open = exposed(values, state); open !== undefined; open = exposed(values, state)) {
    const step = nextStep(values, state, open);
    // With everything hidden, nothing more can be done.
    if (!step) break;
    taken.push(step);
    state = after(own, taken);
  }
  return withoutNeedless(values, own, taken);
}

/** Hides something more; what was hidden stays hidden. */
type Step = (state: Shown[]) => Shown[];

/** The first figure from 1 to 4 that is hidden and can be nothing else. */
function exposed(values: readonly number[], state: Shown[]): number | undefined {
  const hidden = rangesOf(state);
  const free = new Set<number>();
  for (const figure of hidden.keys()) {
    if (!isSmall(values[figure] as number) || free.has(figure)) continue;
    const others = otherReading(values, hidden, figure);
    if (!others) return figure;
    for (const other of others) free.add(other);
  }
  return undefined;
}

/** What a reader knows of each figure that is not shown. */
function rangesOf(state: Shown[]): Map<number, Range> {
  const ranges = new Map<number, Range>();
  state.forEach(({ genders, total }, row) => {
    for (const column of reportColumns) {
      if (column !== 'total' && !genders) ranges.set(figureAt(row, column), { least: 0, most: Number.POSITIVE_INFINITY });
      if (column === 'total' && total !== 'shown')
        ranges.set(figureAt(row, column), total === 'few' ? { least: 1, most: smallCell } : { least: 0, most: Number.POSITIVE_INFINITY });
    }
  });
  return ranges;
}

/** The step that loses least of those after which the figure could be another one; if none is enough by itself, the one that loses least. */
function nextStep(values: readonly number[], state: Shown[], figure: number): Step | undefined {
  const steps = possibleSteps(values, state, figure);
  const enough = steps.find((step) => otherReading(values, rangesOf(after(state, [step])), figure));
  return enough ?? steps[0];
}

/** What more could be hidden, what loses least first: around the figure, then in the rest of the report. */
function possibleSteps(values: readonly number[], state: Shown[], figure: number): Step[] {
  const near = familyOf(rowOf(figure));
  const rest = allFamilies.filter((family) => family !== near);
  return [near, ...rest].flatMap((family) => stepsIn(values, state, family));
}

/** Rows that add up, the sum last; a row that is part of no sum is by itself. */
type Family = readonly number[];
const allFamilies: readonly Family[] = [
  ...families.map(({ parent, bands }) => [...bands, parent]),
  ...placesOfReport().flatMap((_place, row) => (families.some(({ parent, bands }) => parent === row || bands.includes(row)) ? [] : [[row]])),
];
const familyOf = (row: number): Family => allFamilies.find((family) => family.includes(row)) as Family;

function stepsIn(values: readonly number[], state: Shown[], family: Family): Step[] {
  const sum = family.at(-1) as number;
  const bySize = [...family].sort((one, other) => Number(one === sum) - Number(other === sum) || totalOf(values, one) - totalOf(values, other));
  const withPeople = bySize.filter((row) => totalOf(values, row) > 0);
  const of = (row: number) => state[row] as Shown;
  const fewTotals = family.filter((row) => of(row).total === 'few');
  return [
    ...(fewTotals.length > 0 ? [hide(fewTotals, { total: 'hidden' })] : []),
    ...withPeople.filter((row) => of(row).genders).map((row) => hide([row], { genders: false })),
    ...withPeople.filter((row) => of(row).total === 'shown').map((row) => hide([row], { genders: false, total: 'hidden' })),
  ];
}

const hide =
  (rows: readonly number[], what: Partial<Shown>): Step =>
  (state) =>
    state.map((shown, row) => (rows.includes(row) ? { ...shown, ...what } : shown));

/** What is shown after some steps. Beside a hidden total, a row that adds up with it does not say that it is small: that would tell the more of both. */
function after(state: Shown[], steps: readonly Step[]): Shown[] {
  const stepped = steps.reduce((before, step) => step(before), state);
  return stepped.map((shown, row) => {
    const among = familyOf(row).some((one) => (stepped[one] as Shown).total === 'hidden');
    return shown.total === 'few' && among ? { ...shown, total: 'hidden' } : shown;
  });
}

/** Takes back, the last first, every step that later ones have made needless. */
function withoutNeedless(values: readonly number[], own: Shown[], taken: readonly Step[]): Shown[] {
  let needed = taken;
  for (const step of taken.toReversed()) {
    const fewer = needed.filter((one) => one !== step);
    if (exposed(values, after(own, fewer)) === undefined) needed = fewer;
  }
  return after(own, needed);
}

const totalOf = (values: readonly number[], row: number) => values[figureAt(row, 'total')] as number;
