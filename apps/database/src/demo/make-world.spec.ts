import { describe, expect, it } from '@jest/globals';
import { Chance } from './chance.js';
import { daysBetween, plusDays, plusMonths, plusYears, weekday, workday } from './days.js';
import { movedPeriod } from './places.js';
import { fortsattSamverkan, smot } from './projects.js';
import { testNumber } from './test-numbers.js';
import { aWorld } from './testing.js';
import type { Row } from './world.js';
import { faultsIn, plantedInMemory } from './world-faults.js';

describe('the demo world, on whatever day and by whatever seed it is made', () => {
  // Days on which the projects have just been moved, or are about to be; ends of months and years; weekends; a leap day.
  const days = ['2026-11-22', '2026-12-24', '2026-12-25', '2027-07-01', '2027-01-01', '2028-02-29', '2030-03-31', '2031-05-05'];
  it.each(days.map((today, place): [string, string] => [today, place % 2 === 0 ? 'stegvis' : `seed ${place}`]))('%s, %s', (today, seed) => {
    expect(faultsIn(aWorld(today, seed))).toEqual([]);
  });

  it('finds what is wrong in it', () => {
    const world = aWorld('2026-11-22');
    for (const [, spoil] of plantedInMemory) spoil(world);
    const faults = faultsIn(world);
    for (const [what] of plantedInMemory) expect(faults).toContainEqual(expect.stringContaining(what));
  });

  it('is the same for the same seed and day, and another for another seed', () => {
    const told = (seed?: string) =>
      JSON.stringify(
        aWorld('2026-11-22', seed).acts.map(({ at, by, changes }) => [at, by, changes.map(({ table, row }) => [table, withoutNumber(row)])]),
      );
    expect(told()).toEqual(told());
    expect(told('another')).not.toEqual(told());
  });
});

/** A number is never encrypted the same way twice. */
const withoutNumber = ({ identity_number_encrypted: _encrypted, ...row }: Row) => row;

describe('the period of a project', () => {
  it('is moved by the fewest whole years that leave six months', () => {
    expect(movedPeriod(smot, '2026-11-22')).toEqual({ startDate: '2024-09-02', endDate: '2027-06-24', realPeriod: '2019-09-02 – 2022-06-24' });
    expect(movedPeriod(smot, '2026-12-24')).toMatchObject({ endDate: '2027-06-24' });
    expect(movedPeriod(smot, '2026-12-25')).toMatchObject({ endDate: '2028-06-24' });
    expect(movedPeriod(fortsattSamverkan, '2026-11-22')).toMatchObject({ startDate: '2025-08-01', endDate: '2027-12-31' });
  });

  it('stays as it is while six months are left', () => {
    expect(movedPeriod(smot, '2021-12-24')).toEqual({ startDate: '2019-09-02', endDate: '2022-06-24', realPeriod: null });
  });
});

describe('days', () => {
  it('are counted over months, years and the hour that is skipped in March', () => {
    expect(plusDays('2027-03-27', 2)).toBe('2027-03-29');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(plusMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(plusMonths('2026-12-24', 6)).toBe('2027-06-24');
    expect(plusYears('2028-02-29', 1)).toBe('2029-02-28');
    expect([weekday('2026-11-22'), workday('2026-11-22'), workday('2026-11-20')]).toEqual([7, '2026-11-23', '2026-11-20']);
  });
});

describe('chance', () => {
  it('falls within its bounds, and ids are never the same', () => {
    const chance = new Chance('bounds');
    const drawn = Array.from({ length: 2000 }, () => chance.whole(3, 5));
    expect(new Set(drawn)).toEqual(new Set([3, 4, 5]));
    const ids = Array.from({ length: 20000 }, () => chance.uuid());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(Array.from({ length: 500 }, () => chance.weighted({ often: 9, seldom: 1 })))).toEqual(new Set(['often', 'seldom']));
  });
});

describe('test numbers', () => {
  it('follow the rule of the series, and outside it there are none', () => {
    expect(testNumber('1991-07-17', 'woman')).toBe('199107172380');
    expect(() => testNumber('1975-12-31', 'man')).toThrow('no rule');
  });
});
