import { describe, expect, it } from '@jest/globals';
import { beat, showsNothing, untilTheBeat } from './beat.js';

describe('the beat at which what is not there is answered', () => {
  it.each([0, 1.4, beat - 2, beat, beat + 3, 5 * beat + 11])(
    'comes at a multiple of itself for a request that has been worked on for %d ms',
    async (elapsedTime) => {
      const since = performance.now();
      await untilTheBeat({ elapsedTime });
      const answeredAt = elapsedTime + performance.now() - since;
      // A timer may be up to a millisecond early by this clock, and late by whatever else the machine does.
      expect(answeredAt).toBeGreaterThan((Math.floor(elapsedTime / beat) + 1) * beat - 1.5);
    },
  );

  it('is for empty pages and empty findings alone', () => {
    expect(
      [
        { rows: [], total: 0 },
        { people: [], meetings: [] },
      ].map(showsNothing),
    ).toEqual([true, true]);
    expect(
      [{ rows: [{}], total: 1 }, { people: [], meetings: [{}] }, { id: 'a', rows: 3 }, {}, undefined, null, 'text'].map(showsNothing),
    ).not.toContain(true);
  });
});
