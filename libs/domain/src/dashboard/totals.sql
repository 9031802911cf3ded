-- How a project stands today, for what the reader may see of it: the whole for its leader, the own sites for a local leader.
--   active   enrolments that go on (those on hold are not among them)
--   waiting  referrals without an answer: referred or waiting
--   entered  enrolments that have started, whatever came after
--   left     enrolments that have started and ended
-- An enrolment that was registered by mistake is in none of them. A person who came back has two enrolments, and counts
-- twice here; the report counts people.
-- $1 the project. No row for a reader who leads neither the project nor a site of it.
select p.id, p.name as "projectName", app.today() as today,
       count(e.id) filter (where e.status = 'active')::integer as active,
       count(e.id) filter (where e.status in ('referred', 'waiting'))::integer as waiting,
       count(e.id) filter (where e.start_date is not null and e.exit_reason is distinct from 'registered-by-mistake')::integer as entered,
       count(e.id) filter (where e.status = 'exited' and e.exit_reason <> 'registered-by-mistake')::integer as "left"
from app.project p
left join app.enrolment e on e.project_id = p.id
where p.id = $1
  and (p.id in (select access.my_projects('project-leader'))
       or exists (select from app.site s where s.project_id = p.id and s.id in (select access.my_sites('local-leader'))))
group by p.id
