import { isLocalDate } from '../fields/time.js';
import { nameForm } from './name-form.js';

/** The fewest characters that are searched for: one letter is nearly everybody. */
export const shortestSearch = 2;
/** The most of each kind that an answer holds. */
export const mostFound = 8;

/** What a person typed into the search box, read. */
export interface SearchReading {
  /**
   * An identity number, or so much of one that it is no date. Such numbers are looked up by their own dialog and never searched
   * for here; the rest of the reading is empty.
   */
  number: string | null;
  /** Words of a name, in name form. */
  words: string[];
  /** Dates of birth that a date may mean: six digits leave the century open. */
  bornOn: string[];
  /** A day of meetings: a date, or days from today. */
  day: string | number | null;
}

/** The days that have names, as days from today. */
const namedDays: Readonly<Record<string, number>> = {
  idag: 0,
  'i dag': 0,
  today: 0,
  igår: -1,
  'i går': -1,
  yesterday: -1,
  imorgon: 1,
  'i morgon': 1,
  tomorrow: 1,
};
const namedDay = new RegExp(`(?<=^|\\s)(${Object.keys(namedDays).join('|')})(?=$|\\s)`, 'i');
/** A date that stands alone: what goes on with a sign or digits is an identity number. */
const date = /(?<![\d-])(\d{4}-\d{2}-\d{2}|\d{8}|\d{6})(?!\s?[-+]?\s?\d|[-+])/;
const number = /\d{4}-\d{2}-\d{2}\s?[-+]?\s?\d[\d\s]*|\d{6}[\d\s+-]*/;

/** Reads what was typed: a number, or words of a name with a day or a date of birth among them. */
export function readSearch(text: string): SearchReading {
  const typed = text.normalize('NFC').trim();
  const { bornOn, day } = datesIn(typed);
  const rest = bornOn.length > 0 ? typed.replace(date, '') : typed;
  const found = number.exec(rest)?.[0].trim();
  if (found !== undefined) return { number: found, words: [], bornOn: [], day: null };
  const named = namedDay.exec(rest)?.[0].toLowerCase();
  const words = nameForm(rest.replace(namedDay, '')).split(' ');
  return { number: null, words: words.filter((word) => word !== ''), bornOn, day: named === undefined ? day : (namedDays[named] ?? null) };
}

/** `1988-03-12` and `19880312` are a day, of birth or of a meeting; `880312` is a date of birth in either century. */
function datesIn(text: string): Pick<SearchReading, 'bornOn' | 'day'> {
  const compact = (date.exec(text)?.[0] ?? '').replaceAll('-', '');
  const centuries = compact.length === 6 ? ['19', '20'] : [''];
  const bornOn = centuries
    .map((century) => century + compact)
    .map((digits) => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)
    .filter(isLocalDate);
  return { bornOn, day: compact.length === 8 ? (bornOn[0] ?? null) : null };
}
