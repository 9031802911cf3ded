-- What the project has promised, and how far it has come, counted for the target's own site, gender and period (the whole
-- project, all, and the project's period where the target does not say):
--   entered                    enrolments that started in the period
--   exited-to-work             enrolments that ended in the period because of work
--   exited-to-work-or-studies  the same because of work or studies
-- An enrolment that was registered by mistake does not count. A reader sees the targets that they see all the people of:
-- the project's leader every one, a local leader those of own sites.
-- $1 the project.
select t.id as "targetId", t.site_id as "siteId", s.name as "siteName", t.indicator, t.gender,
       coalesce(t.start_date, p.start_date) as "startDate", coalesce(t.end_date, p.end_date) as "endDate", t.value as target,
       (select count(*) from app.enrolment e
        where e.project_id = t.project_id and (t.site_id is null or e.site_id = t.site_id) and (t.gender is null or e.gender = t.gender)
          and case t.indicator
                when 'entered' then e.exit_reason is distinct from 'registered-by-mistake' and e.start_date between coalesce(t.start_date, p.start_date) and coalesce(t.end_date, p.end_date)
                when 'exited-to-work' then e.exit_reason = 'work' and e.end_date between coalesce(t.start_date, p.start_date) and coalesce(t.end_date, p.end_date)
                else e.exit_reason in ('work', 'studies') and e.end_date between coalesce(t.start_date, p.start_date) and coalesce(t.end_date, p.end_date)
              end)::integer as reached
from app.target t
join app.project p on p.id = t.project_id
left join app.site s on s.id = t.site_id
where t.project_id = $1
  and (t.project_id in (select access.my_projects('project-leader')) or t.site_id in (select access.my_sites('local-leader')))
order by s.name collate app.swedish nulls first, array_position(array['entered', 'exited-to-work', 'exited-to-work-or-studies'], t.indicator),
         t.gender nulls first, "startDate", t.id
