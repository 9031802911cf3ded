-- Every target: the number a project has promised, for a site and a gender or for all.
select t.id, t.project_id as "projectId", p.name as "projectName", t.site_id as "siteId", s.name as "siteName",
       t.indicator, t.gender, t.start_date as "startDate", t.end_date as "endDate", t.value, t.version
from app.target t
join app.project p on p.id = t.project_id
left join app.site s on s.id = t.site_id
