-- Puts down a new meeting with everybody who takes part, and what was written about each; the asker is its coach. The
-- enrolments have been looked at and are held: they lie at one site, and the meeting fits in their time.
-- $1 the meeting's id, $2 the first enrolment, whose place is the meeting's, $3 when it starts, $4 minutes, $5 kind,
-- $6 channel, $7 status; one of each for every participant: $8 ids, $9 enrolments, $10 states, $11 days of the next step,
-- $12 summaries, $13 internal notes, $14 next steps.
with place as (
  select e.organisation_id, e.project_id, e.site_id from app.enrolment e where e.id = $2::uuid
), participant as (
  select * from unnest($8::uuid[], $9::uuid[], $10::text[], $11::date[], $12::text[], $13::text[], $14::text[])
    as p (id, enrolment_id, state, next_step_date, summary, internal_note, next_step)
), meeting as (
  insert into app.meeting (id, organisation_id, project_id, site_id, coach_id, starts_at, minutes, kind, channel, status)
  select $1::uuid, place.organisation_id, place.project_id, place.site_id, access.asker_id(), $3::timestamptz, $4::integer, $5, $6, $7 from place
), attendance as (
  insert into app.attendance (id, organisation_id, project_id, site_id, meeting_id, coach_id, enrolment_id, state, next_step_date)
  select p.id, place.organisation_id, place.project_id, place.site_id, $1::uuid, access.asker_id(), p.enrolment_id, p.state, p.next_step_date
  from participant p cross join place
)
insert into app.attendance_note (id, organisation_id, project_id, site_id, enrolment_id, summary, internal_note, next_step)
select p.id, place.organisation_id, place.project_id, place.site_id, p.enrolment_id, p.summary, p.internal_note, p.next_step
from participant p cross join place
where coalesce(p.summary, p.internal_note, p.next_step, '') <> ''
