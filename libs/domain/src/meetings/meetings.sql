-- Meetings that the asker may see: own ones, those of own participants, and those at sites that the asker leads. Of a
-- group meeting only those participants are there whom the asker may see.
select m.id, m.project_id as "projectId", m.site_id as "siteId",
       (select s.name from app.site s where s.id = m.site_id) as "siteName", m.coach_id as "coachId",
       w.name as "coachName", m.starts_at as "startsAt", m.minutes, m.kind,
       m.channel, m.status, m.void_reason as "voidReason", m.version,
       (select coalesce(json_agg(attendance order by attendance."participantName" collate app.swedish, attendance.id), '[]')
        from (
          select a.id, a.enrolment_id as "enrolmentId", p.id as "participantId",
                 p.given_name || ' ' || p.family_name as "participantName", a.state, n.summary,
                 n.internal_note as "internalNote", n.next_step as "nextStep", a.next_step_date as "nextStepDate"
          from app.attendance a
          join app.enrolment e on e.id = a.enrolment_id
          left join app.participant p on p.id = e.participant_id
          left join app.attendance_note n on n.id = a.id
          where a.meeting_id = m.id
        ) as attendance) as attendances
from app.meeting m
left join app.staff w on w.id = m.coach_id
