import { describe, expect, it } from '@jest/globals';
import { isInstant, isLocalDate } from './time.js';

describe('a local date', () => {
  it.each(['2026-02-28', '2024-02-29', '1900-01-01', '2100-12-31'])('%s exists', (text) => expect(isLocalDate(text)).toBe(true));
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '1899-12-31', '2101-01-01', '2026-02-28T00:00:00Z', ' 2026-02-28', '', null, 20260228])(
    '%p does not',
    (value) => expect(isLocalDate(value)).toBe(false),
  );
});

describe('an instant', () => {
  it.each(['2026-03-29T02:30:00+02:00', '2026-03-29T00:30Z', '2026-03-29T00:30:00.123Z'])('%s has a date, a time and a zone', (text) =>
    expect(isInstant(text)).toBe(true),
  );
  it.each(['2026-03-29T02:30:00', '2026-02-30T02:30:00Z', '2026-03-29T24:00:00Z', '2026-03-29', '2026-03-29T02:30:00+15:00', null])(
    '%p does not',
    (value) => expect(isInstant(value)).toBe(false),
  );
});
