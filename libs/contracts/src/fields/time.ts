/** The time zone whose local days due dates and reports are counted in; `app.today()` is the same in the database. */
export const timeZone = 'Europe/Stockholm';

/** Whether a value is a calendar date `YYYY-MM-DD` that exists, from 1900-01-01 to 2100-12-31. */
export function isLocalDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  if (value < '1900-01-01' || value > '2100-12-31') return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** Whether a value is an ISO 8601 moment with a zone, on a date that exists, from 1900 to 2100. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.exec(value);
  return parts !== null && isLocalDate(parts[1]);
}
