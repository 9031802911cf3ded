-- Clears the reminders whose reason has gone (state cancelled), and hands those that stay to the main coach of today
-- (of a protected person, to one of the named), but for what is told to those who lead the site.
-- A snoozed one stays snoozed. Rows are locked in the order of their ids, so that a sweep and a coach's own change never
-- wait for each other in a circle. $1: enrolments; $2-$4: what the rules found for them (rule, enrolment, subject).
with found as (
  select * from unnest($2::text[], $3::uuid[], $4::uuid[]) as f (rule, enrolment_id, subject_id)
),
waiting as (
  select r.id, f.rule is null as gone, case when named.enrolment_id is null then coach.staff_id else named.staff_id end as staff_id
  from app.reminder r
  left join found f on f.rule = r.rule and f.enrolment_id = r.enrolment_id and f.subject_id = r.subject_id
  left join lateral (
    select c.staff_id
    from app.enrolment_coach c
    where c.enrolment_id = r.enrolment_id and c.part = 'main' and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
    order by c.valid_to desc nulls first, c.valid_from desc
    limit 1
  ) coach on true
  left join access.reminded_of_protected($1::uuid[]) named on named.enrolment_id = r.enrolment_id
  where r.enrolment_id = any ($1::uuid[])
    and r.state in ('open', 'snoozed')
    and (f.rule is null or (r.rule <> 'person-opened'
      and r.staff_id is distinct from case when named.enrolment_id is null then coach.staff_id else named.staff_id end))
  order by r.id
  for update of r
),
settled as (
  update app.reminder r
  set state = case when w.gone then 'cancelled' else r.state end,
      closed_at = case when w.gone then now() end,
      snoozed_until = case when w.gone then null else r.snoozed_until end,
      staff_id = case when w.gone then r.staff_id else w.staff_id end,
      version = r.version + 1
  from waiting w
  where r.id = w.id and r.state in ('open', 'snoozed')
  returning w.gone
)
select count(*) filter (where gone)::integer as cleared, count(*) filter (where not gone)::integer as moved from settled
