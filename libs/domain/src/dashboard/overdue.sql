-- Follow-ups past their day, by site and rule. What is overdue is said once, in app.reminder_is_overdue: open and past its
-- day, or snoozed and back.
-- $1 the project, $2 the rules in the order of my day.
select r.site_id as "siteId", s.name as "siteName", r.rule, count(*)::integer as count
from app.reminder r
join app.site s on s.id = r.site_id
where r.project_id = $1 and app.reminder_is_overdue(r.state, r.due_date, r.snoozed_until)
group by r.site_id, s.name, r.rule
order by s.name collate app.swedish, r.site_id, array_position($2::text[], r.rule)
