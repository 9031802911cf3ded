-- Whom somebody opened without being assigned to them, why, and until when: one's own, and those of people at sites that one leads.
select o.id, o.participant_id as "participantId", o.staff_id as "staffId", coalesce(w.name, '') as "staffName", o.reason,
       o.opened_at as "openedAt", o.expires_at as "expiresAt", o.expires_at > now() as open
from app.opening o
left join app.staff w on w.id = o.staff_id
