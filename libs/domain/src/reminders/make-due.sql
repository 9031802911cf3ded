-- Makes each reminder that is due and not there, and opens again what was cleared when the very same reason is back (a
-- meeting logged by mistake and voided, say: rule, subject and due date are the old ones, so that it cannot be made anew).
-- A follow-up that was closed by hand is due again some days after the local day on which it was closed; until then it
-- is left alone. It is for the main coach of today; of a protected person, for one of the named. Nothing is ever made twice: the table's unique keys say so, whoever else is at work.
-- $1-$4: what the rules found (rule, enrolment, subject, due date); $5: days until due again, by rule.
with due as (
  select f.rule, f.enrolment_id, f.subject_id, greatest(f.due_date, closed.day + ($5::jsonb ->> f.rule)::integer) as due_date
  from unnest($1::text[], $2::uuid[], $3::uuid[], $4::date[]) as f (rule, enrolment_id, subject_id, due_date)
  left join lateral (
    select max(app.local_day(r.closed_at)) as day
    from app.reminder r
    where r.enrolment_id = f.enrolment_id and r.rule = f.rule and r.subject_id = f.subject_id and r.state = 'done'
  ) closed on true
),
missing as (
  select d.*
  from due d
  where d.due_date <= app.today()
    and not exists (
      select from app.reminder r
      where r.enrolment_id = d.enrolment_id and r.rule = d.rule and r.subject_id = d.subject_id and r.state in ('open', 'snoozed'))
),
back as (
  select r.id
  from missing m
  join app.reminder r on r.rule = m.rule and r.subject_id = m.subject_id and r.enrolment_id = m.enrolment_id and r.due_date = m.due_date
  where r.state = 'cancelled'
  order by r.id
  for update of r
),
opened as (
  update app.reminder r
  set state = 'open', closed_at = null, version = r.version + 1
  from back
  where r.id = back.id and r.state = 'cancelled'
  returning r.id
),
made as (
  insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, staff_id, due_date)
  select e.organisation_id, e.project_id, e.site_id, e.id, m.rule, m.subject_id, case when named.enrolment_id is null then coach.staff_id else named.staff_id end, m.due_date
  from missing m
  join app.enrolment e on e.id = m.enrolment_id
  left join lateral (
    select c.staff_id
    from app.enrolment_coach c
    where c.enrolment_id = e.id and c.part = 'main' and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
    order by c.valid_from desc
    limit 1
  ) coach on true
  left join access.reminded_of_protected(array(select enrolment_id from missing)) named on named.enrolment_id = e.id
  order by m.enrolment_id, m.rule, m.subject_id
  on conflict do nothing
  returning id
)
select (select count(*) from opened)::integer + (select count(*) from made)::integer as count
