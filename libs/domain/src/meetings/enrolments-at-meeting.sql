-- Enrolments as far as a meeting needs to know them: where they are, from when to when, and how the meeting lies to that.
-- day: the meeting's local day. ahead: it begins more than an hour from now.
-- $1 the enrolments, $2 when the meeting starts.
select e.id, e.organisation_id as "organisationId", e.project_id as "projectId", e.site_id as "siteId", e.status, e.start_date as "startDate",
       e.end_date as "endDate", j.end_date as "projectEnds", app.local_day($2) as day, $2::timestamptz > now() + interval '1 hour' as ahead
from app.enrolment e join app.project j on j.id = e.project_id
where e.id = any ($1::uuid[])
