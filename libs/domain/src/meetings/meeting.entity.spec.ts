import { describe, expect, it } from '@jest/globals';
import { attendanceStates, attendanceStatesOf, type MeetingStatus, meetingStatuses, meetingTransitions } from '@stegvis/contracts/meetings/codes';
import { MeetingEntity } from './meeting.entity.js';
import { type EnrolmentAtMeeting, mustFitInTime, mustMeetTogether, stateIn } from './participants-at-meeting.js';

const now = new Date('2026-11-22T10:00:00Z');
const aMeeting = (status: MeetingStatus, startsAt = '2026-11-22T09:00:00Z') =>
  Object.assign(new MeetingEntity(), { status, startsAt: new Date(startsAt), minutes: 60 });
const verbs = {
  hold: (meeting: MeetingEntity) => meeting.hold(now),
  miss: (meeting: MeetingEntity) => meeting.miss(now),
  cancel: (meeting: MeetingEntity) => meeting.cancel(),
  void: (meeting: MeetingEntity) => meeting.void('other'),
};

describe('the verbs of a meeting', () => {
  const all = (Object.keys(verbs) as (keyof typeof verbs)[]).flatMap((verb) => meetingStatuses.map((status) => ({ verb, status })));
  it.each(all)('$verb from $status', ({ verb, status }) => {
    const { from, to } = meetingTransitions[verb];
    const act = () => verbs[verb](aMeeting(status));
    if ((from as readonly string[]).includes(status)) expect(act()).toMatchObject({ status: to });
    else expect(act).toThrow(expect.objectContaining({ code: 'not-from-this-status', detail: { current: { status } } }));
  });

  it('keeps the planned length unless another is said', () => {
    expect(aMeeting('planned').hold(now)).toMatchObject({ minutes: 60 });
    expect(aMeeting('planned').hold(now, 25)).toMatchObject({ minutes: 25 });
  });

  it('writes nothing up that begins more than an hour from now', () => {
    expect(() => aMeeting('planned', '2026-11-22T11:00:01Z').hold(now)).toThrow(expect.objectContaining({ code: 'meeting-not-begun' }));
    expect(() => aMeeting('planned', '2026-11-22T11:00:01Z').miss(now)).toThrow(expect.objectContaining({ code: 'meeting-not-begun' }));
    expect(aMeeting('planned', '2026-11-22T11:00:00Z').hold(now)).toMatchObject({ status: 'held' });
    expect(aMeeting('planned', '2026-11-23T11:00:00Z').cancel()).toMatchObject({ status: 'cancelled' });
  });
});

describe('how it went for a participant', () => {
  it.each(meetingStatuses)('in a meeting that is %s, only what fits', (status) => {
    for (const state of attendanceStates) {
      if ((attendanceStatesOf[status] as readonly string[]).includes(state)) expect(stateIn(status, state, 'x')).toBe(state);
      else
        expect(() => stateIn(status, state, 'x')).toThrow(
          expect.objectContaining({ detail: { errors: { x: { code: 'not-a-code', allowed: attendanceStatesOf[status] } } } }),
        );
    }
    expect(stateIn(status, undefined, 'x')).toBe(attendanceStatesOf[status][0]);
  });
});

const enrolment = (over: Partial<EnrolmentAtMeeting> = {}): EnrolmentAtMeeting => ({
  id: 'a',
  organisationId: 'o',
  projectId: 'p',
  siteId: 's',
  status: 'active',
  startDate: '2026-01-10',
  endDate: null,
  projectEnds: '2027-06-30',
  day: '2026-11-22',
  ahead: false,
  ...over,
});

describe('who can meet', () => {
  const faultsOf = (ids: string[], found: EnrolmentAtMeeting[]) => {
    try {
      mustMeetTogether(ids, found);
      return {};
    } catch (fault) {
      return (fault as { detail: { errors: object } }).detail.errors;
    }
  };

  it('is everybody under way at one site', () => {
    expect(mustMeetTogether(['b', 'a'], [enrolment(), enrolment({ id: 'b', status: 'on-hold' })])).toMatchObject({ siteId: 's' });
  });

  it('names each participant who cannot', () => {
    const found = [enrolment(), enrolment({ id: 'b', siteId: 'other' }), enrolment({ id: 'c', status: 'referred' })];
    expect(faultsOf(['a', 'b', 'c', 'a', 'unseen'], found)).toEqual({
      'attendances.1.enrolmentId': { code: 'at-another-site' },
      'attendances.2.enrolmentId': { code: 'not-under-way' },
      'attendances.3.enrolmentId': { code: 'named-twice' },
      'attendances.4.enrolmentId': { code: 'unknown-reference' },
    });
    expect(faultsOf([], [])).toEqual({ attendances: { code: 'required' } });
    expect(faultsOf(['unseen'], [])).toEqual({ 'attendances.0.enrolmentId': { code: 'unknown-reference' } });
  });
});

describe('when one can meet', () => {
  const refused = (status: MeetingStatus, over: Partial<EnrolmentAtMeeting>) => expect(() => mustFitInTime(status, [enrolment(), enrolment(over)]));
  const at = (code: string) => expect.objectContaining({ detail: { errors: { startsAt: { code } } } });

  it('is within every enrolment and the project', () => {
    refused('held', { startDate: '2026-11-23' }).toThrow(at('outside-enrolment'));
    refused('planned', { endDate: '2026-11-21' }).toThrow(at('outside-enrolment'));
    refused('planned', { day: '2027-07-01' }).toThrow(at('outside-project'));
    refused('planned', { day: '2027-06-30', ahead: true }).not.toThrow();
    refused('held', { startDate: '2026-11-22', endDate: '2026-11-22' }).not.toThrow();
  });

  it('is in the past for what has been', () => {
    refused('held', { ahead: true }).toThrow(at('in-the-future'));
    refused('missed', { ahead: true }).toThrow(at('in-the-future'));
  });
});
