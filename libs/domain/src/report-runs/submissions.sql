-- Reports as the funder reads them: what was published then, and nothing else. A later submission of the same project and
-- period takes the place of an earlier one, which stays readable and says so.
select s.id, s.project_id as "projectId", p.name as "projectName", s.period_start as "periodStart", s.period_end as "periodEnd",
       s.rule_version as "ruleVersion", s.comment, s.submitted_at as "submittedAt", s.submitted_by_name as "submittedByName", s.published as "rows",
       s.returned_at as "returnedAt", s.returned_by_name as "returnedByName", s.return_comment as "returnComment",
       exists (select from app.submission later
               where later.project_id = s.project_id and later.period_start = s.period_start and later.period_end = s.period_end
                 and (later.submitted_at, later.id) > (s.submitted_at, s.id)) as replaced
from app.submission s
join app.project p on p.id = s.project_id
