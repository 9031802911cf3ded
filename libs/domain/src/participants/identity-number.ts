import type { IdentityKind } from '@stegvis/contracts/participants/codes';

/** A personnummer or samordningsnummer that may exist. */
export interface IdentityNumber {
  kind: Exclude<IdentityKind, 'none'>;
  /** Twelve digits, with the century and without a sign: how it is stored, encrypted and searched for. */
  number: string;
  /** Null when the number does not say it: a samordningsnummer may lack month or day, or name a day that never was. */
  dateOfBirth: string | null;
  /** What the number hints at. It decides nothing: gender is asked for. */
  genderHint: 'woman' | 'man';
}

/** Why a text is no identity number. */
export interface InvalidIdentityNumber {
  reason: 'not-an-identity-number' | 'wrong-check-digit' | 'impossible-date' | 'future-date';
}

const shape = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{3})(\d)$/;
/** What the day of birth is raised by in a samordningsnummer. */
const samordning = 60;

/**
 * Reads a Swedish identity number, with ten or twelve digits, with or without a sign. A samordningsnummer is read
 * tolerantly, since one in twelve that are issued has no month, no day or an impossible one. `today` is the local day,
 * `YYYY-MM-DD`: two-digit years are counted back from it, and nobody is born after it.
 */
export function readIdentityNumber(text: string, today: string): IdentityNumber | InvalidIdentityNumber {
  const [, century, yy = '', month = '', day = '', sign, serial = '', last] = shape.exec(text.replaceAll(/\s/g, '')) ?? [];
  if (last === undefined || serial === '000') return { reason: 'not-an-identity-number' };
  if (checkDigitOf(yy + month + day + serial) !== last) return { reason: 'wrong-check-digit' };
  const year = century ? century + yy : yearOf(yy, sign === '+', Number(today.slice(0, 4)));
  const coordinated = Number(day) >= samordning;
  const bornOn = `${year}-${month}-${coordinated ? String(Number(day) - samordning).padStart(2, '0') : day}`;
  const exists = isDate(bornOn);
  if (Number(year) < 1800 || Number(month) > 12 || (coordinated ? Number(day) > samordning + 31 : !exists)) return { reason: 'impossible-date' };
  if (bornOn > today) return { reason: 'future-date' };
  return {
    kind: coordinated ? 'samordningsnummer' : 'personnummer',
    number: year + month + day + serial + last,
    dateOfBirth: exists ? bornOn : null,
    genderHint: Number(serial) % 2 === 0 ? 'woman' : 'man',
  };
}

/** The tenth digit, which the nine before it decide (Luhn, modulus 10). */
export function checkDigitOf(nine: string): string {
  const sum = [...nine].reduce((total, digit, place) => {
    const weighed = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** The latest year that is not ahead; the sign becomes + on 1 January of the year in which a person turns 100. */
function yearOf(yy: string, plus: boolean, thisYear: number): string {
  const latest = thisYear - ((((thisYear - Number(yy)) % 100) + 100) % 100);
  return String(plus ? latest - 100 : latest);
}

function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
