-- Report runs with the names that go with them: one making of the report each, newest period first.
select r.id, r.project_id as "projectId", p.name as "projectName", r.period_start as "periodStart", r.period_end as "periodEnd",
       r.rule_version as "ruleVersion", r.state, r.comment, r.schedule_id is not null as scheduled, r.requested_at as "requestedAt", r.built_at as "builtAt",
       r.checked_at as "checkedAt", checker.name as "checkedByName", r.submitted_at as "submittedAt", submitter.name as "submittedByName",
       sent.returned_at as "returnedAt", sent.returned_by_name as "returnedByName", sent.return_comment as "returnComment", r.version
from app.report_run r
join app.project p on p.id = r.project_id
left join app.staff checker on checker.id = r.checked_by
left join app.staff submitter on submitter.id = r.submitted_by
left join app.submission sent on sent.run_id = r.id
