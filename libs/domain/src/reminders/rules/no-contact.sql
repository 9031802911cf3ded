-- No contact: the enrolment is active, and nobody has met the person for the days that the project promises
-- (project.contact_within_days). Contact is a meeting that was held and that the person attended; its day is the local
-- day on which it began. Due on the day of the last contact plus those days. Without a contact since the first day,
-- the days are counted from the first day. On hold is not active: the count goes on when the person is back.
-- $1: enrolments. Subject: the enrolment.
select e.id as enrolment_id, e.id as subject_id, greatest(e.start_date, last.day) + p.contact_within_days as due_date
from app.enrolment e
join app.project p on p.id = e.project_id
left join lateral (
  select app.local_day(max(m.starts_at)) as day
  from app.attendance a
  join app.meeting m on m.id = a.meeting_id
  where a.enrolment_id = e.id and a.state = 'attended' and m.status = 'held'
) last on true
where e.id = any ($1::uuid[])
  and e.status = 'active'
  and greatest(e.start_date, last.day) + p.contact_within_days <= app.today()
