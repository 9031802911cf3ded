-- What the funder of a project has been given about days of a period, the newest first.
-- $1 the project, $2 and $3 the first and last day of the period.
select s.period_start as "periodStart", s.period_end as "periodEnd", s.submitted_at as "submittedAt", s.published as "rows"
from app.submission s
where s.project_id = $1 and s.period_start <= $3 and s.period_end >= $2
order by s.submitted_at desc
