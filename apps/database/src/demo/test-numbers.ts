import { checkDigitOf } from '@stegvis/domain/participants';
import type { Chance } from './chance.js';
import { type Day, earlier, later } from './days.js';

/** The Tax Agency's test series has every birth date between these, with the serial number 238 (women) or 239 (men). */
export const series = { from: '1976-01-01', to: '2013-12-31' } as const;

/** A personnummer of the test series, which is never given to anybody. */
export function testNumber(dateOfBirth: Day, hint: 'woman' | 'man'): string {
  if (dateOfBirth < series.from || dateOfBirth > series.to) throw new Error(`There is no rule for test numbers of ${dateOfBirth}`);
  const nine = `${dateOfBirth.slice(2).replaceAll('-', '')}${hint === 'woman' ? '238' : '239'}`;
  return `${dateOfBirth.slice(0, 2)}${nine}${checkDigitOf(nine)}`;
}

/**
 * Samordningsnummer from the Tax Agency's list of test numbers. It has no rule, so that these are taken from the list as
 * they stand; two of them do not say the month of birth.
 */
export const testCoordinationNumbers: readonly string[] = [
  '199304772388',
  '199304872386',
  '199305792385',
  '199309802396',
  '199311662390',
  '199311692389',
  '199403702393',
  '199403892384',
  '199404702392',
  '199405812380',
  '199406722398',
  '199407642397',
  '199407712380',
  '199507692383',
  '199508652386',
  '199603782393',
  '199600692389',
  '199700882393',
];

/** A test number outside the rule's years that is known to be on the list: a man born on 23 August 1964. */
export const olderTestNumber = '196408233234';

/** A date of birth within the series for somebody of an age in years. */
export function bornInSeries(chance: Chance, today: Day, ages: { from: number; to: number }): Day {
  const year = Number(today.slice(0, 4)) - chance.whole(ages.from, ages.to) - 1;
  const born = `${year}-${String(chance.whole(1, 12)).padStart(2, '0')}-${String(chance.whole(1, 28)).padStart(2, '0')}`;
  return later(series.from, earlier(born, series.to));
}
