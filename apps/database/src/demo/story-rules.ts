/**
 * What never happens in a story, rule by rule, each as the rows that break it: what stands after `from`. They are asked of
 * the loaded demo world, as its owner; a planted fault shows of many of them that they can fail.
 */
export type Rules = Readonly<Record<string, string>>;

const person = 'attendance a join meeting m on m.id = a.meeting_id join enrolment e on e.id = a.enrolment_id';
const time = (meeting: string) => `tstzrange(${meeting}.starts_at, ${meeting}.starts_at + make_interval(mins => ${meeting}.minutes))`;
const period = (row: string, from = 'start_date', to = 'end_date') => `daterange(${row}.${from}, ${row}.${to}, '[]')`;
const facts = ['exit_labour_status', 'exit_job_seeking', 'exit_in_education', 'exit_qualification'];

const enrolments: Rules = {
  'a start before the referral': 'enrolment where start_date < referred_on',
  'a referral before the project': 'enrolment e join project p on p.id = e.project_id where e.referred_on < p.start_date',
  'an enrolment outside its project':
    'enrolment e join project p on p.id = e.project_id where e.start_date < p.start_date or e.end_date > p.end_date',
  'an exit that is yet to come': 'enrolment where end_date >= today() or start_date >= today()',
  'an exit before the start': 'enrolment where end_date < start_date',
  'exit facts of somebody who is still there': `enrolment where status <> 'exited' and num_nonnulls(${facts}) > 0`,
  'exit facts of the deceased, or of a mistake': `enrolment where exit_reason in ('deceased', 'registered-by-mistake') and num_nonnulls(${facts}) > 0`,
  'exit facts by halves': `enrolment where num_nonnulls(${facts}) not in (0, ${facts.length})`,
  'an exit to work into unemployment': `enrolment where exit_reason = 'work' and exit_labour_status not in ('employed', 'self-employed')`,
  'an exit to studies without studies': `enrolment where exit_reason = 'studies' and not exit_in_education`,
  'facts of a re-entry that differ from the first': `enrolment e join enrolment f on f.participant_id = e.participant_id and f.start_date < e.start_date and f.project_id = e.project_id
    where (e.gender, e.date_of_birth, e.labour_status, e.education_level, e.citizenship, e.municipality_code) is distinct from (f.gender, f.date_of_birth, f.labour_status, f.education_level, f.citizenship, f.municipality_code)`,
  'a re-entry that was referred before the exit was known': `enrolment e join enrolment f on f.participant_id = e.participant_id and f.start_date < e.start_date and f.project_id = e.project_id
    where not exists (select from history.row_version v where v.row_id = f.id and v.content ->> 'status' = 'exited' and v.recorded_at < e.created_at)`,
  'somebody who has been out of work since a day after the start': 'enrolment where unemployed_since >= start_date',
  'somebody employed who has been out of work': `enrolment where labour_status <> 'unemployed' and unemployed_since is not null`,
  'somebody too young or too old for a working life': 'enrolment where extract(year from age(referred_on, date_of_birth)) not between 15 and 66',
  'an enrolment whose person has another date of birth': `enrolment e join participant p on p.id = e.participant_id where p.date_of_birth <> e.date_of_birth or extract(year from p.date_of_birth) <> e.birth_year`,
  'a municipality other than the site': 'enrolment e join site s on s.id = e.site_id where e.municipality_code <> s.municipality_code',
  'a pause that is too short or too long': `(select max(recorded_at) as since from history.row_version v join enrolment e on e.id = v.row_id and v.table_name = 'enrolment' where e.status = 'on-hold' group by v.row_id) as pause
    where local_day(since) not between today() - 90 and today() - 7`,
  'an enrolment without a row of voluntary facts': 'enrolment e where not exists (select from voluntary_facts v where v.id = e.id)',
  'a voluntary answer before the start': `voluntary_facts v join enrolment e on e.id = v.id where e.start_date is null and (v.disability, v.minority, v.housing_exclusion) <> ('not-asked', 'not-asked', 'not-asked')`,
};

const stages: Rules = {
  'an internship before the referral': `stage_period s join enrolment e on e.id = s.enrolment_id where s.stage = 'internship' and s.start_date < e.referred_on`,
  'a stage outside the enrolment': `stage_period s join enrolment e on e.id = s.enrolment_id where s.start_date < e.start_date or s.end_date < s.start_date or (e.end_date is not null and (s.end_date is null or s.end_date > e.end_date))`,
  'a stage that starts in days to come': 'stage_period where start_date > today()',
  'an end of a stage in days to come, but for an internship': `stage_period where end_date > today() and stage <> 'internship'`,
  'two main stages on a day': `stage_period s join stage_period o on o.enrolment_id = s.enrolment_id and o.id <> s.id and s.main and o.main and ${period('s')} && ${period('o')}`,
  'the same stage twice on a day': `stage_period s join stage_period o on o.enrolment_id = s.enrolment_id and o.id <> s.id and o.stage = s.stage and ${period('s')} && ${period('o')}`,
  'an active person without a main stage': `enrolment e where e.status = 'active' and not exists (select from stage_period s where s.enrolment_id = e.id and s.main and today() between s.start_date and coalesce(s.end_date, 'infinity'))`,
  'days without a main stage': `stage_period s join enrolment e on e.id = s.enrolment_id where s.main and s.start_date > e.start_date
    and not exists (select from stage_period b where b.enrolment_id = s.enrolment_id and b.main and b.end_date = s.start_date - 1)`,
  'a stage of somebody entered by mistake': `stage_period s join enrolment e on e.id = s.enrolment_id where e.exit_reason = 'registered-by-mistake'`,
  'a job with support before any search': `stage_period s where s.stage = 'follow-along' and not exists (select from stage_period b where b.enrolment_id = s.enrolment_id and b.stage = 'matching' and b.start_date < s.start_date)`,
};

const meetings: Rules = {
  'a meeting before the first day of the enrolment': `${person} where e.start_date is null or local_day(m.starts_at) < e.start_date`,
  'a meeting after the exit': `${person} where local_day(m.starts_at) > e.end_date`,
  'a meeting of somebody entered by mistake': `${person} where e.exit_reason = 'registered-by-mistake'`,
  'a meeting that is over in days to come': `meeting where status <> 'planned' and local_day(starts_at) >= today()`,
  'a meeting outside the project': `meeting m join project p on p.id = m.project_id where local_day(m.starts_at) not between p.start_date and p.end_date`,
  // Today alone may be a Saturday: whoever tries the demo then has meetings, too.
  'a meeting at the weekend, or at night': `meeting where (extract(isodow from local_day(starts_at)) > 5 and local_day(starts_at) <> today()) or (starts_at at time zone 'Europe/Stockholm')::time not between '08:00' and '17:00'`,
  'a coach in two meetings at once': `meeting m join meeting o on o.coach_id = m.coach_id and o.id <> m.id and ${time('m')} && ${time('o')}`,
  'a person in two places at once': `${person} join attendance b on b.id <> a.id join meeting o on o.id = b.meeting_id join enrolment f on f.id = b.enrolment_id
    where e.participant_id = f.participant_id and ${time('m')} && ${time('o')}`,
  'a meeting without a participant': 'meeting m where not exists (select from attendance a where a.meeting_id = m.id)',
  'a meeting of several who are not a group': `(select m.kind, count(*) as people from meeting m join attendance a on a.meeting_id = m.id group by m.id) as m where (kind = 'group') <> (people > 1)`,
  'a meeting with a coach who does not work there that day': `meeting m where not exists (select from role_assignment r where r.staff_id = m.coach_id and r.site_id = m.site_id and r.role = 'coach'
    and local_day(m.starts_at) between r.valid_from and coalesce(r.valid_to, 'infinity'))`,
  'a meeting with a coach whose case it is not that day': `${person} where not exists (select from enrolment_coach c where c.enrolment_id = e.id and c.staff_id = m.coach_id and local_day(m.starts_at) between c.valid_from and coalesce(c.valid_to, 'infinity'))`,
  'an attendance that does not fit its meeting': `${person} where (m.status = 'planned' and a.state <> 'expected') or (m.status = 'held' and a.state = 'expected')
    or (m.status = 'missed' and a.state not in ('absent', 'absent-with-notice')) or (m.status = 'cancelled' and a.state not in ('cancelled-by-us', 'absent-with-notice'))`,
  'a summary or a next step of somebody who was not there': `attendance_note n join attendance a on a.id = n.id where num_nonnulls(n.summary, n.next_step) > 0 and a.state <> 'attended'`,
  'a note on a meeting that is not over': `attendance_note n join attendance a on a.id = n.id join meeting m on m.id = a.meeting_id where m.status = 'planned'`,
  'a note that says nothing': 'attendance_note where num_nonnulls(summary, internal_note, next_step) = 0',
  'a next step before the meeting': `${person} where a.next_step_date <= local_day(m.starts_at)`,
  'a day for a step that nobody wrote down':
    'attendance a left join attendance_note n on n.id = a.id where (a.next_step_date is null) <> (n.next_step is null)',
  'a gap in a sentence': `attendance_note where concat(summary, internal_note, next_step) ~ '[{}]|undefined'`,
  'a meeting held during a pause': `${person} join (select row_id, content ->> 'status' as status, local_day(recorded_at) as day, local_day(lead(recorded_at) over (partition by row_id order by id)) as next
      from history.row_version where table_name = 'enrolment') as v on v.row_id = e.id and v.status = 'on-hold' and local_day(m.starts_at) between v.day and coalesce(v.next, 'infinity')
    where m.status = 'held'`,
};

const staff: Rules = {
  'a coach of a case before being hired, or after leaving': `enrolment_coach c where not exists (select from role_assignment r where r.staff_id = c.staff_id and r.site_id = c.site_id and r.role = 'coach'
    and ${period('r', 'valid_from', 'valid_to')} @> ${period('c', 'valid_from', 'valid_to')})`,
  'a coach of a case who has left': `enrolment_coach c join staff s on s.id = c.staff_id where not s.active and (c.valid_to is null or c.valid_to >= today())`,
  'somebody who has left and may sign in, or works and may not': `staff s where s.active <> exists (select from role_assignment r where r.staff_id = s.id and (r.valid_to is null or r.valid_to >= today()))`,
  'two main coaches on a day that is no handover': `enrolment_coach c join enrolment_coach o on o.enrolment_id = c.enrolment_id and o.id <> c.id and c.part = 'main' and o.part = 'main'
    and daterange(c.valid_from, c.valid_to) && daterange(o.valid_from, o.valid_to)`,
  'days without a main coach': `enrolment_coach c where c.part = 'main' and c.valid_to is not null and not exists (select from enrolment_coach n where n.enrolment_id = c.enrolment_id and n.part = 'main' and n.valid_from = c.valid_to)`,
  'somebody who is there without a main coach': `enrolment e where e.status in ('active', 'on-hold') and not exists (select from enrolment_coach c where c.enrolment_id = e.id and c.part = 'main' and c.valid_to is null)`,
  'a caseload that is too small or too large': `(select c.staff_id, count(*) as people from enrolment e join enrolment_coach c on c.enrolment_id = e.id and c.part = 'main' and c.valid_to is null where e.status = 'active' group by 1) as load
    join staff s on s.id = load.staff_id where s.email <> 'coach@stegvis.example' and people not between 15 and 25`,
  'a site without a leader': `site s where not exists (select from role_assignment r where r.site_id = s.id and r.role = 'local-leader' and r.valid_from <= today() and r.valid_to is null)`,
  'an e-mail address that could be real': `(select email from participant union all select email from staff) as e where email not like '%.example'`,
  'a telephone number that could be real': `participant where phone is not null and phone !~ '^070-17406(0[5-9]|[1-9][0-9])$'`,
};

const reminders: Rules = {
  'a follow-up that was made before it was due': 'reminder where local_day(created_at) < due_date',
  'a follow-up that was closed before it was made': 'reminder where closed_at < created_at or closed_at > now()',
  'a follow-up of two at a time': `reminder r join reminder o on (o.rule, o.subject_id, o.enrolment_id) = (r.rule, r.subject_id, r.enrolment_id) and o.id <> r.id
    and tstzrange(r.created_at, r.closed_at) && tstzrange(o.created_at, o.closed_at)`,
  'a follow-up that waits for somebody else than the coach': `reminder r where r.state in ('open', 'snoozed')
    and r.staff_id is distinct from (select c.staff_id from enrolment_coach c where c.enrolment_id = r.enrolment_id and c.part = 'main' and c.valid_to is null)`,
  'a follow-up of a meeting that is not one': `reminder r where r.rule = 'meeting-not-written-up' and not exists (select from attendance a where a.meeting_id = r.subject_id and a.enrolment_id = r.enrolment_id)`,
};

const namedToday = 'named_staff n where n.participant_id = p.id and today() between n.valid_from and n.valid_to';

const protectedPeople: Rules = {
  'an address or a municipality of a protected person': `participant p join enrolment e on e.participant_id = p.id where p.protection <> 'none' and num_nonnulls(p.address, e.municipality_code) > 0`,
  'a protected person whom nobody is named for, or more than three': `participant p where p.protection <> 'none' and (select count(*) from ${namedToday}) not between 1 and 3`,
  'a main coach of a protected person who is not named': `participant p join enrolment e on e.participant_id = p.id join enrolment_coach c on c.enrolment_id = e.id and c.part = 'main' and c.valid_to is null
    where p.protection <> 'none' and not exists (select from ${namedToday} and n.staff_id = c.staff_id)`,
  'somebody named who does not work with the person': `participant p join named_staff n on n.participant_id = p.id where n.valid_to >= today() and n.staff_id not in (select access.those_who_work_with(p.id))`,
  'a protection that was decided by somebody who is not named': `named_staff n where not exists (select from named_staff o where o.participant_id = n.participant_id and o.staff_id = n.decided_by)`,
  'somebody named for a person who is not protected': `named_staff n join participant p on p.id = n.participant_id where p.protection = 'none' and n.valid_to >= today()`,
  'a lift that was asked for by somebody who is not named, or is void': `participant p where p.lift_asked_by is not null
    and (p.lift_asked_on < today() - 14 or not exists (select from ${namedToday} and n.staff_id = p.lift_asked_by))`,
  'somebody counted and not named, by a name or with something to reach them by': `participant where pseudonymous
    and (given_name <> 'Deltagare' or family_name !~ '^[2-9B-Z]{4}$' or identity_kind <> 'none' or num_nonnulls(identity_number_hash, phone, email, address) > 0)`,
  'a pseudonym of somebody who is named': `participant where not pseudonymous and given_name = 'Deltagare'`,
};

export const caseRules: Rules = { ...enrolments, ...stages, ...meetings, ...staff, ...reminders, ...protectedPeople };
