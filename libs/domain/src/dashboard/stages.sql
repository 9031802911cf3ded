-- Active enrolments by the stages that are open today, and by gender. Stages overlap, so an enrolment with two open stages
-- stands in both rows, and the rows do not add up to the active ones; "none" holds those without an open stage. A stage is
-- open on its first and last day and the days between.
-- $1 the project, $2 the rows, $3 the genders.
with open as (
  select distinct p.enrolment_id, p.stage
  from app.stage_period p
  where p.project_id = $1 and p.start_date <= (select app.today()) and (p.end_date is null or p.end_date >= (select app.today()))
), counted as (
  select coalesce(open.stage, 'none') as stage, e.gender, count(*)::integer as count
  from app.enrolment e
  left join open on open.enrolment_id = e.id
  where e.project_id = $1 and e.status = 'active'
  group by 1, 2
)
select rows.stage, genders.gender, coalesce(counted.count, 0) as count
from unnest($2::text[]) with ordinality as rows (stage, place)
cross join unnest($3::text[]) with ordinality as genders (gender, place)
left join counted on counted.stage = rows.stage and counted.gender = genders.gender
order by rows.place, genders.place
