-- Whom a run looks at: every enrolment of the project that had started by the last day of the period, except those
-- registered by mistake, with the facts that it is counted by, as they are known when the run is built.
--
-- A person is counted once in a project. Someone who came back has several enrolments, and
--   gender, age and labour-market status at entry are those of the first one (they never change afterwards);
--   age is in full years on the first day of the first enrolment; who is born on 29 February has the birthday on
--   28 February in other years;
--   how it ended, and the facts after leaving, are each enrolment's own (the report takes those of the last one).
-- Stages are those open on the last day of the period; a stage is open on its first and last day and those between.
-- $1 the run.
insert into app.report_subject
  (project_id, run_id, organisation_id, site_id, enrolment_id, participant_id, gender, age, age_band, labour_status, start_date, end_date, stages,
   exit_labour_status, exit_job_seeking, exit_in_education, exit_qualification, exit_facts_missing)
select e.project_id, e.run_id, e.organisation_id, e.site_id, e.id, e.participant_id, e.gender, aged.age,
       case when aged.age < 18 then 'under-18' when aged.age <= 29 then '18-29' when aged.age <= 54 then '30-54' else '55-and-over' end,
       e.labour_status, e.start_date, e.end_date, coalesce(open.stages, '{}'),
       e.exit_labour_status, e.exit_job_seeking, e.exit_in_education, e.exit_qualification, e.exit_facts_missing
from (
  select r.id as run_id, r.period_end, e.id, e.organisation_id, e.project_id, e.site_id, e.participant_id, e.start_date, e.end_date,
         e.exit_labour_status, e.exit_job_seeking, e.exit_in_education, e.exit_qualification, e.exit_facts_missing,
         first_value(e.gender) over person as gender, first_value(e.labour_status) over person as labour_status,
         first_value(e.date_of_birth) over person as born, first_value(e.start_date) over person as entered
  from app.report_run r
  join app.enrolment e on e.project_id = r.project_id and e.start_date <= r.period_end and e.exit_reason is distinct from 'registered-by-mistake'
  where r.id = $1
  window person as (partition by e.participant_id order by e.start_date, coalesce(e.end_date, 'infinity'), e.id)
) as e
cross join lateral (select (extract(year from e.entered) - extract(year from e.born))::integer as years) as counted
cross join lateral (select counted.years - case when e.born + make_interval(years => counted.years) > e.entered then 1 else 0 end as age) as aged
left join (
  select p.enrolment_id, array_agg(distinct p.stage order by p.stage) as stages
  from app.report_run r
  join app.stage_period p on p.project_id = r.project_id and p.start_date <= r.period_end and (p.end_date is null or p.end_date >= r.period_end)
  where r.id = $1
  group by p.enrolment_id
) as open on open.enrolment_id = e.id
