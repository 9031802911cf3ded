-- Active enrolments by the stages that are open today, and by gender. Stages overlap, so an enrolment with two open stages
-- stands in both rows, and the rows do not add up to the active ones; "none" holds those without an open stage. A stage is
-- open on its first and last day and the days between.
-- $1 the project, $2 the rows, $3 the genders.
with here as (
  select e.id, e.gender, coalesce(open.stage, 'none') as stage
  from app.enrolment e
  left join lateral (
    select distinct p.stage from app.stage_period p
    where p.enrolment_id = e.id and p.start_date <= app.today() and (p.end_date is null or p.end_date >= app.today())
  ) as open on true
  where e.project_id = $1 and e.status = 'active'
)
select rows.stage, genders.gender, count(here.id)::integer as count
from unnest($2::text[]) with ordinality as rows (stage, place)
cross join unnest($3::text[]) with ordinality as genders (gender, place)
left join here on here.stage = rows.stage and here.gender = genders.gender
group by rows.stage, rows.place, genders.gender, genders.place
order by rows.place, genders.place
