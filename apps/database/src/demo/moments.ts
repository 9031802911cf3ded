import type { Chance } from './chance.js';
import { type Day, plusDays, weekday } from './days.js';
import type { Moment } from './world.js';

/** The day itself, or the Friday before a weekend. */
export function workdayBefore(day: Day): Day {
  let last = day;
  while (weekday(last) > 5) last = plusDays(last, -1);
  return last;
}

/** The working day so many working days later; the next one when the day is none itself. */
export function workdaysLater(day: Day, count: number): Day {
  let last = day;
  while (weekday(last) > 5) last = plusDays(last, 1);
  for (let left = count; left > 0; left--) {
    do last = plusDays(last, 1);
    while (weekday(last) > 5);
  }
  return last;
}

/** A time of day between two full hours, to the second. */
export function clock(chance: Chance, from: number, to: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(chance.whole(from, to - 1))}:${two(chance.whole(0, 59))}:${two(chance.whole(0, 59))}`;
}

export const at = (day: Day, time: string): Moment => `${day} ${time.length === 5 ? `${time}:00` : time}`;
export const dayOf = (moment: Moment): Day => moment.slice(0, 10);
export const sooner = (one: Moment, other: Moment): Moment => (one < other ? one : other);
export const latest = (...all: Moment[]): Moment => all.reduce((one, other) => (one > other ? one : other));

/** A moment some minutes after another on the same day. */
export function minutesAfter(moment: Moment, minutes: number): Moment {
  const time = new Date(Date.parse(`${moment.replace(' ', 'T')}Z`) + minutes * 60_000);
  return time.toISOString().slice(0, 19).replace('T', ' ');
}
