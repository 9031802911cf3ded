-- Reminders, with the names that go with them. The person's name is null for those who may not see the person: the
-- database hides the row. "overdue" is defined once, in app.reminder_is_overdue.
select r.id, r.rule, r.subject_id as "subjectId", r.enrolment_id as "enrolmentId", e.participant_id as "participantId",
       p.given_name || ' ' || p.family_name as "participantName", r.project_id as "projectId", r.site_id as "siteId",
       (select s.name from app.site s where s.id = r.site_id) as "siteName", r.staff_id as "staffId",
       w.name as "staffName", r.due_date as "dueDate", r.state, r.snoozed_until as "snoozedUntil", r.note, r.version,
       app.reminder_is_overdue(r.state, r.due_date, r.snoozed_until) as overdue
from app.reminder r
left join app.enrolment e on e.id = r.enrolment_id
left join app.participant p on p.id = e.participant_id
left join app.staff w on w.id = r.staff_id
