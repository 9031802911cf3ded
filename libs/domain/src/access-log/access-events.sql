-- The events of the access log that the asker may see ($1 to $9 say which), from the row after $10 on: who, when, what, and whom it
-- showed, the first $11 of them. A person has a name here for those who see the person; for others there is an id.
select e.id, e.at, e."staffId", e."staffName", e.roles, e.kind_of as kind, e.action, cardinality(e.people) as people,
       coalesce((select json_agg(json_build_object('id', one.id, 'name', p.given_name || ' ' || p.family_name) order by one.place)
                 from unnest(e.people[1:$11]) with ordinality as one (id, place) left join app.participant p on p.id = one.id), '[]'::json) as participants,
       e.record_id as "recordId", e.shown, coalesce(array_to_string(e.criteria, ', '), '') as criteria
from (select * from access.log_events(app.start_of_day($1::date), app.start_of_day($2::date + 1), $3::uuid, null, null, $4::uuid, $5, $6, $7::uuid[], $8, $9)
      offset $10) as e
