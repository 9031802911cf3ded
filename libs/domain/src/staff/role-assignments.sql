-- Roles that people hold, held or will hold, and over what; and those that wait for another administrator to confirm them.
select a.id, a.staff_id as "staffId", s.name as "staffName", a.role, a.project_id as "projectId", a.site_id as "siteId", a.organisation_id as "organisationId",
       a.may_open as "mayOpen", a.valid_from as "validFrom", a.valid_to as "validTo", a.state, a.given_by as "givenById", g.name as "givenByName", a.version
from (
  select id, staff_id, role, project_id, site_id, organisation_id, may_open, valid_from, valid_to, 'given' as state, null::uuid as given_by, version
  from app.role_assignment
  union all
  select id, staff_id, role, project_id, site_id, organisation_id, may_open, valid_from, valid_to, 'waiting', given_by, version
  from app.role_proposal where decided_at is null
) a
join app.staff s on s.id = a.staff_id
left join app.staff g on g.id = a.given_by
