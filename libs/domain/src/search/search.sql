-- What a search finds among the people and meetings that the asker may see, in one row.
-- people: every searched word begins a word of the given or family name, in any order (app.beginnings and app.name_form say
-- how letters are compared); without words, who was born on one of the dates. Who was born then comes first, then my own
-- caseload (coach or co-coach today, or standing in for one), then enrolments under way before those that wait for an answer before those
-- that have ended, then whole words before beginnings, then the latest referral. Site and status are the latest enrolment's,
-- of those that the asker may see.
-- meetings: those of the people found, on the day if one is given; without words also everybody's on that day. Voided ones
-- are left out. My own first; those of a day in their order, others by how near they are to now, past or planned.
-- $1: words of a name. $2: dates of birth. $3: a day of meetings. $4: that day as days from today. $5: the most of each kind.
with asked as materialized (
  select app.beginnings($1::text[]) as beginnings,
         array(select '% ' || app.name_form(word) || ' %' from unnest($1::text[]) as word) as whole,
         coalesce($3::date, app.today() + $4::integer) as day,
         access.asker_id() as me
),
matching as materialized (
  select p.id, p.given_name, p.family_name, p.name_form, p.date_of_birth, p.protection, p.pseudonymous
  from app.participant p
  where case when cardinality($1::text[]) > 0 then p.name_form like all ((select beginnings from asked)::text[])
             else p.date_of_birth = any ($2::date[]) end
),
found as materialized (
  select p.*, e.site_id, e.status,
         row_number() over (
           order by p.date_of_birth = any ($2::date[]) desc, p.id = any (array(select access.my_coached_participants())) desc,
                    case when e.status in ('active', 'on-hold') then 1 when e.status in ('referred', 'waiting') then 2 else 3 end,
                    (p.name_form || ' ') like all ((select whole from asked)::text[]) desc, e.referred_on desc nulls last,
                    p.family_name collate app.swedish, p.given_name collate app.swedish, p.id) as place
  from matching p
  left join lateral (
    select latest.site_id, latest.status, latest.referred_on from app.enrolment latest
    where latest.participant_id = p.id
    order by latest.referred_on desc, latest.created_at desc, latest.id limit 1
  ) as e on true
  order by place limit $5::integer
),
candidate as (
  select a.meeting_id as id
  from found f join app.enrolment e on e.participant_id = f.id join app.attendance a on a.enrolment_id = e.id
  union
  select m.id
  from app.meeting m
  where cardinality($1::text[]) = 0
    and m.starts_at >= (select app.start_of_day(day) from asked) and m.starts_at < (select app.start_of_day(day + 1) from asked)
),
met as (
  select m.id, m.starts_at, m.kind, m.status, m.site_id, m.coach_id,
         row_number() over (
           order by m.coach_id = asked.me desc, case when asked.day = app.local_day(m.starts_at) then m.starts_at end,
                    abs(extract(epoch from m.starts_at - now())), m.id) as place
  from asked, candidate c join app.meeting m on m.id = c.id
  where m.status <> 'voided'
    and (cardinality($1::text[]) = 0 or asked.day is null or app.local_day(m.starts_at) = asked.day)
  order by place limit $5::integer
)
select (select coalesce(json_agg(person order by person.place), '[]')
        from (
          select f.place, f.id, f.given_name as "givenName", f.family_name as "familyName", f.date_of_birth as "dateOfBirth", f.protection, f.pseudonymous,
                 (select s.name from app.site s where s.id = f.site_id) as "siteName", f.status
          from found f
        ) as person) as people,
       (select coalesce(json_agg(meeting order by meeting.place), '[]')
        from (
          select m.place, m.id, app.instant(m.starts_at) as "startsAt", m.kind, m.status,
                 (select s.name from app.site s where s.id = m.site_id) as "siteName",
                 (select w.name from app.staff w where w.id = m.coach_id) as "coachName",
                 (select coalesce(json_agg(person order by person."participantName" collate app.swedish), '[]')
                  from (
                    select a.enrolment_id as "enrolmentId", p.id as "participantId", p.given_name || ' ' || p.family_name as "participantName"
                    from app.attendance a
                    join app.enrolment e on e.id = a.enrolment_id
                    join app.participant p on p.id = e.participant_id
                    where a.meeting_id = m.id
                    limit 100
                  ) as person) as participants
          from met m
        ) as meeting) as meetings
