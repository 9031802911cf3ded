-- Makes the runs that schedules owe for the local calendar month before a day: the month, cut to the project's period. A
-- month that the schedule has drafted already is left alone, and so is one that somebody asked for by hand after it ended.
-- $1 the version of the rules, $2 the day; null is today.
insert into app.report_run (project_id, schedule_id, period_start, period_end, rule_version)
select p.id, s.id, due.period_start, due.period_end, $1
from app.report_schedule s
join app.project p on p.id = s.project_id
cross join (select date_trunc('month', coalesce($2::date, app.today())::timestamp) as this_month) as clock
cross join lateral (
  select greatest((clock.this_month - interval '1 month')::date, p.start_date) as period_start, least((clock.this_month - interval '1 day')::date, p.end_date) as period_end
) as due
where s.active and due.period_start <= due.period_end
  and not exists (select from app.report_run r
                  where r.project_id = p.id and r.period_start = due.period_start and r.period_end = due.period_end
                    and r.state <> 'superseded' and app.local_day(r.requested_at) > r.period_end)
on conflict (schedule_id, period_start, period_end) where schedule_id is not null do nothing
returning id
