import { describe, expect, it } from '@jest/globals';
import { MeetingChange, NewMeeting } from '@stegvis/contracts/meetings/meeting';
import { OrganisationChange } from '@stegvis/contracts/organisations/organisation';
import type { Refusal } from '@stegvis/contracts/problems/refusal';
import { ReminderFilters } from '@stegvis/contracts/reminders/reminder';
import { InputPipe } from './input.pipe.js';
import { readListQuery } from './list-query.js';
import { validateInput } from './validate.js';

const id = '6f1c0e7e-0000-4000-8000-000000000001';

/** The codes of the faults by input. */
function faultsOf(run: () => unknown): Record<string, string> {
  try {
    run();
  } catch (refusal) {
    return Object.fromEntries(Object.entries((refusal as Refusal).detail.errors ?? {}).map(([input, { code }]) => [input, code]));
  }
  return {};
}

describe('a body', () => {
  it('is refused with a fault for each input, nested ones by their path', () => {
    const body = {
      startsAt: '2026-02-30T10:00:00Z',
      minutes: 0,
      channel: 'fax',
      surprise: 1,
      attendances: [{ enrolmentId: 'x' }, { enrolmentId: id, summary: 'a\u0000b', extra: 1 }],
    };
    expect(faultsOf(() => validateInput(NewMeeting, body))).toEqual({
      startsAt: 'not-an-instant',
      minutes: 'out-of-range',
      channel: 'not-a-code',
      surprise: 'unknown-field',
      'attendances.0.enrolmentId': 'not-an-id',
      'attendances.1.summary': 'unreadable-text',
      'attendances.1.extra': 'unknown-field',
    });
  });

  it('loses outer white space and keeps what was typed', () => {
    const meeting = validateInput(NewMeeting, {
      startsAt: '2026-02-01T10:00:00Z',
      attendances: [{ enrolmentId: id, summary: '  Rad ett\n\nRad två <b>&  ' }],
    });
    expect(meeting.attendances[0]?.summary).toBe('Rad ett\n\nRad två <b>&');
  });

  it('may carry the read-only fields of its record, which are ignored, nested ones too', () => {
    const sent = {
      id,
      siteName: 'Gotland',
      status: 'held',
      startsAt: '2026-02-01T10:00:00Z',
      minutes: 30,
      kind: 'individual',
      channel: 'office',
      version: 3,
      attendances: [{ id, enrolmentId: id, participantName: 'A B', state: 'attended' }],
    };
    const change = new InputPipe().transform(sent, { type: 'body', metatype: MeetingChange }) as MeetingChange;
    expect(change).toEqual({
      startsAt: sent.startsAt,
      minutes: 30,
      kind: 'individual',
      channel: 'office',
      version: 3,
      attendances: [{ enrolmentId: id, state: 'attended' }],
    });
  });

  it('is refused when a field is missing', () => {
    expect(faultsOf(() => validateInput(OrganisationChange, { kind: 'region' }))).toEqual({ name: 'required' });
  });
});

describe('a list’s query', () => {
  it('is read in the JSON-Server dialect', () => {
    const query = readListQuery(ReminderFilters, { _sort: 'dueDate', _order: 'desc', _start: '10', _end: '20', overdue: 'true', id: [id, 'no-id'] });
    expect(query).toEqual({ filters: { overdue: true }, window: { sort: 'dueDate', order: 'DESC', start: 10, end: 20 }, ids: [id] });
  });

  it.each([
    [{ overdue: 'perhaps' }, { overdue: 'wrong-type' }],
    [{ surprise: '1' }, { surprise: 'unknown-field' }],
    [{ _start: '-1' }, { _start: 'wrong-type' }],
    [{ _end: '1000' }, { _end: 'out-of-range' }],
    [{ _order: 'SIDEWAYS' }, { _order: 'not-a-code' }],
  ])('%j is refused', (raw, faults) => {
    expect(faultsOf(() => readListQuery(ReminderFilters, raw as Record<string, string>))).toEqual(faults);
  });
});
