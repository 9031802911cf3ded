import { describe, expect, it } from '@jest/globals';
import { networkOf, patience, waitAfter } from './waits.js';

describe('the wait after failures to sign in', () => {
  it('is none at first, doubles, and never passes a quarter of an hour', () => {
    const waits = [0, 9, 10, 11, 12, 15, 40, 100_000].map((failures) => waitAfter(failures, patience.account));
    expect(waits).toEqual([0, 0, 30, 60, 120, 900, 900, 900]);
  });

  it('comes later, and is shorter, for an address behind which many may sit', () => {
    expect([59, 60, 61, 1_000].map((failures) => waitAfter(failures, patience.address))).toEqual([0, 10, 20, 300]);
  });
});

describe('whoever tries', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:0:7:1:2:3:4', '2001:db8:0:7::'],
    ['2001:0db8::7', '2001:db8:0:0::'],
    ['::1', '0:0:0:0::'],
    ['unknown', 'unknown'],
  ])('%s is counted as %s', (address, counted) => expect(networkOf(address)).toBe(counted));
});
