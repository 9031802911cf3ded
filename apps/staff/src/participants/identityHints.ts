import type { Gender, IdentityKind } from '@stegvis/contracts/participants/codes';

/** What an identity number hints at; never more than a hint, since numbers and people's gender may differ. */
export interface Hints {
  dateOfBirth?: string;
  gender?: Gender;
}

/** A person cannot be born after today, so ten digits mean the latest century that has been; a plus sign means over a hundred. */
function yearOf(digits: string, plus: boolean, today: string): number {
  if (digits.length === 12) return Number(digits.slice(0, 4));
  const short = Number(digits.slice(0, 2));
  const thisYear = Number(today.slice(0, 4));
  const century = Math.floor(thisYear / 100) * 100;
  const year = century + short > thisYear ? century - 100 + short : century + short;
  return plus ? year - 100 : year;
}

export function hintsOf(kind: IdentityKind | undefined, typed: string | null | undefined, today: string): Hints {
  const digits = (typed ?? '').replaceAll(/\D/g, '');
  if ((kind !== 'personnummer' && kind !== 'samordningsnummer') || (digits.length !== 10 && digits.length !== 12)) return {};
  const tail = digits.slice(-8);
  const day = Number(tail.slice(2, 4)) - (kind === 'samordningsnummer' ? 60 : 0);
  const date = `${yearOf(digits, typed?.includes('+') ?? false, today)}-${tail.slice(0, 2)}-${String(day).padStart(2, '0')}`;
  const gender: Gender = Number(tail.slice(6, 7)) % 2 === 0 ? 'woman' : 'man';
  return { gender, ...(exists(date) && { dateOfBirth: date }) };
}

function exists(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
