-- Exit facts missing: the person has left, and what became of them is not written down. The facts describe the four
-- weeks after the last day; due 21 days after the last day, one week before those weeks run out. Never for those
-- registered by mistake and the deceased.
-- $1: enrolments. Subject: the enrolment.
select e.id as enrolment_id, e.id as subject_id, e.end_date + 21 as due_date
from app.enrolment e
where e.id = any ($1::uuid[])
  and e.status = 'exited'
  and e.exit_facts_missing
  and e.exit_reason not in ('registered-by-mistake', 'deceased')
  and e.end_date + 21 <= app.today()
