-- Colleagues, and for an administrator everybody who has an account.
select s.id, s.name, s.email, s.language, s.active, s.version
from app.staff s
