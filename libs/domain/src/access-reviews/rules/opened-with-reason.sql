-- Somebody saw a person whom they had opened with a reason, outside the own caseload: every such look, since each has to hold before
-- the leader. The log marks them by a group of fields of their own.
select l.id
from looks l
where 'opening' = any (l.shown)
