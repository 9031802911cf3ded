-- The exports that the asker has asked for: nobody sees those of others.
select e.id, e.resource, e.purpose, e.format, e.row_count as rows, e.state, e.denial, e.requested_at as "requestedAt", e.ready_at as "readyAt",
       e.expires_at as "expiresAt"
from app.export e
