import { describe, expect, it } from '@jest/globals';
import type { EnrolmentOnPage } from '@stegvis/contracts/participants/page';
import { isComing, timelineEvents } from './timelineEvents';

const meeting = (id: string, startsAt: string, status = 'held') => ({ id, startsAt, status, attendances: [{ id: `a${id}`, enrolmentId: 'e' }] });
const period = (id: string, startDate: string, endDate: string | null) => ({ id, startDate, endDate, stage: 'coaching' });

const enrolment = {
  id: 'e',
  referredOn: '2026-01-01',
  startDate: '2026-01-10',
  endDate: null,
  meetings: [meeting('1', '2026-01-12T08:00:00.000Z'), meeting('2', '2026-06-01T08:00:00.000Z', 'planned')],
  stagePeriods: [period('p', '2026-01-10', '2026-01-12')],
} as unknown as EnrolmentOnPage;

describe('timelineEvents', () => {
  it('tells the newest first, and what came first on a day last', () => {
    expect(timelineEvents(enrolment).map(({ key }) => key)).toEqual(['2', '1', 'end-p', 'start-p', 'started', 'referred']);
  });

  it('knows what was written about this person', () => {
    const [newest] = timelineEvents(enrolment);
    expect(newest?.kind === 'meeting' && newest.attendance?.id).toBe('a2');
  });

  it('keeps apart what is still to come: planned meetings, and days that lie ahead', () => {
    const ahead = {
      ...enrolment,
      stagePeriods: [period('p', '2026-01-10', '2026-01-12'), period('q', '2026-02-01', '2026-02-02')],
    } as EnrolmentOnPage;
    const coming = (now: string, today: string) =>
      timelineEvents(ahead)
        .filter((event) => isComing(event, now, today))
        .map(({ key }) => key);
    expect(coming('2026-02-01T10:00:00Z', '2026-02-01')).toEqual(['2', 'end-q']);
    expect(coming('2026-02-02T10:00:00Z', '2026-02-02')).toEqual(['2']);
  });
});
