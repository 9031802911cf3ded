import type { ReminderRule } from '@stegvis/contracts/reminders/codes';
import { type Day, later, plusDays } from './days.js';
import { dayOf, minutesAfter } from './moments.js';
import { contactWithinDays, entryFactsWithinDays } from './places.js';
import type { Moment, Row, World } from './world.js';

/** What is known of an enrolment at some moment of the story. */
export interface Situation {
  enrolment: Row;
  coaches: Map<string, Row>;
  attendances: Map<string, { attendance: Row; meeting: Row }>;
  /** The day of the last meeting that was held and attended, as far as it is written up. */
  lastContact: Day | null;
}

const counted = new Map<string, Day>();
function daysBefore(day: Day, days: number): Day {
  const key = `${day} ${days}`;
  const known = counted.get(key) ?? plusDays(day, -days);
  counted.set(key, known);
  return known;
}

/** A follow-up that a rule finds. */
export interface Found {
  rule: ReminderRule;
  subject: string;
  due: Day;
}

const exitFactsDueAfter = 21;
const nobodyToAsk: readonly unknown[] = ['registered-by-mistake', 'deceased'];
const missing = (row: Row, ...names: string[]): boolean => names.some((name) => row[name] === null);

/**
 * What is due at a moment, by the same rules as the worker's (`libs/domain/src/reminders/rules`), for a story has no database
 * to ask. A test lets the worker's own sweep go over the loaded world: it must find nothing to make but what is due today.
 */
export function dueOn(id: string, { enrolment, attendances, lastContact }: Situation, moment: Moment): Found[] {
  const today = dayOf(moment);
  const found: Found[] = [];
  const { status, start_date: start, end_date: end, exit_reason: reason } = enrolment as Record<string, string | null>;
  for (const { attendance, meeting } of attendances.values()) {
    if (attendance.state !== 'expected' || meeting.status !== 'planned') continue;
    if ((meeting.starts_at as string) > moment) continue;
    const ends = minutesAfter((meeting.starts_at as string).slice(0, 19), meeting.minutes as number);
    if (ends <= moment) found.push({ rule: 'meeting-not-written-up', subject: meeting.id as string, due: dayOf(ends) });
  }
  const when = (rule: ReminderRule, holds: boolean, since: Day, after: number) => {
    // Asked a hundred thousand times: what is due is counted only where something is.
    if (holds && since <= daysBefore(today, after)) found.push({ rule, subject: id, due: plusDays(since, after) });
  };
  if (!start) return found;
  const asked = !nobodyToAsk.includes(reason);
  when('no-contact', status === 'active', later(start, lastContact ?? ''), contactWithinDays);
  when('entry-facts-missing', asked && missing(enrolment, 'labour_status', 'education_level'), start, entryFactsWithinDays);
  if (end)
    when('exit-facts-missing', asked && missing(enrolment, 'exit_labour_status', 'exit_in_education', 'exit_qualification'), end, exitFactsDueAfter);
  return found;
}

/** Days before the last naming runs out on which the named are reminded. */
const namingEndsBefore = 14;

/**
 * What is due about a protected person, whose enrolment goes on: that the naming ends, and that somebody else was registered
 * with the number. The named are the coach and the leader in every story, so that the coach is reminded as of anybody else.
 */
export function dueOfProtected(world: World, { enrolment }: Situation, moment: Moment): Found[] {
  const person = world.row('participant', enrolment.participant_id as string);
  if (person.protection === 'none' || (enrolment.status !== 'active' && enrolment.status !== 'on-hold')) return [];
  const namedTo = world
    .rows('named_staff')
    .filter(({ participant_id: of }) => of === person.id)
    .map(({ valid_to: last }) => last as Day);
  const ends = plusDays(namedTo.reduce(later, ''), -namingEndsBefore);
  const again = world
    .rows('participant')
    .filter(
      ({ id, organisation_id: at, identity_number_hash: hash }) =>
        id !== person.id && at === person.organisation_id && hash !== null && hash === person.identity_number_hash,
    );
  return [
    ...(ends <= dayOf(moment) ? [{ rule: 'naming-ends' as const, subject: person.id as string, due: ends }] : []),
    ...again.map(({ id, created_at: made }) => ({ rule: 'number-registered-again' as const, subject: id as string, due: dayOf(made as string) })),
  ];
}
