import { describe, expect, it } from '@jest/globals';
import { fieldOfError, newMeetingOf } from './newMeeting';

const logged = { status: 'held', enrolmentId: 'a', startsAt: new Date('2026-05-04T08:00:00Z') } as const;

describe('newMeetingOf', () => {
  it('keeps the note internal unless the coach says that it may be shared', () => {
    expect(newMeetingOf({ ...logged, attendance: { note: 'Tired today' } }).attendances).toEqual([{ enrolmentId: 'a', internalNote: 'Tired today' }]);
    expect(newMeetingOf({ ...logged, attendance: { note: 'We agreed', noteIs: 'summary', otherNote: 'Tired' } }).attendances).toEqual([
      { enrolmentId: 'a', summary: 'We agreed', internalNote: 'Tired' },
    ]);
  });

  it('sends only what was filled in', () => {
    expect(newMeetingOf({ ...logged, minutes: null, kind: null, attendance: { note: null, nextStepDate: '2026-05-11' } })).toEqual({
      status: 'held',
      startsAt: '2026-05-04T08:00:00.000Z',
      attendances: [{ enrolmentId: 'a', nextStepDate: '2026-05-11' }],
    });
  });

  it('lets the API call a meeting of several a group, and counts nobody twice', () => {
    const meeting = newMeetingOf({ ...logged, kind: 'individual', others: ['b', 'a'] });
    expect(meeting.kind).toBeUndefined();
    expect(meeting.attendances.map(({ enrolmentId }) => enrolmentId)).toEqual(['a', 'b']);
  });
});

describe('fieldOfError', () => {
  const at = () => 'attendance.';
  it('finds the note by where it went', () => {
    expect(fieldOfError('attendances.0.internalNote', undefined, at)).toBe('attendance.note');
    expect(fieldOfError('attendances.0.summary', 'internalNote', at)).toBe('attendance.otherNote');
    expect(fieldOfError('attendances.0.nextStepDate', 'summary', at)).toBe('attendance.nextStepDate');
  });
  it('shows what is wrong with the person at the person', () => {
    expect(fieldOfError('attendances.0.enrolmentId', 'summary', at)).toBe('enrolmentId');
    expect(fieldOfError('startsAt', 'summary', at)).toBe('startsAt');
  });
});
