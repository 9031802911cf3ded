import type { Attendance, Meeting } from '@stegvis/contracts/meetings/meeting';
import type { EnrolmentOnPage } from '@stegvis/contracts/participants/page';
import type { StagePeriod } from '@stegvis/contracts/stage-periods/stage-period';

export type TimelineEvent =
  | { kind: 'meeting'; key: string; at: string; meeting: Meeting; attendance: Attendance | undefined }
  | { kind: 'stage-start' | 'stage-end'; key: string; at: string; period: StagePeriod }
  | { kind: 'referred' | 'started' | 'left'; key: string; at: string };

/** What happened on a day stands under what happened at an hour of it. */
const endOfOrder = (at: string) => (at.includes('T') ? at : `${at}T00:00:00.000Z`);

/** Everything that happened in an enrolment, newest first. */
export function timelineEvents(enrolment: EnrolmentOnPage): TimelineEvent[] {
  const events: TimelineEvent[] = enrolment.meetings.map((meeting) => ({
    kind: 'meeting',
    key: meeting.id,
    at: meeting.startsAt,
    meeting,
    attendance: meeting.attendances.find(({ enrolmentId }) => enrolmentId === enrolment.id),
  }));
  for (const period of enrolment.stagePeriods) {
    events.push({ kind: 'stage-start', key: `start-${period.id}`, at: period.startDate, period });
    if (period.endDate) events.push({ kind: 'stage-end', key: `end-${period.id}`, at: period.endDate, period });
  }
  events.push({ kind: 'referred', key: 'referred', at: enrolment.referredOn });
  if (enrolment.startDate) events.push({ kind: 'started', key: 'started', at: enrolment.startDate });
  if (enrolment.endDate) events.push({ kind: 'left', key: 'left', at: enrolment.endDate });
  const order = ['referred', 'started', 'stage-start', 'stage-end', 'meeting', 'left'];
  return events.sort((one, other) => endOfOrder(other.at).localeCompare(endOfOrder(one.at)) || order.indexOf(other.kind) - order.indexOf(one.kind));
}

/** Planned meetings that are still ahead, and days that have not come, stand apart from what has happened. `today` is a local day. */
export const isComing = (event: TimelineEvent, now: string, today: string) =>
  event.kind === 'meeting' ? event.meeting.status === 'planned' && event.at > now : event.at > today;
