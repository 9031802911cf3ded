import { addDays, today } from '../fields/dates';

/** The first and the last day of the month that begins on a day. */
export function monthOf(first: string): [start: string, end: string] {
  return [first, addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)];
}

/** The first days of this month and of those before it, the last whole month first, this one at the end. */
export function monthsToReview(from: string = today()): string[] {
  const thisMonth = `${from.slice(0, 7)}-01`;
  const before: string[] = [];
  for (let month = thisMonth; before.length < 11; ) {
    month = `${addDays(month, -1).slice(0, 7)}-01`;
    before.push(month);
  }
  return [...before, thisMonth];
}
