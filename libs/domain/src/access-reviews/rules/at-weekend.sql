-- Somebody looked at a person in particular on a Saturday or a Sunday, in Swedish time: the first such look of a day at that person.
-- Public holidays are not known here.
select distinct on (l."staffId", l.people, l.day) l.id
from looks l
where l.particular and extract(isodow from l.day) >= 6
order by l."staffId", l.people, l.day, l.at
