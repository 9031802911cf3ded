-- What the asker needs to know this morning, in one row. Days are local days (app.today).
-- standsInFor: whose caseload I work with today while they are away; what is theirs at that site is mine meanwhile.
-- reminders: due (app.reminder_is_due) and mine; for a local leader also those at own sites that are nobody's, since the
-- enrolment has no main coach. By rule, what was planned and not written up first; then the longest due; 200 at most.
-- dueCount: all of them. meetings: mine that begin today, voided ones left out. caseload: enrolments under way that I am
-- coach or co-coach of, or stand in for somebody who is; those whom nobody has met come first, then those met longest ago (last contact: the
-- last meeting that was held and that the person attended); next meeting: the first planned one from now on.
-- referralsWaiting: referrals without an answer that I may see: my own, and those at sites that I lead.
-- $1: the rules in the order of their weight.
with covered as (
  select i.id, i.coach_id, i.site_id, i.ends_on, c.name, s.name as site_name
  from app.stand_in i join app.staff c on c.id = i.coach_id join app.site s on s.id = i.site_id
  where i.stand_in_id = (select access.asker_id()) and app.standing_in_today(i.starts_on, i.ends_on, i.ended_at)
    and i.site_id in (select access.my_sites('coach'))
), theirs as (
  -- Whose things are mine: my own everywhere, and those of whom I stand in for at that site.
  select access.asker_id() as coach_id, null::uuid as site_id union all select coach_id, site_id from covered
), mine as (
  select r.id, r.rule, r.subject_id as "subjectId", r.enrolment_id as "enrolmentId", e.participant_id as "participantId",
         p.given_name || ' ' || p.family_name as "participantName", r.site_id as "siteId", s.name as "siteName",
         r.staff_id as "staffId", w.name as "staffName", r.due_date as "dueDate", r.state, r.snoozed_until as "snoozedUntil",
         r.note, r.version
  from app.reminder r
  join app.enrolment e on e.id = r.enrolment_id
  join app.site s on s.id = r.site_id
  left join app.participant p on p.id = e.participant_id
  left join app.staff w on w.id = r.staff_id
  where ((r.staff_id = any (array(select coach_id from theirs)) and (r.staff_id, r.site_id) in (select coach_id, coalesce(site_id, r.site_id) from theirs))
         or (r.staff_id is null and r.site_id in (select access.my_sites('local-leader'))))
    and r.state in ('open', 'snoozed') and app.reminder_is_due(r.state, r.due_date, r.snoozed_until)
)
select app.today() as today,
       (select coalesce(json_agg(reminder order by array_position($1::text[], reminder.rule), reminder."dueDate", reminder.id), '[]')
        from (select * from mine order by array_position($1::text[], rule), "dueDate", id limit 200) as reminder) as reminders,
       (select count(*)::integer from mine) as "dueCount",
       (select coalesce(json_agg(meeting order by meeting."startsAt", meeting.id), '[]')
        from (
          select m.id, app.instant(m.starts_at) as "startsAt", m.minutes, m.kind, m.channel, m.status,
                 (select coalesce(json_agg(person order by person."participantName" collate app.swedish), '[]')
                  from (
                    select a.enrolment_id as "enrolmentId", p.id as "participantId", p.given_name || ' ' || p.family_name as "participantName"
                    from app.attendance a
                    join app.enrolment e on e.id = a.enrolment_id
                    join app.participant p on p.id = e.participant_id
                    where a.meeting_id = m.id
                  ) as person) as participants
          from app.meeting m
          where m.coach_id = any (array(select coach_id from theirs)) and (m.coach_id, m.site_id) in (select coach_id, coalesce(site_id, m.site_id) from theirs)
            and m.status <> 'voided'
            and m.starts_at >= app.start_of_day(app.today())
            and m.starts_at < app.start_of_day(app.today() + 1)
          order by m.starts_at, m.id limit 100
        ) as meeting) as meetings,
       (select coalesce(json_agg(one order by one."lastContactOn" nulls first, one."participantName" collate app.swedish), '[]')
        from (
          select e.id, e.participant_id as "participantId", p.given_name || ' ' || p.family_name as "participantName",
                 s.name as "siteName", e.status,
                 (select g.stage from app.stage_period g
                  where g.enrolment_id = e.id and g.main and g.start_date <= app.today() and (g.end_date is null or g.end_date >= app.today())
                  order by g.start_date desc limit 1) as "mainStage",
                 (select v.name from covered v
                  join app.enrolment_coach c on c.enrolment_id = e.id and c.staff_id = v.coach_id and c.site_id = v.site_id
                    and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
                  where not exists (select from app.enrolment_coach own where own.enrolment_id = e.id and own.staff_id = (select access.asker_id())
                    and own.valid_from <= app.today() and (own.valid_to is null or own.valid_to >= app.today()))
                  order by v.name limit 1) as "standInFor",
                 met."lastContactOn", app.instant(met.next) as "nextMeetingAt",
                 (select count(*)::integer from app.reminder r
                  where r.enrolment_id = e.id and app.reminder_is_due(r.state, r.due_date, r.snoozed_until)) as "dueReminders"
          from app.enrolment e
          join app.participant p on p.id = e.participant_id
          join app.site s on s.id = e.site_id
          left join lateral (
            select app.local_day(max(m.starts_at) filter (where a.state = 'attended' and m.status = 'held')) as "lastContactOn",
                   min(m.starts_at) filter (where a.state = 'expected' and m.status = 'planned' and m.starts_at >= now()) as next
            from app.attendance a join app.meeting m on m.id = a.meeting_id
            where a.enrolment_id = e.id
          ) as met on true
          where e.id = any (array(select access.my_coached_enrolments())) and e.status in ('active', 'on-hold')
          order by met."lastContactOn" nulls first, p.family_name collate app.swedish limit 200
        ) as one) as caseload,
       (select coalesce(json_agg(json_build_object('id', v.id, 'coachName', v.name, 'siteName', v.site_name, 'endsOn', v.ends_on)
                                 order by v.name collate app.swedish, v.id), '[]') from covered v) as "standsInFor",
       (select count(*)::integer from app.enrolment e
        where e.status in ('referred', 'waiting')
          and (e.id = any (array(select access.my_coached_enrolments())) or e.site_id = any (array(select access.my_sites('local-leader'))))) as "referralsWaiting"
