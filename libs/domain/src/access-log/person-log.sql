-- Who has looked at a person ($1), or done something with them, from a local day ($2, 90 days ago unless said) to another ($3, today
-- unless said): once for each day, member of staff and thing done, the latest first and $4 at most. Nothing for who may not see the person.
with period as (select coalesce($2::date, app.today() - 90) as first_day, coalesce($3::date, app.today()) as last_day),
person as (select p.id, p.given_name || ' ' || p.family_name as name from app.participant p where p.id = $1),
looks as (
  select app.local_day(e.at) as day, e."staffName", e.roles, e.kind_of as kind, e.action, count(distinct e.id)::integer as times,
         coalesce(array_agg(distinct one.field order by one.field) filter (where one.field is not null), '{}') as shown, min(e.at) as first_at, max(e.at) as last_at
  from period
  cross join lateral access.log_events(app.start_of_day(period.first_day), app.start_of_day(period.last_day + 1), $1, null, null, null, null, null, null, false, 100000) as e
  left join lateral unnest(e.shown) as one (field) on true
  where exists (select from person)
  group by 1, e."staffId", 2, 3, 4, 5
  order by 1 desc, max(e.at) desc
  limit $4::integer + 1
)
select person.id, person.name, period.first_day as "from", period.last_day as "to", (select count(*) from looks) <= $4 as complete,
       coalesce((select json_agg(json_build_object('day', l.day, 'staffName', l."staffName", 'roles', l.roles, 'kind', l.kind, 'action', l.action,
                                                   'shown', l.shown, 'times', l.times, 'firstAt', app.instant(l.first_at), 'lastAt', app.instant(l.last_at)))
                 from (select * from looks limit $4) as l), '[]'::json) as looks
from person cross join period
