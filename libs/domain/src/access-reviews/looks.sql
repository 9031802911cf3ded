-- The looks of a month ($1, its first day) at people of a site ($3), or of an organisation ($2): events that showed somebody. Of each, whether
-- it was at somebody in particular: a person opened or worked with, or found alone by a search. A list is not, and neither is reading the log itself.
select e.*, app.local_day(e.at) as day, (e.at at time zone 'Europe/Stockholm')::time as local_time, e.kind_of as kind,
       (e.kind_of in ('open', 'change') or e.kind_of = 'search' and cardinality(e.people) = 1)
         and e.action not in ('access-log.read', 'access-reviews.read', 'participants.read-log') as particular
from access.log_events(app.start_of_day($1::date), app.start_of_day(($1::date + interval '1 month')::date), null, $2::uuid, $3::uuid, null, null, null, null, false, null) as e
where e.people <> '{}' and e."staffId" is not null and e.kind_of not in ('refused', 'sign-in')
