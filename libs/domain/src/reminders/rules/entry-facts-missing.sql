-- Entry facts missing: the enrolment has started, facts that figures need are not there, and the days have passed that
-- the project gives for them (project.entry_facts_within_days). Due on the first day plus those days. It goes on after
-- the person has left, except for those registered by mistake and the deceased.
-- $1: enrolments. Subject: the enrolment.
select e.id as enrolment_id, e.id as subject_id, e.start_date + p.entry_facts_within_days as due_date
from app.enrolment e
join app.project p on p.id = e.project_id
where e.id = any ($1::uuid[])
  and e.status in ('active', 'on-hold', 'exited')
  and e.entry_facts_missing
  and (e.exit_reason is null or e.exit_reason not in ('registered-by-mistake', 'deceased'))
  and e.start_date + p.entry_facts_within_days <= app.today()
