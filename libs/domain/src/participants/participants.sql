-- People whom the asker may see, one row each. "Latest enrolment": of those that the asker may see, the one with the
-- latest day of referral; site, project, status, stage, coach, last contact and reminders are that enrolment's.
-- Main stage: the main one of the stages that go on today. Main coach: who is main coach today, on a day of handover the
-- new one. Last contact: the local day of the last meeting that was held and that the person attended.
-- Due reminders: see app.reminder_is_due.
-- What is costly stands in subqueries of its own, which PostgreSQL works out only for the rows of the page.
select p.id, p.organisation_id as "organisationId", p.given_name as "givenName", p.family_name as "familyName",
       p.family_name || ' ' || p.given_name as name, p.date_of_birth as "dateOfBirth", p.gender, p.language, p.interpreter,
       p.phone, p.email, p.address, p.identity_kind as "identityKind", p.identity_number_encrypted as "numberEncrypted",
       p.identity_number_hash as "numberHash", p.protection, p.pseudonymous, p.version, p.site_ids as "siteIds", p.name_form as "nameForm",
       e.id as "enrolmentId", e.project_id as "projectId", e.site_id as "siteId", e.status,
       (select j.name from app.project j where j.id = e.project_id) as "projectName",
       (select s.name from app.site s where s.id = e.site_id) as "siteName",
       (select g.stage from app.stage_period g
        where g.enrolment_id = e.id and g.main and g.start_date <= app.today() and (g.end_date is null or g.end_date >= app.today())
        order by g.start_date desc limit 1) as "mainStage",
       (select w.name from app.enrolment_coach c join app.staff w on w.id = c.staff_id
        where c.enrolment_id = e.id and c.part = 'main' and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
        order by c.valid_to desc nulls first, c.valid_from desc limit 1) as "coachName",
       (select app.local_day(max(m.starts_at)) from app.attendance a join app.meeting m on m.id = a.meeting_id
        where a.enrolment_id = e.id and a.state = 'attended' and m.status = 'held') as "lastContactOn",
       (select count(*)::integer from app.reminder r
        where r.enrolment_id = e.id and app.reminder_is_due(r.state, r.due_date, r.snoozed_until)) as "dueReminders"
from app.participant p
left join lateral (
  -- "distinct on" and the condition below say twice that there is one row at most: where its columns are not asked for, as in
  -- a total, PostgreSQL then leaves it out.
  select distinct on (latest.participant_id) latest.participant_id, latest.id, latest.project_id, latest.site_id, latest.status
  from app.enrolment latest
  where latest.participant_id = p.id
  order by latest.participant_id, latest.referred_on desc, latest.created_at desc, latest.id
) e on e.participant_id = p.id
