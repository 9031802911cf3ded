import { describe, expect, it } from '@jest/globals';
import { monthOf, monthsToReview } from './months';

describe('the months of reviews', () => {
  it('end with their last day', () => {
    expect(monthOf('2026-02-01')).toEqual(['2026-02-01', '2026-02-28']);
    expect(monthOf('2026-12-01')).toEqual(['2026-12-01', '2026-12-31']);
  });

  it('are those of a year, the last whole one first and the one that goes on at the end', () => {
    const months = monthsToReview('2026-03-31');
    expect(months[0]).toBe('2026-02-01');
    expect(months.at(-2)).toBe('2025-04-01');
    expect(months.at(-1)).toBe('2026-03-01');
    expect(new Set(months).size).toBe(12);
  });
});
