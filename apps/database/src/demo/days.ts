/** A local date, `YYYY-MM-DD`. It has no zone: counting days never looks at the clock. */
export type Day = string;

const millisecondsOfADay = 86_400_000;
const at = (day: Day) => Date.parse(`${day}T00:00:00Z`);

export function plusDays(day: Day, days: number): Day {
  return new Date(at(day) + days * millisecondsOfADay).toISOString().slice(0, 10);
}

/** How many days later the second is; negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((at(to) - at(from)) / millisecondsOfADay);
}

/** The same date some years later; 29 February becomes 28 February. */
export function plusYears(day: Day, years: number): Day {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return plusDays(moved, 0) === moved ? moved : `${moved.slice(0, 8)}28`;
}

/** The same date some months later, or the last of that month where it is shorter. */
export function plusMonths(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  for (let last = Number(day.slice(8)); ; last--) {
    const moved = `${month}-${String(last).padStart(2, '0')}`;
    if (last <= 28 || plusDays(moved, 0) === moved) return moved;
  }
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return new Date(at(day)).getUTCDay() || 7;
}

/** The day itself, or the next Monday after a weekend. */
export function workday(day: Day): Day {
  return weekday(day) > 5 ? plusDays(day, 8 - weekday(day)) : day;
}

export const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
export const later = (one: Day, other: Day): Day => (one > other ? one : other);
