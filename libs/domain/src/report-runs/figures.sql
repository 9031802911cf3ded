-- The report's figures, counted from the subjects of the run and from nothing else: rule version 1, the one place of the
-- rules. Each cell keeps the enrolments behind it, one for each person.
--
-- Participants, each person once:
--   entered  the first enrolment in the project started in the period (who comes back does not enter again)
--   active   took part on any day of the period: an enrolment had started by its last day and not ended before its first
--   left     the last enrolment that had started by the period's last day ended in the period (who left and was back by
--            then has not left)
-- By age: the same people, by age at the start of the first enrolment.
-- Active by stage: those whose enrolment goes on at the period's last day, by the stages open on that day; stages overlap,
-- so a person may stand in several rows; "none" holds those without an open stage.
-- Results at exit, among those who left, from the facts within four weeks after leaving:
--   employed       employed or self-employed then, of those who were unemployed or inactive at entry
--   in-education   in education or training then
--   job-seeking    looking for work then, of those who were inactive at entry
--   qualification  gained a qualification
--   facts-missing  a fact that decides a result is not known: one after leaving, or the labour-market status at entry
-- Columns: women, men, non-binary, and all. A cell that nobody stands in is there too, as 0.
-- $1 the run, $2 the sections, $3 the rows (side by side), $4 the columns.
with run as (
  select id, project_id, period_start, period_end from app.report_run where id = $1
), subject as (
  select s.*, run.period_start, run.period_end,
         row_number() over (partition by s.participant_id order by s.start_date, coalesce(s.end_date, 'infinity'), s.enrolment_id) as nth,
         row_number() over (partition by s.participant_id order by s.start_date desc, coalesce(s.end_date, 'infinity') desc, s.enrolment_id desc) as nth_from_last
  from app.report_subject s
  join run on run.id = s.run_id
), entered as (
  select * from subject where nth = 1 and start_date between period_start and period_end
), active as (
  select distinct on (participant_id) *
  from subject where end_date is null or end_date >= period_start
  order by participant_id, nth desc
), gone as (
  select * from subject where nth_from_last = 1 and end_date between period_start and period_end
), counted as (
  select 'participants' as section, 'entered' as row_name, enrolment_id, gender from entered
  union all select 'participants', 'active', enrolment_id, gender from active
  union all select 'participants', 'left', enrolment_id, gender from gone
  union all select 'entered-by-age', age_band, enrolment_id, gender from entered
  union all select 'active-by-age', age_band, enrolment_id, gender from active
  union all select 'left-by-age', age_band, enrolment_id, gender from gone
  union all
  select 'active-by-stage', coalesce(open.stage, 'none'), enrolment_id, gender
  from active
  left join lateral unnest(active.stages) as open (stage) on true
  where active.end_date is null or active.end_date >= active.period_end
  union all
  select 'results-at-exit', result.name, enrolment_id, gender
  from gone
  cross join lateral (values
    ('employed', gone.exit_labour_status in ('employed', 'self-employed') and gone.labour_status in ('unemployed', 'inactive')),
    ('in-education', gone.exit_in_education),
    ('job-seeking', gone.exit_job_seeking and gone.labour_status = 'inactive'),
    ('qualification', gone.exit_qualification),
    ('facts-missing', gone.exit_facts_missing or gone.labour_status is null)
  ) as result (name, holds)
  where result.holds
), member as (
  select counted.section, counted.row_name, col.column_name, counted.enrolment_id
  from counted
  cross join lateral (values (counted.gender), ('total')) as col (column_name)
), figure as (
  select section, row_name, column_name, count(*)::integer as value from member group by section, row_name, column_name
), cell as (
  insert into app.report_cell (project_id, run_id, section, row_name, column_name, value)
  select run.project_id, run.id, place.section, place.row_name, col.column_name, coalesce(figure.value, 0)
  from run
  cross join unnest($2::text[], $3::text[]) as place (section, row_name)
  cross join unnest($4::text[]) as col (column_name)
  left join figure on figure.section = place.section and figure.row_name = place.row_name and figure.column_name = col.column_name
  returning id, section, row_name, column_name
)
insert into app.report_member (project_id, run_id, cell_id, enrolment_id, organisation_id, site_id)
select subject.project_id, subject.run_id, cell.id, subject.enrolment_id, subject.organisation_id, subject.site_id
from member
join cell on cell.section = member.section and cell.row_name = member.row_name and cell.column_name = member.column_name
join subject on subject.enrolment_id = member.enrolment_id
