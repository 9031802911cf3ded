import { describe, expect, it } from '@jest/globals';
import { mannWhitney } from './existence.mjs';

describe('the chance that two samples differ as much by chance', () => {
  it('is large for the same values, and for values of two samples in turn', () => {
    expect(mannWhitney([1, 2, 3, 4], [1, 2, 3, 4])).toBeCloseTo(1, 6);
    expect(mannWhitney([1, 3, 5, 7], [2, 4, 6, 8])).toBeGreaterThan(0.5);
  });

  it('is small for samples that lie apart, whichever is the larger', () => {
    const low = Array.from({ length: 50 }, (_one, at) => at);
    const high = low.map((value) => value + 40);
    expect([mannWhitney(low, high), mannWhitney(high, low)].map((p) => p < 1e-6)).toEqual([true, true]);
  });

  it('is as worked out by hand: of 1 2 3 against 4 5 6, U is 0, z is -1.964', () => {
    expect(mannWhitney([1, 2, 3], [4, 5, 6])).toBeCloseTo(0.0495, 3);
  });
});
