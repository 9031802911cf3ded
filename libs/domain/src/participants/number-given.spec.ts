import { describe, expect, it } from '@jest/globals';
import { numberGiven } from './number-given.js';

const today = '2026-11-22';
const woman = '199107172380';
const at = (input: string, code: string) => expect.objectContaining({ detail: { errors: { [input]: { code } } } });

describe('what is filled in about an identity number', () => {
  it('is a number, of the kind that it is', () => {
    expect(numberGiven({ identityKind: 'personnummer', identityNumber: '910717-2380' }, null, today)).toMatchObject({
      number: woman,
      kind: 'personnummer',
    });
    expect(numberGiven({ identityNumber: woman }, 'none', today)).toMatchObject({ kind: 'personnummer' });
    // The whole record comes back with the kind that is registered; the new number may be of another.
    expect(numberGiven({ identityKind: 'samordningsnummer', identityNumber: woman }, 'samordningsnummer', today)).toMatchObject({
      kind: 'personnummer',
    });
  });

  it('is none, or what it was', () => {
    expect(numberGiven({ identityKind: 'none' }, null, today)).toBe('none');
    expect(numberGiven({}, null, today)).toBe('none');
    expect(numberGiven({ identityKind: 'none' }, 'personnummer', today)).toBe('none');
    expect(numberGiven({ identityKind: 'none' }, 'none', today)).toBe('as-before');
    expect(numberGiven({ identityKind: 'personnummer' }, 'personnummer', today)).toBe('as-before');
    expect(numberGiven({}, 'personnummer', today)).toBe('as-before');
  });

  it('is refused at the field that is wrong', () => {
    expect(() => numberGiven({ identityKind: 'personnummer' }, null, today)).toThrow(at('identityNumber', 'required'));
    expect(() => numberGiven({ identityKind: 'personnummer' }, 'none', today)).toThrow(at('identityNumber', 'required'));
    expect(() => numberGiven({ identityKind: 'none', identityNumber: woman }, null, today)).toThrow(at('identityNumber', 'number-not-expected'));
    expect(() => numberGiven({ identityKind: 'samordningsnummer', identityNumber: woman }, null, today)).toThrow(
      at('identityKind', 'other-kind-of-number'),
    );
    expect(() => numberGiven({ identityKind: 'personnummer', identityNumber: '640823-3235' }, null, today)).toThrow(
      at('identityNumber', 'wrong-check-digit'),
    );
  });
});
