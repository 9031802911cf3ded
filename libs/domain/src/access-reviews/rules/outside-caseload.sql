-- Somebody looked at a person in particular with whom they had nothing to do, as far as the reviewer sees: that day they were no coach
-- of anybody whom the answer showed, and stood in for none; they met none of them within 30 days before or after; they changed nothing in the case that month;
-- and, for a local leader, no referral waited for an answer that day and no follow-up was past its day. The first such look of a day.
select distinct on (l."staffId", l.people, l.day) l.id
from looks l
where l.particular and l.kind <> 'change'
  and not exists (
    select from app.enrolment e join app.enrolment_coach c on c.enrolment_id = e.id
    where e.participant_id = any (l.people) and c.valid_from <= l.day and (c.valid_to is null or c.valid_to >= l.day)
      and (c.staff_id = l."staffId" or exists (
        select from app.stand_in s
        where s.coach_id = c.staff_id and s.site_id = c.site_id and s.stand_in_id = l."staffId"
          and l.day between s.starts_on and s.ends_on and (s.ended_at is null or app.local_day(s.ended_at) >= l.day))))
  and not exists (
    select from app.enrolment e join app.attendance a on a.enrolment_id = e.id join app.meeting m on m.id = a.meeting_id
    where e.participant_id = any (l.people) and m.coach_id = l."staffId" and app.local_day(m.starts_at) between l.day - 30 and l.day + 30)
  and not exists (select from looks done where done.kind = 'change' and done."staffId" = l."staffId" and done.people && l.people)
  and not ('local-leader' = any (l.roles) and exists (
    select from app.enrolment e
    where e.participant_id = any (l.people)
      and (e.referred_on <= l.day and (e.start_date is null or e.start_date >= l.day) and e.status <> 'declined'
           or exists (select from app.reminder m where m.enrolment_id = e.id and m.due_date <= l.day and (m.closed_at is null or app.local_day(m.closed_at) >= l.day)))))
order by l."staffId", l.people, l.day, l.at
