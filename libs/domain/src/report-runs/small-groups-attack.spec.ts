import { describe, expect, it } from '@jest/globals';
import { ageBands, stages } from '@stegvis/contracts/enrolments/codes';
import { reportColumns } from '@stegvis/contracts/report-runs/codes';
import type { ReportCell } from '@stegvis/contracts/report-runs/report-run';
import type { PublishedRow } from '@stegvis/contracts/submissions/submission';
import { workedOut } from './attacker/testing.js';
import { placesOfReport } from './report-places.js';
import { hideSmallGroups } from './small-groups.js';

const long = process.env.TEST_LONG === '1';
const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));
const reports = long ? 5_000 : 200;
type Cell = Pick<ReportCell, 'section' | 'row' | 'column' | 'value'>;

/** Numbers from 0 to 1 that a seed gives again (mulberry32). */
function randomFrom(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The report of people drawn by chance: few or many, alike or not. */
function randomReport(random: () => number): Cell[] {
  const size = [3, 8, 20, 60, 300, 2_000][Math.floor(random() * 6)] as number;
  const people = Math.floor(random() * size);
  const [menShare, otherShare, leaving, entering, oneAge, stageShare] = [
    random(),
    random() < 0.5 ? 0 : random() * 0.1,
    random(),
    random(),
    random(),
    random(),
  ];
  const counts = new Map<string, number>();
  const count = (section: string, row: string, gender: string) => {
    for (const column of [gender, 'total']) counts.set(`${section}/${row}/${column}`, (counts.get(`${section}/${row}/${column}`) ?? 0) + 1);
  };
  for (let n = 0; n < people; n++) {
    const gender = random() < otherShare ? 'non-binary' : random() < menShare ? 'man' : 'woman';
    const age = random() < oneAge ? '30-54' : (ageBands[Math.floor(random() * ageBands.length)] as string);
    const among = (row: string) => {
      count('participants', row, gender);
      count(`${row}-by-age`, age, gender);
    };
    among('active');
    if (random() < entering) among('entered');
    const goes = random() < leaving;
    if (goes) {
      among('left');
      for (const result of ['employed', 'in-education', 'job-seeking', 'qualification', 'facts-missing'])
        if (random() < 0.3) count('results-at-exit', result, gender);
    }
    // Who leaves on the period's last day goes on at that day.
    if (goes && random() < 0.9) continue;
    const open = stages.filter(() => random() < stageShare / 2);
    for (const stage of open.length > 0 ? open : ['none']) count('active-by-stage', stage, gender);
  }
  return placesOfReport().flatMap(({ section, row }) =>
    reportColumns.map((column) => ({ section, row, column, value: counts.get(`${section}/${row}/${column}`) ?? 0 })),
  );
}

const isSmall = (value: number) => value >= 1 && value <= 4;
const shownIn = (row: PublishedRow) => [row.woman, row.man, row.nonBinary, row.total];

/** What would be published if each row looked at itself only. */
function eachRowByItself(cells: readonly Cell[]): PublishedRow[] {
  return placesOfReport().map(({ section, row }) => {
    const [woman, man, nonBinary, total] = reportColumns.map(
      (column) => cells.find((cell) => cell.section === section && cell.row === row && cell.column === column)?.value as number,
    ) as [number, number, number, number];
    const small = [woman, man, nonBinary].some(isSmall);
    const gender = (value: number) => (small ? null : String(value));
    return { section, row, woman: gender(woman), man: gender(man), nonBinary: gender(nonBinary), total: isSmall(total) ? '<5' : String(total) };
  });
}

describe('who reads a published report', () => {
  it('does not see a figure from 1 to 4, and cannot work one out', async () => {
    console.log(`TEST_SEED=${seed}`);
    const random = randomFrom(seed);
    const sums = { figures: 0, small: 0, hidden: 0, hiddenByThemselves: 0 };
    for (let n = 0; n < reports; n++) {
      const cells = randomReport(random);
      const rows = hideSmallGroups(cells);
      for (const text of rows.flatMap(shownIn)) expect(text === null || text === '<5' || !isSmall(Number(text))).toBe(true);
      expect({ report: n, workedOut: await workedOut(cells, rows) }).toEqual({ report: n, workedOut: [] });
      sums.figures += cells.length;
      sums.small += cells.filter(({ value }) => isSmall(value)).length;
      sums.hidden += rows.flatMap(shownIn).filter((text) => text === null).length;
      sums.hiddenByThemselves += eachRowByItself(cells)
        .flatMap(shownIn)
        .filter((text) => text === null).length;
    }
    console.log(
      `${reports} reports: of ${sums.figures} figures ${sums.small} are from 1 to 4; ${sums.hidden} are not shown, ${sums.hiddenByThemselves} of them since their own row has one`,
    );
  });

  it('could work out some if each row looked at itself only: the attacker knows how', async () => {
    const random = randomFrom(seed);
    let found: string[] = [];
    for (let n = 0; n < 500 && found.length === 0; n++) {
      const cells = randomReport(random);
      found = await workedOut(cells, eachRowByItself(cells));
    }
    expect(found).not.toEqual([]);
  });

  it('sees every figure when none is from 1 to 4', () => {
    const random = randomFrom(seed);
    for (let n = 0; n < reports; n++) {
      const cells = randomReport(random).map((cell) => ({ ...cell, value: cell.value * 5 }));
      expect(hideSmallGroups(cells).flatMap(shownIn)).toEqual(cells.map(({ value }) => String(value)));
    }
  });
});
