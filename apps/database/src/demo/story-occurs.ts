import { exitReasons } from '@stegvis/contracts/enrolments/codes';
import { meetingChannels, meetingKinds, meetingStatuses } from '@stegvis/contracts/meetings/codes';
import { type ReminderRule, reminderRules, reminderStates } from '@stegvis/contracts/reminders/codes';

const people =
  'participant p join participant o on (o.given_name, o.family_name, o.date_of_birth) = (p.given_name, p.family_name, p.date_of_birth) and o.id > p.id';
const lastContact = `(select max(local_day(m.starts_at)) from attendance a join meeting m on m.id = a.meeting_id where a.enrolment_id = e.id and a.state = 'attended' and m.status = 'held')`;
const each = (codes: readonly string[], least: number, name: (code: string) => string, from: (code: string) => string) =>
  codes.map((code): Occurrence => [name(code), least, from(code)]);

/** Follow-ups that only those who are named for a protected person have. */
const ofProtected: readonly ReminderRule[] = ['number-registered-again', 'naming-ends'];
const waitsOf = (rule: string) => `reminder where rule = '${rule}' and state in ('open', 'snoozed')`;

/** Something that is there to be seen: what, how often at least, and where: what stands after `from`. */
export type Occurrence = readonly [what: string, least: number, from: string];

/** What must occur in the demo world, so that it is worth looking at. */
export const occurs: readonly Occurrence[] = [
  ['a participant', 385, 'participant'],
  ['a municipality or site with people', 11, '(select distinct site_id from enrolment) as s'],
  ['an active person', 220, `enrolment where status = 'active'`],
  ['a person of each gender', 3, '(select distinct gender from enrolment) as g'],
  ['a day with meetings in the last two years', 200, '(select distinct local_day(starts_at) from meeting where starts_at < now()) as d'],
  [
    'a coach who has left, and handed over',
    4,
    `staff s where not s.active and exists (select from enrolment_coach c where c.staff_id = s.id and c.valid_to is not null)`,
  ],
  ['a case that was handed over', 30, `enrolment_coach where part = 'main' and valid_to is not null`],
  ['a person on hold', 7, `enrolment where status = 'on-hold'`],
  [
    'a pause that is over',
    8,
    `history.row_version where table_name = 'enrolment' and content ->> 'status' = 'on-hold' and row_id not in (select id from enrolment where status = 'on-hold')`,
  ],
  ...each(
    exitReasons,
    1,
    (reason) => `an exit because of ${reason}`,
    (reason) => `enrolment where exit_reason = '${reason}'`,
  ),
  [
    'a re-entry',
    6,
    'enrolment e join enrolment f on f.participant_id = e.participant_id and f.project_id = e.project_id and f.start_date < e.start_date',
  ],
  [
    'somebody in both projects',
    2,
    `${people} where exists (select from enrolment a join enrolment b on b.project_id <> a.project_id where a.participant_id = p.id and b.participant_id = o.id)`,
  ],
  ['somebody whom two municipalities know, each by itself', 3, `${people} where o.organisation_id <> p.organisation_id`],
  ['a person with two records at one place', 1, `${people} where o.organisation_id = p.organisation_id`],
  ['a referral that waits for an answer', 15, `enrolment where status = 'referred'`],
  ['somebody who waits for a place', 5, `enrolment where status = 'waiting'`],
  ['a referral that was declined', 5, `enrolment where status = 'declined'`],
  ['entry facts that are missing for too long', 5, `enrolment where status = 'active' and entry_facts_missing and start_date < today() - 14`],
  [
    'exit facts that are missing for too long',
    4,
    `enrolment where status = 'exited' and exit_facts_missing and end_date < today() - 28 and exit_reason not in ('deceased', 'registered-by-mistake')`,
  ],
  ['exit facts that are due', 3, `enrolment where status = 'exited' and exit_facts_missing and end_date < today() - 21`],
  ['an active person whom nobody has met for a month', 10, `enrolment e where status = 'active' and ${lastContact} < today() - 30`],
  ['a meeting that nobody has written up', 10, `meeting where status = 'planned' and local_day(starts_at) < today()`],
  ['an internship that ends within a week', 8, `stage_period where stage = 'internship' and end_date between today() and today() + 6`],
  [
    'stages side by side',
    100,
    `stage_period s join stage_period o on o.enrolment_id = s.enrolment_id and o.id > s.id and daterange(s.start_date, s.end_date, '[]') && daterange(o.start_date, o.end_date, '[]')`,
  ],
  ...each(
    meetingKinds,
    40,
    (kind) => `a meeting of the kind ${kind}`,
    (kind) => `meeting where kind = '${kind}'`,
  ),
  ...each(
    meetingChannels,
    40,
    (channel) => `a meeting ${channel}`,
    (channel) => `meeting where channel = '${channel}'`,
  ),
  ...each(
    meetingStatuses,
    15,
    (status) => `a meeting that is ${status}`,
    (status) => `meeting where status = '${status}'`,
  ),
  ...each(
    reminderRules.filter((rule) => ![...ofProtected, 'person-opened'].includes(rule)),
    3,
    (rule) => `a follow-up that waits, of ${rule}`,
    waitsOf,
  ),
  ...each(ofProtected, 1, (rule) => `a follow-up that waits, of ${rule}`, waitsOf),
  ['a site with a protected person', 3, `(select distinct site_ids from participant where protection <> 'none') as s`],
  [
    'a protected person of the demo coach',
    1,
    `participant p join named_staff n on n.participant_id = p.id join staff s on s.id = n.staff_id and s.email = 'coach@stegvis.example' where p.protection <> 'none'`,
  ],
  ['a lift that waits for the second decider', 1, 'participant where lift_asked_by is not null'],
  ['somebody counted and not named', 3, 'participant where pseudonymous'],
  ...each(
    reminderStates,
    1,
    (state) => `a follow-up that is ${state}`,
    (state) => `reminder where state = '${state}'`,
  ),
  [
    'a meeting written up some days later',
    100,
    `history.row_version v join meeting m on m.id = v.row_id where v.content ->> 'status' = 'held' and v.recorded_at > m.starts_at + interval '2 days'`,
  ],
  [
    'a meeting agreed on beforehand',
    1000,
    `history.row_version where table_name = 'meeting' and operation = 'insert' and content ->> 'status' = 'planned'`,
  ],
  ['a meeting logged afterwards', 500, `history.row_version where table_name = 'meeting' and operation = 'insert' and content ->> 'status' = 'held'`],
  ['a note that was put right', 40, `history.row_version where table_name = 'attendance_note' and operation = 'update'`],
  ['a person who has moved, or has a new number', 15, `history.row_version v where table_name = 'participant' and content ->> 'version' = '2'`],
  [
    'a referrer that was put right',
    3,
    `(select row_id from history.row_version where table_name = 'enrolment' group by 1 having count(distinct content ->> 'referred_by') > 1) as v`,
  ],
  [
    'a start written down later',
    20,
    `history.row_version v where table_name = 'enrolment' and content ->> 'version' = '2' and content ->> 'status' = 'active' and local_day(recorded_at) > (content ->> 'start_date')::date`,
  ],
  [
    'an exit written down later',
    20,
    `(select row_id, min(local_day(recorded_at)) as day from history.row_version where content ->> 'status' = 'exited' group by 1) as v join enrolment e on e.id = v.row_id where v.day > e.end_date`,
  ],
  [
    'a stage written down later',
    100,
    `history.row_version where table_name = 'stage_period' and operation = 'insert' and local_day(recorded_at) > (content ->> 'start_date')::date`,
  ],
  ['an enrolment with a chain of three versions and more', 250, 'enrolment where version >= 3'],
  ['somebody who writes in history', 25, `(select distinct asker_id from history.row_version where asker_kind = 'staff') as v`],
  ['a report that was submitted', 25, `report_run where state = 'submitted'`],
  [
    'a report that gave way to a later one, with other figures',
    1,
    `report_run r join report_run o on (o.project_id, o.period_start, o.period_end) = (r.project_id, r.period_start, r.period_end) and o.state = 'submitted'
    where r.state = 'superseded' and exists (select from report_cell c join report_cell d on (d.section, d.row_name, d.column_name) = (c.section, c.row_name, c.column_name) and d.value <> c.value
      where c.run_id = r.id and d.run_id = o.id)`,
  ],
];
