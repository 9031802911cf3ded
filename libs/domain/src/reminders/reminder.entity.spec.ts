import { describe, expect, it } from '@jest/globals';
import { ReminderEntity } from './reminder.entity.js';

const aReminder = (over: Partial<ReminderEntity> = {}) =>
  Object.assign(new ReminderEntity(), { state: 'open', dueDate: '2027-03-01', snoozedUntil: null, note: 'Ring', ...over });
const now = '2027-03-01T08:00:00.000Z';
const today = '2027-03-01';

describe('a reminder', () => {
  it('is completed with a note, or keeps the one it has', () => {
    expect(aReminder().complete('Mötet flyttat', now)).toEqual({ state: 'done', closedAt: now, snoozedUntil: null, note: 'Mötet flyttat' });
    expect(aReminder().complete(undefined, now).note).toBe('Ring');
    expect(aReminder({ state: 'snoozed', snoozedUntil: '2027-03-09' }).complete(null, now)).toMatchObject({ snoozedUntil: null, note: null });
  });

  it('is snoozed for sixty days at most, across the night that is an hour short', () => {
    expect(aReminder().snooze('2027-04-30', today)).toEqual({ state: 'snoozed', snoozedUntil: '2027-04-30' });
    expect(() => aReminder().snooze('2027-05-01', today)).toThrow('invalid-input');
    expect(aReminder().snooze(today, today)).toEqual({ state: 'snoozed', snoozedUntil: today });
    expect(() => aReminder().snooze('2027-02-28', today)).toThrow('invalid-input');
  });

  it('is left alone when it is closed', () => {
    for (const state of ['done', 'cancelled'] as const) {
      expect(() => aReminder({ state }).complete(null, now)).toThrow('not-from-this-status');
      expect(() => aReminder({ state }).snooze('2027-03-02', today)).toThrow('not-from-this-status');
    }
  });
});
