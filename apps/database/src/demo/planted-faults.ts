/** A fault in the loaded world, to see that a rule can fail: which rule, and the statement that breaks it. */
export type PlantedFault = readonly [rule: string, statement: string];

const someone = (status: string) => `(select id from enrolment where status = '${status}' and start_date < today() - 20 order by id limit 1)`;
const met = `(select a.id from attendance a join meeting m on m.id = a.meeting_id where a.state = 'attended' and m.status = 'held' and m.kind = 'individual' order by a.id limit 1)`;
const meetingOf = (attendance: string) => `(select meeting_id from attendance where id = ${attendance})`;
const raised = 'version = version + 1';
const recorded = (where: string, moment: string) =>
  `update history.row_version v set recorded_at = ${moment} where v.id = (select min(v.id) from history.row_version v where ${where})`;

/** Faults that the database itself lets through: a rule must find each. */
export const plantedFaults: readonly PlantedFault[] = [
  ['a start before the referral', `update enrolment set referred_on = start_date + 3, ${raised} where id = ${someone('active')}`],
  ['exit facts of somebody who is still there', `update enrolment set exit_labour_status = 'employed', ${raised} where id = ${someone('active')}`],
  [
    'exit facts by halves',
    `update enrolment set exit_qualification = not exit_qualification, exit_in_education = null, ${raised} where id = (select id from enrolment where exit_in_education order by id limit 1)`,
  ],
  [
    'an exit to work into unemployment',
    `update enrolment set exit_labour_status = 'unemployed', ${raised} where id = (select id from enrolment where exit_reason = 'work' and exit_labour_status is not null order by id limit 1)`,
  ],
  [
    'facts of a re-entry that differ from the first',
    `update enrolment set labour_status = case labour_status when 'employed' then 'inactive' else 'employed' end, ${raised}
    where id = (select e.id from enrolment e join enrolment f on f.participant_id = e.participant_id and f.start_date < e.start_date order by 1 limit 1)`,
  ],
  ['a municipality other than the site', `update enrolment set municipality_code = '0180', ${raised} where id = ${someone('active')}`],
  [
    'an internship before the referral',
    `update enrolment e set referred_on = s.start_date + 1, version = e.version + 1 from stage_period s where s.enrolment_id = e.id and s.id = (select id from stage_period where stage = 'internship' order by id limit 1)`,
  ],
  [
    'days without a main stage',
    `update stage_period set start_date = start_date + 1, ${raised} where id = (select id from stage_period where main and stage = 'matching' and end_date is null and start_date < today() - 5 order by id limit 1)`,
  ],
  [
    'a meeting before the first day of the enrolment',
    `update meeting set starts_at = starts_at - interval '3 years', ${raised} where id = ${meetingOf(met)}`,
  ],
  [
    'a meeting after the exit',
    `update enrolment e set end_date = e.start_date, version = e.version + 1 where id = (select a.enrolment_id from attendance a join enrolment e on e.id = a.enrolment_id where e.exit_reason = 'work' order by 1 limit 1)`,
  ],
  [
    'a meeting that is over in days to come',
    `update meeting set status = 'held', ${raised} where id = (select id from meeting where status = 'planned' and starts_at > now() + interval '1 day' order by id limit 1)`,
  ],
  ['a meeting at the weekend, or at night', `update meeting set starts_at = starts_at + interval '11 hours', ${raised} where id = ${meetingOf(met)}`],
  [
    'a coach in two meetings at once',
    `update meeting m set starts_at = o.starts_at + interval '10 minutes', version = m.version + 1 from (select * from meeting order by id limit 1) as o
    where m.id = (select n.id from meeting n where n.coach_id = o.coach_id and n.id <> o.id order by n.id limit 1)`,
  ],
  [
    'a person in two places at once',
    `update meeting m set starts_at = o.starts_at, version = m.version + 1 from meeting o join attendance a on a.meeting_id = o.id join attendance b on b.enrolment_id = a.enrolment_id and b.id <> a.id
    where a.id = ${met} and m.id = b.meeting_id`,
  ],
  [
    'a meeting with a coach who does not work there that day',
    `update meeting set coach_id = (select id from staff where email = 'funder@stegvis.example'), ${raised} where id = ${meetingOf(met)}`,
  ],
  [
    'a meeting with a coach whose case it is not that day',
    `update meeting set coach_id = (select id from staff where email = 'funder@stegvis.example'), ${raised} where id = ${meetingOf(met)}`,
  ],
  ['an attendance that does not fit its meeting', `update attendance set state = 'expected', ${raised} where id = ${met}`],
  ['a summary or a next step of somebody who was not there', `update attendance set state = 'absent', ${raised} where id = ${met}`],
  [
    'a meeting without a participant',
    'insert into meeting (organisation_id, project_id, site_id, coach_id, starts_at, minutes, kind, channel, status) select organisation_id, project_id, site_id, coach_id, now(), 30, kind, channel, status from meeting limit 1',
  ],
  [
    'a coach of a case before being hired, or after leaving',
    `update enrolment_coach set valid_to = valid_to + 30, ${raised} where id = (select c.id from enrolment_coach c join staff s on s.id = c.staff_id where not s.active order by 1 limit 1)`,
  ],
  [
    'somebody who is there without a main coach',
    `update enrolment_coach set part = 'co', ${raised} where part = 'main' and valid_to is null and enrolment_id = ${someone('active')}`,
  ],
  [
    'a telephone number that could be real',
    `update participant set phone = '070-1234567', ${raised} where id = (select id from participant order by id limit 1)`,
  ],
  [
    'a follow-up that was made before it was due',
    `update reminder set due_date = due_date + 400, ${raised} where id = (select id from reminder order by id limit 1)`,
  ],
  [
    'a follow-up that waits for somebody else than the coach',
    `update reminder set staff_id = (select id from staff where email = 'funder@stegvis.example'), ${raised} where id = (select id from reminder where state = 'open' order by id limit 1)`,
  ],
  [
    'a main coach of a protected person who is not named',
    `update named_staff n set valid_to = today() - 1, version = n.version + 1 where n.staff_id in (select staff_id from enrolment_coach where part = 'main')`,
  ],
  ['a protected person whom nobody is named for, or more than three', `update named_staff set valid_to = today() - 1, ${raised}`],
  [
    'somebody named who does not work with the person',
    `update named_staff set staff_id = (select id from staff where email = 'funder@stegvis.example'), ${raised} where id = (select id from named_staff order by id limit 1)`,
  ],
  [
    'somebody named for a person who is not protected',
    `update participant set protection = 'none', ${raised} where id = (select id from participant where protection <> 'none' and lift_asked_by is null order by id limit 1)`,
  ],
  [
    'a lift that was asked for by somebody who is not named, or is void',
    `update participant set lift_asked_on = today() - 15, ${raised} where lift_asked_on is not null`,
  ],
  [
    'somebody counted and not named, by a name or with something to reach them by',
    `update participant set family_name = 'Andersson', ${raised} where pseudonymous`,
  ],
  ['a pseudonym of somebody who is named', `update participant set pseudonymous = false, ${raised} where pseudonymous`],
  ['a row that history does not know', `delete from history.row_version where table_name = 'enrolment' and row_id = ${someone('active')}`],
  [
    'a row that is not as its last version',
    `update history.row_version set content = content || '{"status": "waiting"}' where table_name = 'enrolment' and row_id = ${someone('active')}`,
  ],
  [
    'versions that are not consecutive',
    `delete from history.row_version v where v.table_name = 'enrolment' and v.row_id = (select id from enrolment where status = 'active' and version > 2 order by id limit 1) and v.content ->> 'version' = '2'`,
  ],
  [
    'a version recorded before the one before it',
    recorded(`v.table_name = 'enrolment' and v.row_id = ${someone('exited')}`, `now() - interval '1 hour'`),
  ],
  ['a version recorded in time to come', recorded(`v.table_name = 'meeting'`, `now() + interval '1 hour'`)],
  [
    'a version that nobody made',
    `update history.row_version set asker_id = null where id = (select min(id) from history.row_version where asker_kind = 'staff')`,
  ],
  [
    'a change by somebody who does not work there that day',
    `update role_assignment set valid_from = today(), ${raised} where role = 'coach' and staff_id = (select id from staff where email = 'coach@stegvis.example')`,
  ],
  [
    'a change of a case by somebody whose case it is not',
    `update history.row_version set asker_id = (select id from staff where email = 'funder@stegvis.example') where id = (select min(id) from history.row_version where table_name = 'stage_period')`,
  ],
  [
    'a start recorded before its day',
    recorded(`v.table_name = 'enrolment' and v.content ->> 'status' = 'active'`, `(v.content ->> 'start_date')::date - 1`),
  ],
  [
    'an exit recorded before its day',
    recorded(`v.table_name = 'enrolment' and v.content ->> 'status' = 'exited'`, `(v.content ->> 'end_date')::date - 1`),
  ],
  [
    'a meeting written up before it began',
    recorded(`v.table_name = 'meeting' and v.content ->> 'status' = 'held'`, `(v.content ->> 'starts_at')::timestamptz - interval '1 hour'`),
  ],
  [
    'a handover that was not told on its day',
    recorded(`v.table_name = 'enrolment_coach' and v.content ->> 'valid_to' is not null`, `v.recorded_at + interval '2 days'`),
  ],
  [
    'a report made before its month was over',
    'update report_run set requested_at = period_end, version = version + 1 where id = (select id from report_run order by id limit 1)',
  ],
  [
    'a month without a submitted report',
    `update report_run set state = 'returned', version = version + 1 where id = (select id from report_run where state = 'submitted' order by id limit 1)`,
  ],
  ['a figure with other people behind it', 'delete from report_member where cell_id = (select min(cell_id::text)::uuid from report_member)'],
];
