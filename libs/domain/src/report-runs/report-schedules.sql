-- Which projects' reports draft themselves, and how often.
select s.id, s.project_id as "projectId", p.name as "projectName", s.every, s.active, s.version
from app.report_schedule s
join app.project p on p.id = s.project_id
