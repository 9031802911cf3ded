import { describe, expect, it } from '@jest/globals';
import { hintsOf } from './identityHints';

const today = '2026-05-04';

describe('hintsOf', () => {
  it('reads date and gender from ten and from twelve digits', () => {
    expect(hintsOf('personnummer', '19900101-2389', today)).toEqual({ dateOfBirth: '1990-01-01', gender: 'woman' });
    expect(hintsOf('personnummer', '900101-2390', today)).toEqual({ dateOfBirth: '1990-01-01', gender: 'man' });
    expect(hintsOf('personnummer', '250101-2390', today).dateOfBirth).toBe('2025-01-01');
    expect(hintsOf('personnummer', '250101+2390', today).dateOfBirth).toBe('1925-01-01');
  });

  it('takes sixty from the day of a samordningsnummer', () => {
    expect(hintsOf('samordningsnummer', '199001612389', today).dateOfBirth).toBe('1990-01-01');
  });

  it('hints at no date where the day is not known', () => {
    expect(hintsOf('samordningsnummer', '199001602389', today)).toEqual({ gender: 'woman' });
  });

  it('says nothing about half a number or none', () => {
    expect(hintsOf('personnummer', '900101', today)).toEqual({});
    expect(hintsOf('none', '199001012389', today)).toEqual({});
    expect(hintsOf('personnummer', null, today)).toEqual({});
  });
});
