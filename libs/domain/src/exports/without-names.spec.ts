import { describe, expect, it } from '@jest/globals';
import { withoutNames } from './without-names.js';

describe('a purpose in the access log', () => {
  it('is kept as it was written, without the names of people in the file', () => {
    const names = ['Åsa-Britt Öberg', 'Ali Ek'];
    expect(withoutNames('Styrgruppen vill se åsas och ÖBERGS ärenden, inte Björks', names)).toBe('Styrgruppen vill se … och … ärenden, inte Björks');
    expect(withoutNames('Uppföljning av väntetider inför nämnden', names)).toBe('Uppföljning av väntetider inför nämnden');
    // A part of a word is no name.
    expect(withoutNames('Ekonomi för alla', names)).toBe('Ekonomi för alla');
  });
});
