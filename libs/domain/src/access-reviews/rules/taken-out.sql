-- Somebody fetched a list with people of the site as a file: every time, since the file is outside from then on. The log tells why it was taken out.
select l.id
from looks l
where l.action = 'exports.download'
