-- Roles that people hold, held or will hold, and over what.
select a.id, a.staff_id as "staffId", s.name as "staffName", a.role, a.project_id as "projectId", a.site_id as "siteId", a.organisation_id as "organisationId",
       a.may_open as "mayOpen", a.valid_from as "validFrom", a.valid_to as "validTo", a.version
from app.role_assignment a
join app.staff s on s.id = a.staff_id
