import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkDigitOf, readIdentityNumber } from './identity-number.js';

const today = '2026-11-22';
const read = (text: string, on = today) => readIdentityNumber(text, on);

/** Numbers of Skatteverket's test series and of its publications. */
const valid = [
  ['19640823-3234', '196408233234', 'personnummer', '1964-08-23', 'man'],
  ['640823-3234', '196408233234', 'personnummer', '1964-08-23', 'man'],
  ['196408233234', '196408233234', 'personnummer', '1964-08-23', 'man'],
  ['199107172380', '199107172380', 'personnummer', '1991-07-17', 'woman'],
  ['19701063-2391', '197010632391', 'samordningsnummer', '1970-10-03', 'man'],
  ['701063-2391', '197010632391', 'samordningsnummer', '1970-10-03', 'man'],
  ['191500722390', '191500722390', 'samordningsnummer', null, 'man'],
  ['192001602396', '192001602396', 'samordningsnummer', null, 'man'],
  ['192004912388', '192004912388', 'samordningsnummer', null, 'woman'],
  ['121212+1212', '191212121212', 'personnummer', '1912-12-12', 'man'],
] as const;

const invalid = [
  ['640823-3235', 'wrong-check-digit'],
  ['20640823-3234', 'future-date'],
  ['000000-0000', 'not-an-identity-number'],
  ['', 'not-an-identity-number'],
  ['640823 - 32345', 'not-an-identity-number'],
  ['T40823-3234', 'not-an-identity-number'],
  ['64０823-3234', 'not-an-identity-number'],
] as const;

describe('reading an identity number', () => {
  it.each(valid)('%s is %s', (text, number, kind, dateOfBirth, genderHint) => {
    expect(read(text)).toEqual({ number, kind, dateOfBirth, genderHint });
  });

  it.each(invalid)('%s is refused: %s', (text, reason) => {
    expect(read(text)).toEqual({ reason });
  });

  it('takes spaces where people write them', () => {
    expect(read(' 19640823 3234 ')).toMatchObject({ number: '196408233234' });
  });

  it('refuses every personnummer of 30 February', () => {
    for (let serial = 1; serial <= 999; serial++) {
      const nine = `900230${String(serial).padStart(3, '0')}`;
      expect(read(`19${nine}${checkDigitOf(nine)}`)).toEqual({ reason: 'impossible-date' });
    }
  });

  it('refuses a thirteenth month and a ninety-second day', () => {
    for (const nine of ['901361238', '900192238']) expect(read(`19${nine}${checkDigitOf(nine)}`)).toEqual({ reason: 'impossible-date' });
  });

  it('counts two-digit years back from today', () => {
    const withSign = (nine: string, sign: string) => `${nine.slice(0, 6)}${sign}${nine.slice(6)}${checkDigitOf(nine)}`;
    expect(read(withSign('261122238', '-'))).toMatchObject({ dateOfBirth: '2026-11-22' });
    expect(read(withSign('261123238', '-'))).toEqual({ reason: 'future-date' });
    expect(read(withSign('270101238', '-'))).toMatchObject({ dateOfBirth: '1927-01-01' });
    expect(read(withSign('261123238', '+'))).toMatchObject({ dateOfBirth: '1926-11-23' });
    expect(read(withSign('991231238', '-'), '1999-12-31')).toMatchObject({ dateOfBirth: '1999-12-31' });
    expect(read(withSign('000101238', '-'), '2000-01-01')).toMatchObject({ dateOfBirth: '2000-01-01' });
  });
});

describe('any number that could have been given', () => {
  const born = fc
    .date({ min: new Date('1926-12-01'), max: new Date('2026-11-21'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const serials = fc.integer({ min: 1, max: 999 }).map((serial) => String(serial).padStart(3, '0'));
  const ten = (date: string, serial: string, raised: boolean) => {
    const day = Number(date.slice(8)) + (raised ? 60 : 0);
    const nine = date.slice(2, 4) + date.slice(5, 7) + String(day).padStart(2, '0') + serial;
    return nine + checkDigitOf(nine);
  };

  it('is read with its date, kind and hint, from ten digits as from twelve', () => {
    fc.assert(
      fc.property(born, serials, fc.boolean(), (date, serial, raised) => {
        const digits = ten(date, serial, raised);
        const long = read(date.slice(0, 2) + digits);
        expect(long).toEqual({
          kind: raised ? 'samordningsnummer' : 'personnummer',
          number: date.slice(0, 2) + digits,
          dateOfBirth: date,
          genderHint: Number(serial) % 2 === 0 ? 'woman' : 'man',
        });
        // From 1 January of the year in which the person turns 100, the sign is a plus.
        const sign = Number(date.slice(0, 4)) <= 1926 ? '+' : '-';
        expect(read(`${digits.slice(0, 6)}${sign}${digits.slice(6)}`)).toEqual(long);
      }),
    );
  });

  it('is refused with any one of its last ten digits changed', () => {
    fc.assert(
      fc.property(born, serials, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (date, serial, place, by) => {
        const digits = ten(date, serial, false);
        const changed = digits.slice(0, place) + ((Number(digits[place]) + by) % 10) + digits.slice(place + 1);
        expect(read(date.slice(0, 2) + changed)).toHaveProperty('reason');
      }),
    );
  });

  it('is read or refused, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+ \d]{0,14}$/)), (text) => ['reason', 'number'].some((key) => key in read(text))),
    );
  });
});
