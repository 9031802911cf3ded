-- Opens again what was cleared because its reason had gone, when the very same reason is back: a meeting logged by
-- mistake and voided, say. Its rule, subject and due date are the old ones, so that it cannot be made anew.
-- Parameters as in make-due.sql.
with found as (
  select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::date[]) as f (rule, enrolment_id, subject_id, due_date)
),
due as (
  select f.rule, f.enrolment_id, f.subject_id, greatest(f.due_date, closed.day + ($5::jsonb ->> f.rule)::integer) as due_date
  from found f
  left join lateral (
    select max(app.local_day(r.closed_at)) as day
    from app.reminder r
    where r.enrolment_id = f.enrolment_id and r.rule = f.rule and r.subject_id = f.subject_id and r.state = 'done'
  ) closed on true
),
back as (
  select r.id
  from due d
  join app.reminder r on r.rule = d.rule and r.subject_id = d.subject_id and r.enrolment_id = d.enrolment_id and r.due_date = d.due_date
  where r.state = 'cancelled'
    and d.due_date <= app.today()
    and not exists (
      select from app.reminder other
      where other.enrolment_id = d.enrolment_id and other.rule = d.rule and other.subject_id = d.subject_id and other.state in ('open', 'snoozed'))
  order by r.id
  for update of r
),
opened as (
  update app.reminder r
  set state = 'open', closed_at = null, version = r.version + 1
  from back
  where r.id = back.id and r.state = 'cancelled'
  returning r.id
)
select count(*)::integer as count from opened
