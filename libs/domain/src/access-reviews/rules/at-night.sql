-- Somebody looked at a person in particular before six in the morning or after eight in the evening, Monday to Friday, in Swedish time:
-- the first such look of a day at that person.
select distinct on (l."staffId", l.people, l.day) l.id
from looks l
where l.particular and extract(isodow from l.day) < 6 and (l.local_time < '06:00' or l.local_time >= '20:00')
order by l."staffId", l.people, l.day, l.at
