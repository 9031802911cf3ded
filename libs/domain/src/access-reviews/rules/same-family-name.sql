-- Somebody looked at a person in particular with whom they share a family name, or a part of a double one: a relative, maybe.
-- The first such look in the month at that person. Who is counted and not named has a pseudonym, which says nothing.
select distinct on (l."staffId", p.id) l.id
from looks l
cross join lateral unnest(l.people) as one (id)
join app.participant p on p.id = one.id and not p.pseudonymous
where l.particular
  and regexp_split_to_array(lower(p.family_name), '[ -]+') && array(
    select word from unnest((regexp_split_to_array(lower(l."staffName"), '[ -]+'))[2:]) as word where word <> all ('{af,av,von,van,de,der,den,el,al,la}'))
order by l."staffId", p.id, l.at
