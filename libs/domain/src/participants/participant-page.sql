-- The participant page in one statement: the person, the enrolments that the asker may see (newest referral first), and
-- under each its stages, its 200 newest meetings (planned ones included, voided ones left out), its reminders that are
-- not closed, and its last contact: the local day of the last meeting that was held and that the person attended.
-- Of a group meeting only those participants are there whom the asker may see. Moments are written by app.instant.
-- Named staff: who sees a protected person today, oneself first; who asks that the protection be lifted, within the two weeks
-- in which somebody may confirm.
-- $1: the person.
select p.id,
       (select o.name from app.organisation o where o.id = p.organisation_id) as "organisationName",
       json_build_object(
         'id', p.id, 'organisationId', p.organisation_id, 'givenName', p.given_name, 'familyName', p.family_name,
         'dateOfBirth', p.date_of_birth, 'gender', p.gender, 'language', p.language, 'interpreter', p.interpreter,
         'phone', p.phone, 'email', p.email, 'address', p.address, 'identityKind', p.identity_kind,
         'protection', p.protection, 'pseudonymous', p.pseudonymous, 'version', p.version) as participant,
       p.identity_number_encrypted as "numberEncrypted",
       case when p.protection = 'none' then '[]' else
         (select coalesce(json_agg(named order by named.me desc, named.name collate app.swedish), '[]')
          from (
            select n.staff_id as "staffId", w.name, decider.name as "decidedByName", n.decided_on as "decidedOn", n.valid_to as "validTo",
                   n.staff_id = access.asker_id() as me
            from app.named_staff n
            join app.staff w on w.id = n.staff_id
            join app.staff decider on decider.id = n.decided_by
            where n.participant_id = p.id and (n.valid_to >= app.today() or n.staff_id = access.asker_id())
          ) as named) end as "namedStaff",
       case when p.lift_asked_on >= app.today() - 14 then
         (select json_build_object('askedByName', w.name, 'askedOn', p.lift_asked_on, 'byMe', w.id = access.asker_id())
          from app.staff w where w.id = p.lift_asked_by) end as "askToLift",
       (select coalesce(json_agg(enrolment order by enrolment."referredOn" desc, enrolment."createdAt" desc), '[]')
        from (
          select e.id, e.organisation_id as "organisationId", e.participant_id as "participantId",
                 p.given_name || ' ' || p.family_name as "participantName",
                 p.protection as "participantProtection", e.project_id as "projectId", j.name as "projectName",
                 e.site_id as "siteId", s.name as "siteName", e.kind, e.status, coach.id as "coachId", coach.name as "coachName",
                 e.referred_by as "referredBy", e.referred_on as "referredOn", e.decline_reason as "declineReason",
                 e.start_date as "startDate", e.end_date as "endDate", e.exit_reason as "exitReason",
                 (select g.stage from app.stage_period g
                  where g.enrolment_id = e.id and g.main and g.start_date <= app.today() and (g.end_date is null or g.end_date >= app.today())
                  order by g.start_date desc limit 1) as "mainStage",
                 e.gender, e.birth_year as "birthYear", e.labour_status as "labourStatus", e.unemployed_since as "unemployedSince",
                 e.education_level as "educationLevel", e.citizenship, e.born_abroad as "bornAbroad",
                 e.parents_born_abroad as "parentsBornAbroad", e.municipality_code as "municipalityCode",
                 e.income_sources as "incomeSources", e.entry_facts_missing as "entryFactsMissing",
                 e.exit_labour_status as "exitLabourStatus", e.exit_job_seeking as "exitJobSeeking",
                 e.exit_in_education as "exitInEducation", e.exit_qualification as "exitQualification",
                 v.disability, v.minority, v.housing_exclusion as "housingExclusion", e.version, e.created_at as "createdAt",
                 (select coalesce(json_agg(period order by period."startDate" desc, period.id), '[]')
                  from (
                    select g.id, g.enrolment_id as "enrolmentId", g.stage, g.start_date as "startDate", g.end_date as "endDate", g.main, g.version
                    from app.stage_period g
                    where g.enrolment_id = e.id
                    order by g.start_date desc, g.id limit 200
                  ) as period) as "stagePeriods",
                 (select coalesce(json_agg(meeting order by meeting."startsAt" desc, meeting.id), '[]')
                  from (
                    select m.id, m.project_id as "projectId", m.site_id as "siteId", s.name as "siteName", m.coach_id as "coachId",
                           w.name as "coachName", app.instant(m.starts_at) as "startsAt", m.minutes, m.kind, m.channel, m.status,
                           m.void_reason as "voidReason", m.version,
                           (select coalesce(json_agg(attendance order by attendance."participantName" collate app.swedish, attendance.id), '[]')
                            from (
                              select b.id, b.enrolment_id as "enrolmentId", q.id as "participantId",
                                     q.given_name || ' ' || q.family_name as "participantName", b.state, n.summary,
                                     n.internal_note as "internalNote", n.next_step as "nextStep", b.next_step_date as "nextStepDate"
                              from app.attendance b
                              join app.enrolment f on f.id = b.enrolment_id
                              left join app.participant q on q.id = f.participant_id
                              left join app.attendance_note n on n.id = b.id
                              where b.meeting_id = m.id
                            ) as attendance) as attendances
                    from app.attendance a
                    join app.meeting m on m.id = a.meeting_id
                    left join app.staff w on w.id = m.coach_id
                    where a.enrolment_id = e.id and m.status <> 'voided'
                    order by m.starts_at desc, m.id limit 200
                  ) as meeting) as meetings,
                 (select coalesce(json_agg(reminder order by reminder."dueDate", reminder.id), '[]')
                  from (
                    select r.id, r.rule, r.subject_id as "subjectId", r.enrolment_id as "enrolmentId", e.participant_id as "participantId",
                           p.given_name || ' ' || p.family_name as "participantName", r.site_id as "siteId", s.name as "siteName",
                           r.staff_id as "staffId", w.name as "staffName", r.due_date as "dueDate", r.state,
                           r.snoozed_until as "snoozedUntil", r.note, r.version
                    from app.reminder r
                    left join app.staff w on w.id = r.staff_id
                    where r.enrolment_id = e.id and r.state in ('open', 'snoozed')
                    order by r.due_date, r.id limit 100
                  ) as reminder) as reminders,
                 (select app.local_day(max(m.starts_at)) from app.attendance a join app.meeting m on m.id = a.meeting_id
                  where a.enrolment_id = e.id and a.state = 'attended' and m.status = 'held') as "lastContactOn"
          from app.enrolment e
          join app.project j on j.id = e.project_id
          join app.site s on s.id = e.site_id
          left join app.voluntary_facts v on v.id = e.id
          left join lateral (
            select w.id, w.name from app.enrolment_coach c join app.staff w on w.id = c.staff_id
            where c.enrolment_id = e.id and c.part = 'main' and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
            order by c.valid_to desc nulls first, c.valid_from desc limit 1
          ) as coach on true
          where e.participant_id = p.id
          order by e.referred_on desc, e.created_at desc limit 50
        ) as enrolment) as enrolments
from app.participant p
where p.id = $1
