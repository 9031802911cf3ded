const tags: Record<string, string> = { sv: 'sv-SE', en: 'en-GB' };
const tag = (locale: string) => tags[locale] ?? 'sv-SE';
const dayLength = 86_400_000;

type DateFormat = Intl.DateTimeFormatOptions;
const written = new Map<string, Intl.DateTimeFormat>();

/** One formatter for each way of writing: making one takes longer than using it a hundred times. */
function writer(locale: string, format: DateFormat): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(format)}`;
  const known = written.get(key) ?? new Intl.DateTimeFormat(tag(locale), format);
  written.set(key, known);
  return known;
}

const relativeWritten = new Map<string, Intl.RelativeTimeFormat>();

function relativeWriter(locale: string): Intl.RelativeTimeFormat {
  const known = relativeWritten.get(locale) ?? new Intl.RelativeTimeFormat(tag(locale), { numeric: 'auto' });
  relativeWritten.set(locale, known);
  return known;
}

const noon = (date: string) => new Date(`${date}T12:00:00Z`);

/** `2026-05-03` as a person writes it. */
export const writeDate = (locale: string, date: string) =>
  writer(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(noon(date));

/** The year goes without saying when it is this one. */
const yearUnless = (date: string): 'numeric' | undefined => (date.slice(0, 4) === today().slice(0, 4) ? undefined : 'numeric');

export const writeShortDate = (locale: string, date: string) =>
  writer(locale, { day: 'numeric', month: 'short', year: yearUnless(date), timeZone: 'UTC' }).format(noon(date));

/** With the weekday and without the year, for days near today. */
export const writeDay = (locale: string, date: string) =>
  writer(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(noon(date));

/** A month such as "april 2026" when the period is exactly one, else both its ends. */
export function writePeriod(locale: string, start: string, end: string): string {
  const wholeMonth = start.endsWith('-01') && addDays(end, 1).endsWith('-01') && start.slice(0, 7) === end.slice(0, 7);
  if (wholeMonth) return writer(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(start));
  return `${writeDate(locale, start)} – ${writeDate(locale, end)}`;
}

export const writeInstant = (locale: string, instant: string) =>
  writer(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: yearUnless(instant),
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));

export const writeTime = (locale: string, instant: string) => writer(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));

const numberWritten = new Map<string, Intl.NumberFormat>();

export function writeNumber(locale: string, value: number): string {
  const known = numberWritten.get(locale) ?? new Intl.NumberFormat(tag(locale));
  numberWritten.set(locale, known);
  return known.format(value);
}

const two = (value: number) => String(value).padStart(2, '0');

/** The calendar day of a moment, where the reader is. */
export const dayOf = (moment: Date) => `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;

/** The day of a date or a moment, where the reader is. */
export const localDay = (value: string) => (value.includes('T') ? dayOf(new Date(value)) : value);

export const today = () => dayOf(new Date());

export const addDays = (date: string, days: number) => new Date(noon(date).getTime() + days * dayLength).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string) => Math.round((noon(to).getTime() - noon(from).getTime()) / dayLength);

/** "for 3 days", "in 2 weeks", "yesterday": as precise as a person would say it. */
export function writeRelative(locale: string, date: string, from: string): string {
  const days = daysBetween(from, date);
  const words = relativeWriter(locale);
  const size = Math.abs(days);
  if (size < 14) return words.format(days, 'day');
  if (size < 60) return words.format(Math.trunc(days / 7), 'week');
  if (size < 730) return words.format(Math.trunc(days / 30.44), 'month');
  return words.format(Math.trunc(days / 365.25), 'year');
}

export function ageOn(date: string, born: string): number {
  const hadBirthday = date.slice(5) >= born.slice(5);
  return Number(date.slice(0, 4)) - Number(born.slice(0, 4)) - (hadBirthday ? 0 : 1);
}

/** First and last day of the month before the one that a date is in. */
export function monthBefore(date: string): { start: string; end: string } {
  const end = addDays(`${date.slice(0, 7)}-01`, -1);
  return { start: `${end.slice(0, 7)}-01`, end };
}

/** The quarter of an hour that has begun most recently. */
export function lastQuarter(now: Date): Date {
  const quarter = 15 * 60_000;
  return new Date(Math.floor(now.getTime() / quarter) * quarter);
}
