-- Meeting not written up: a meeting that is still planned although its end has passed, for each enrolment that was
-- expected there. Due on the local day on which it ended.
-- $1: enrolments. Subject: the meeting.
select a.enrolment_id, m.id as subject_id, app.local_day(m.starts_at + make_interval(mins => m.minutes)) as due_date
from app.attendance a
join app.meeting m on m.id = a.meeting_id
where a.enrolment_id = any ($1::uuid[])
  and a.state = 'expected'
  and m.status = 'planned'
  and m.starts_at + make_interval(mins => m.minutes) <= now()
