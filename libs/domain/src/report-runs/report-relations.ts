import { ageBands, stages } from '@stegvis/contracts/enrolments/codes';
import { exitResults, type ReportSection, reportColumns } from '@stegvis/contracts/report-runs/codes';
import { figureAt, placesOfReport, rowAt } from './report-places.js';

/** What the figures of every report have in common: the sum of some is the sum of others, or at most that. */
export interface Relation {
  figures: readonly number[];
  others: readonly number[];
  equal: boolean;
}

/** Rows that add up: the row of the section "participants", and below it the section by age. */
export const families: readonly { parent: number; bands: readonly number[] }[] = (
  [
    ['entered', 'entered-by-age'],
    ['active', 'active-by-age'],
    ['left', 'left-by-age'],
  ] as const satisfies readonly (readonly [string, ReportSection])[]
).map(([row, section]) => ({ parent: rowAt('participants', row), bands: ageBands.map((band) => rowAt(section, band)) }));

const genders = reportColumns.filter((column) => column !== 'total');
const [entered, active, left] = families as [(typeof families)[number], (typeof families)[number], (typeof families)[number]];

/**
 * All that follows from how the report counts (figures.sql), and that anybody who reads it knows:
 *   women, men and non-binary people make up the total of a row, and the ages make up the row above them;
 *   who entered or left in the period took part in it, also of each age;
 *   a stage, and with it those without any, is about people who took part; a result about people who left;
 *   who took part goes on at the last day, in a stage or without any, or has left.
 * What holds for each gender holds for the total, too, and is not said again.
 */
export const relations: readonly Relation[] = [
  ...placesOfReport().map((_place, row) =>
    equal(
      genders.map((gender) => figureAt(row, gender)),
      [figureAt(row, 'total')],
    ),
  ),
  ...families.flatMap(({ parent, bands }) =>
    reportColumns.map((column) =>
      equal(
        bands.map((band) => figureAt(band, column)),
        [figureAt(parent, column)],
      ),
    ),
  ),
  ...genders.flatMap((gender) => {
    const at = (row: number) => figureAt(row, gender);
    const stage = (name: string) => at(rowAt('active-by-stage', name));
    const [tookPart, gone] = [at(active.parent), at(left.parent)];
    return [
      ...[entered, left].flatMap((family) => [
        atMost([at(family.parent)], [tookPart]),
        ...family.bands.map((band, age) => atMost([at(band)], [at(active.bands[age] as number)])),
      ]),
      ...stages.map((name) => atMost([stage('none'), stage(name)], [tookPart])),
      atMost([tookPart], [gone, stage('none'), ...stages.map(stage)]),
      ...exitResults.map((result) => atMost([at(rowAt('results-at-exit', result))], [gone])),
    ];
  }),
];

function equal(figures: number[], others: number[]): Relation {
  return { figures, others, equal: true };
}

function atMost(figures: number[], others: number[]): Relation {
  return { figures, others, equal: false };
}
