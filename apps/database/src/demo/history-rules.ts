import type { Rules } from './story-rules.js';

const versions = 'history.row_version v';
const local = `(v.recorded_at at time zone 'Europe/Stockholm')`;
/** Versions as steps: what a row became, beside what it was before. Sites at a person are noted by a trigger, and raise no version. */
const steps = `(select v.*, lag(content) over row as before, lag(recorded_at) over row as recorded_before
  from history.row_version v window row as (partition by table_name, row_id order by id)) as v`;
const became = (column: string) => `v.content ->> '${column}' is not null and v.content ->> '${column}' is distinct from v.before ->> '${column}'`;
const day = (column: string) => `(v.content ->> '${column}')::date`;
const recordedOn = 'local_day(v.recorded_at)';

/** The tables whose rows a version can be laid beside. */
const kept = [
  'organisation',
  'project',
  'site',
  'target',
  'staff',
  'role_assignment',
  'name_grant',
  'stand_in',
  'report_schedule',
  'participant',
  'named_staff',
  'enrolment',
  'voluntary_facts',
  'enrolment_coach',
  'stage_period',
  'meeting',
  'attendance',
  'attendance_note',
  'reminder',
  'report_run',
  'submission',
];
const rows = (columns: string) => kept.map((table) => `select '${table}' as kind, ${columns} from ${table} as t`).join(' union all ');

/** What never happens in the change log of the demo world: it reads as if it had been written while it happened. */
export const historyRules: Rules = {
  'a row that history does not know': `(${rows('t.id')}) as r where not exists (select from ${versions} where v.table_name = r.kind and v.row_id = r.id)`,
  'a row that is not as its last version': `(${rows('t.id, to_jsonb(t) as now')}) as r
    where r.now is distinct from (select v.content from ${versions} where v.table_name = r.kind and v.row_id = r.id order by v.id desc limit 1)`,
  'a version of a row that is not there': `${versions} where not exists (select from (${rows('t.id')}) as r where r.kind = v.table_name and r.id = v.row_id)`,
  'a first version that is no insert, or a later one that is': `${steps} where (v.before is null) <> (v.operation = 'insert')`,
  'versions that are not consecutive': `${steps} where v.table_name <> 'submission' and (v.content ->> 'version')::integer <> coalesce((v.before ->> 'version')::integer, 0)
    + case when v.table_name = 'participant' and v.before is not null and v.content -> 'site_ids' <> v.before -> 'site_ids' then 0 else 1 end`,
  'a version that changes nothing': `${steps} where v.before is not null and v.content - 'version' = v.before - 'version'`,
  'a version recorded before the one before it': `${steps} where v.recorded_at < v.recorded_before`,
  'a version recorded in time to come': `${versions} where v.recorded_at > now()`,
  'a version that nobody made': `${versions} where not coalesce((v.asker_kind = 'staff' and v.asker_id is not null and v.job_name is null) or (v.asker_kind = 'job' and v.job_name is not null and v.asker_id is null), false) or v.request_id is null`,
  'a row made at another time than its first version says': `${versions} where v.operation = 'insert' and v.content ? 'created_at' and abs(extract(epoch from (v.content ->> 'created_at')::timestamptz - v.recorded_at)) > 1`,
  'a change by somebody who does not work there that day': `${versions} where v.asker_kind = 'staff' and not exists (select from role_assignment r
    where r.staff_id = v.asker_id and r.valid_from - 28 <= ${recordedOn} and ${recordedOn} <= coalesce(r.valid_to, 'infinity'))`,
  'a change of a case by somebody whose case it is not': `${versions} join enrolment e on e.id = v.enrolment_id where v.asker_kind = 'staff'
    and not exists (select from enrolment_coach c where c.enrolment_id = e.id and c.staff_id = v.asker_id and ${recordedOn} between c.valid_from and coalesce(c.valid_to, 'infinity'))
    and not exists (select from role_assignment r where r.staff_id = v.asker_id and r.site_id = e.site_id and r.role = 'local-leader')`,
  'a meeting written down by another coach': `${versions} where v.table_name = 'meeting' and v.asker_id::text is distinct from v.content ->> 'coach_id'`,
  'work at night or at the weekend': `${versions} where v.asker_kind = 'staff' and v.table_name not in ('report_run', 'submission') and (extract(isodow from ${local}) > 5 or ${local}::time not between '07:00' and '19:00')`,
  'a referral recorded before its day': `${versions} where v.table_name = 'enrolment' and v.operation = 'insert' and ${recordedOn} <> ${day('referred_on')}`,
  'a referral that was complete when it came': `${versions} where v.table_name = 'enrolment' and v.operation = 'insert' and (v.content ->> 'status' <> 'referred' or v.content ->> 'start_date' is not null)`,
  'a start recorded before its day': `${steps} where v.table_name = 'enrolment' and ${became('start_date')} and ${recordedOn} < ${day('start_date')}`,
  'facts asked for before the start': `${steps} where v.table_name = 'enrolment' and ${became('labour_status')} and v.before ->> 'status' in ('referred', 'waiting')`,
  'an exit recorded before its day': `${steps} where v.table_name = 'enrolment' and ${became('end_date')} and ${recordedOn} < ${day('end_date')}`,
  'exit facts recorded with the exit': `${steps} where v.table_name = 'enrolment' and ${became('exit_labour_status')} and v.before ->> 'status' <> 'exited'`,
  'a step of an enrolment that there is not': `${steps} where v.table_name = 'enrolment' and v.before is not null and v.content ->> 'status' <> v.before ->> 'status'
    and (v.before ->> 'status', v.content ->> 'status') not in (('referred', 'waiting'), ('referred', 'active'), ('waiting', 'active'), ('referred', 'declined'), ('waiting', 'declined'),
      ('active', 'on-hold'), ('on-hold', 'active'), ('active', 'exited'), ('on-hold', 'exited'))`,
  'a stage recorded before it began': `${versions} where v.table_name = 'stage_period' and v.operation = 'insert' and (${recordedOn} < ${day('start_date')} or v.content ->> 'end_date' is not null)`,
  'an end of a stage recorded before its day, but for an internship': `${steps} where v.table_name = 'stage_period' and ${became('end_date')} and v.content ->> 'stage' <> 'internship' and ${recordedOn} < ${day('end_date')}`,
  'a meeting written up before it began': `${versions} where v.table_name = 'meeting' and v.content ->> 'status' in ('held', 'missed') and v.recorded_at < (v.content ->> 'starts_at')::timestamptz`,
  'a meeting planned after it began': `${versions} where v.table_name = 'meeting' and v.content ->> 'status' in ('planned', 'cancelled') and v.recorded_at > (v.content ->> 'starts_at')::timestamptz`,
  'an attendance known before the meeting': `${versions} join meeting m on m.id = (v.content ->> 'meeting_id')::uuid where v.table_name = 'attendance' and v.content ->> 'state' in ('attended', 'absent') and v.recorded_at < m.starts_at`,
  'a note written before the meeting': `${versions} join attendance a on a.id = v.row_id join meeting m on m.id = a.meeting_id where v.table_name = 'attendance_note' and v.recorded_at < m.starts_at and m.status = 'held'`,
  'a handover that was not told on its day': `${versions} where v.table_name = 'enrolment_coach' and v.content ->> 'part' = 'main' and ${recordedOn} <> coalesce(${day('valid_to')}, ${day('valid_from')})`,
  'a coach whose leaving stood in the first version': `${versions} where v.table_name in ('enrolment_coach', 'role_assignment') and v.operation = 'insert' and v.content ->> 'valid_to' is not null`,
  'an account that was opened after the first day': `role_assignment r join ${versions} on v.row_id = r.staff_id and v.table_name = 'staff' and v.operation = 'insert' where ${recordedOn} > r.valid_from`,
  'a password from before the account': `sign_in.credential c join ${versions} on v.row_id = c.staff_id and v.table_name = 'staff' and v.operation = 'insert' where c.changed_at < v.recorded_at or c.changed_at > now()`,
  'a follow-up made by a person, or closed by hand by a job': `${versions} where v.table_name = 'reminder' and ((v.operation = 'insert' and v.asker_kind <> 'job') or (v.content ->> 'state' = 'done' and v.asker_kind <> 'staff'))`,
};

/** What never happens to the reports. What their figures must be is counted in figures.db.spec.ts. */
export const reportRules: Rules = {
  'a month without a submitted report': `(select p.id, month::date as month from project p, generate_series(date_trunc('month', p.start_date::timestamp), date_trunc('month', today()::timestamp) - interval '1 month', '1 month') as month
      where p.kind = 'individual-support') as due
    where not exists (select from report_run r where r.project_id = due.id and r.state = 'submitted' and date_trunc('month', r.period_start) = due.month and r.period_end = due.month + interval '1 month' - interval '1 day')`,
  'a report made before its month was over': 'report_run where local_day(requested_at) <= period_end',
  'steps of a report in another order':
    'report_run where not coalesce(requested_at <= built_at and built_at < checked_at and checked_at < submitted_at and submitted_at < now(), false)',
  'a submission that the run does not know':
    'report_run r full join submission s on s.run_id = r.id where s.submitted_at is distinct from r.submitted_at or s.comment is distinct from r.comment',
  'a report submitted by somebody else than the project leader': `submission s where not exists (select from role_assignment a where a.staff_id = s.submitted_by and a.project_id = s.project_id and a.role = 'project-leader' and local_day(s.submitted_at) >= a.valid_from)`,
  'two submitted reports of a period': `report_run r join report_run o on (o.project_id, o.period_start, o.period_end) = (r.project_id, r.period_start, r.period_end) and o.id <> r.id and r.state = 'submitted' and o.state = 'submitted'`,
  'a report that gave way to nothing, or without a word why': `report_run r where r.state = 'superseded' and not exists (select from report_run o
    where (o.project_id, o.period_start, o.period_end) = (r.project_id, r.period_start, r.period_end) and o.state = 'submitted' and o.submitted_at > r.submitted_at and o.comment is not null)`,
  'a figure with other people behind it': 'report_cell c where c.value <> (select count(*) from report_member m where m.cell_id = c.id)',
  'history that tells other steps than the run': `report_run r where (r.requested_at, r.built_at, r.submitted_at) is distinct from (
    (select min(recorded_at) from history.row_version v where v.row_id = r.id), (select min(recorded_at) from history.row_version v where v.row_id = r.id and v.content ->> 'state' = 'draft'),
    (select min(recorded_at) from history.row_version v where v.row_id = r.id and v.content ->> 'state' = 'submitted'))`,
};
