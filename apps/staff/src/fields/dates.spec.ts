import { describe, expect, it } from '@jest/globals';
import { addDays, ageOn, daysBetween, lastQuarter, localDay, monthBefore, writeDate, writePeriod, writeRelative } from './dates';

describe('dates', () => {
  it('counts calendar days, over the change to summer time too', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('says how long ago as people do', () => {
    expect(writeRelative('sv', '2026-05-01', '2026-05-04')).toBe('för 3 dagar sedan');
    expect(writeRelative('en', '2026-05-03', '2026-05-04')).toBe('yesterday');
    expect(writeRelative('en', '2026-05-25', '2026-05-04')).toBe('in 3 weeks');
  });

  it('counts the days of where the reader is', () => {
    const justBeforeMidnight = new Date(2026, 4, 3, 23, 59).toISOString();
    const justAfter = new Date(2026, 4, 4, 0, 1).toISOString();
    expect(localDay(justBeforeMidnight)).toBe('2026-05-03');
    expect(writeRelative('sv', localDay(justBeforeMidnight), localDay(justAfter))).toBe('i går');
    expect(localDay('2026-05-03')).toBe('2026-05-03');
  });

  it('names a whole month by its name', () => {
    expect(writePeriod('sv', '2026-04-01', '2026-04-30')).toBe('april 2026');
    expect(writePeriod('en', '2026-04-01', '2026-05-31')).toBe(`${writeDate('en', '2026-04-01')} – ${writeDate('en', '2026-05-31')}`);
  });

  it('finds the month before, in January too', () => {
    expect(monthBefore('2026-01-15')).toEqual({ start: '2025-12-01', end: '2025-12-31' });
  });

  it('counts years of life by birthday', () => {
    expect(ageOn('2026-05-03', '1990-05-04')).toBe(35);
    expect(ageOn('2026-05-04', '1990-05-04')).toBe(36);
  });

  it('rounds down to the quarter of an hour', () => {
    expect(lastQuarter(new Date('2026-05-04T09:44:59Z')).toISOString()).toBe('2026-05-04T09:30:00.000Z');
  });
});
