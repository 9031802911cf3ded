-- Every site on the installation: a place of a project, run by an organisation.
select s.id, s.project_id as "projectId", p.name as "projectName", s.organisation_id as "organisationId", o.name as "organisationName",
       s.name, s.municipality_code as "municipalityCode", s.version
from app.site s
join app.project p on p.id = s.project_id
join app.organisation o on o.id = s.organisation_id
