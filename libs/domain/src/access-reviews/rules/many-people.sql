-- Somebody opened 15 different people within ten minutes: the look that made it so many, once a day. A person who was opened less than
-- ten minutes before counts once; a list shows many at once and is no opening.
select distinct on (o."staffId", o.day) o.id
from (
  select f.*, lag(f.at, 14) over (partition by f."staffId" order by f.at) as fourteen_before
  from (select l.id, l."staffId", l.day, l.at, lag(l.at) over (partition by l."staffId", l.people order by l.at) as before
        from looks l where l.kind = 'open' and l.particular) as f
  where f.before is null or f.before <= f.at - interval '10 minutes'
) as o
where o.at <= o.fourteen_before + interval '10 minutes'
order by o."staffId", o.day, o.at
