-- Stages of the enrolments that the asker may see.
select g.id, g.enrolment_id as "enrolmentId", g.project_id as "projectId", g.site_id as "siteId", g.stage, g.start_date as "startDate",
       g.end_date as "endDate", g.main, g.version
from app.stage_period g
