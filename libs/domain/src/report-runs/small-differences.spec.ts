import { describe, expect, it } from '@jest/globals';
import type { PublishedRow } from '@stegvis/contracts/submissions/submission';
import { smallDifferences } from './small-differences.js';

const row = (name: string, woman: string | null, man: string | null, nonBinary: string | null, total: string | null): PublishedRow => ({
  section: 'participants',
  row: name,
  woman,
  man,
  nonBinary,
  total,
});
const january = { periodStart: '2026-01-01', periodEnd: '2026-01-31', submittedAt: '2026-02-05T12:00:00.000Z' };

describe('the difference between two reports', () => {
  it.each([
    ['is nothing', row('active', '10', '8', '0', '18'), row('active', '10', '8', '0', '18'), false],
    ['is one person', row('active', '10', '8', '0', '18'), row('active', '11', '8', '0', '19'), true],
    ['is four, the other way round', row('active', '10', '8', '0', '18'), row('active', '6', '8', '0', '14'), true],
    ['is five', row('active', '10', '8', '0', '18'), row('active', '15', '8', '0', '23'), false],
    ['is one in one gender and nothing in the total', row('active', '10', '8', '0', '18'), row('active', '11', '7', '0', '18'), true],
    ['is of totals only', row('active', null, null, null, '18'), row('active', '8', '8', '0', '16'), true],
    ['cannot be taken from what is hidden', row('active', null, null, null, '<5'), row('active', null, null, null, null), false],
    ['cannot be taken from a small total', row('active', null, null, null, '<5'), row('active', '0', '0', '0', '0'), false],
    ['is of another row', row('active', '10', '8', '0', '18'), row('left', '11', '8', '0', '19'), false],
  ])('%s', (_case, now, before, small) => {
    expect(smallDifferences([now], [{ ...january, rows: [before] }])).toEqual(small ? [{ section: 'participants', row: 'active', ...january }] : []);
  });
});
