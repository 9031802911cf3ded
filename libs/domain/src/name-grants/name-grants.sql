-- Whom the leaders of a site have let see its people by name, why, and until when. In force: begun, not past its last day, not ended.
select g.id, g.site_id as "siteId", s.name as "siteName", g.staff_id as "staffId", coalesce(w.name, '') as "staffName", g.ground,
       g.sensitive_facts as "sensitiveFacts",
       g.valid_from as "validFrom", g.valid_to as "validTo", coalesce(b.name, '') as "givenByName", g.ended_at as "endedAt",
       g.ended_at is null and app.today() between g.valid_from and g.valid_to as "inForce", g.version
from app.name_grant g
join app.site s on s.id = g.site_id
left join app.staff w on w.id = g.staff_id
left join app.staff b on b.id = g.given_by
