import { useLocale } from 'react-admin';
import { today, writeDate, writeDay, writeInstant, writeNumber, writePeriod, writeRelative, writeShortDate, writeTime } from './dates';

/** Dates and numbers as they are written in the reader's language. */
export function useDates() {
  const locale = useLocale() ?? 'sv';
  return {
    date: (value: string) => writeDate(locale, value),
    shortDate: (value: string) => writeShortDate(locale, value),
    day: (value: string) => writeDay(locale, value),
    instant: (value: string) => writeInstant(locale, value),
    time: (value: string) => writeTime(locale, value),
    period: (start: string, end: string) => writePeriod(locale, start, end),
    relative: (value: string, from: string = today()) => writeRelative(locale, value, from),
    number: (value: number) => writeNumber(locale, value),
  };
}
