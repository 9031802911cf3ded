-- The next enrolments, by id, that a follow-up may be due for or whose reminder may have to go: those under way, those
-- that ended with facts missing, those expected at a meeting that has begun and is not written up, and those with a
-- reminder that is not closed. $1: the last id of the batch before, or null. $2: how many.
select e.id
from app.enrolment e
where ($1::uuid is null or e.id > $1::uuid)
  and (e.status in ('active', 'on-hold')
    or (e.status = 'exited' and (e.entry_facts_missing or e.exit_facts_missing))
    or exists (select from app.reminder r where r.enrolment_id = e.id and r.state in ('open', 'snoozed'))
    or exists (select from app.attendance a join app.meeting m on m.id = a.meeting_id
               where a.enrolment_id = e.id and a.state = 'expected' and m.status = 'planned' and m.starts_at <= now()))
order by e.id
limit $2::integer
