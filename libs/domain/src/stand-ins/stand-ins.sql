-- Who stands in for whom, where, until when and why. In force: begun, not past its last day, not ended. Over: it will not be in force again.
select i.id, i.site_id as "siteId", s.name as "siteName", i.coach_id as "coachId", coalesce(c.name, '') as "coachName",
       i.stand_in_id as "standInId", coalesce(w.name, '') as "standInName", i.starts_on as "startsOn", i.ends_on as "endsOn", i.reason,
       coalesce(b.name, '') as "appointedByName", i.ended_at as "endedAt",
       app.standing_in_today(i.starts_on, i.ends_on, i.ended_at) as "inForce", i.ended_at is not null or i.ends_on < app.today() as over, i.version
from app.stand_in i
join app.site s on s.id = i.site_id
left join app.staff c on c.id = i.coach_id
left join app.staff w on w.id = i.stand_in_id
left join app.staff b on b.id = i.appointed_by
