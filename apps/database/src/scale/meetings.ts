import type { EntityManager } from 'typeorm';
import { idOf, oneOf, share, whole } from './draw.js';
import type { People, Shape } from './shape.js';

/**
 * Writes the meetings of the batch: on average so many for each person, more for those who have been there longer, spread
 * over the days on which somebody meets them. A coach never begins two at once: each of the coach's people has minutes of
 * their own. Days before today are over, today's and those ahead are planned.
 */
export async function writeMeetings(manager: EntityManager, seed: string, shape: Shape, people: People): Promise<void> {
  await manager.query(
    `create temporary table encounter on commit drop as
     select ${idOf('meeting', 'm.g')} as id, ${idOf('attendance', 'm.g')} as attendance_id, m.*,
            (m.day + time '08:00' + make_interval(mins => 5 * (2 * (m.n % ${shape.peopleOfCoach}) + m.k % 2)::integer)) at time zone 'Europe/Stockholm' as starts_at,
            ${oneOf('m.g', 40, { '30': 25, '45': 30, '60': 35, '90': 10 })}::integer as minutes, ${oneOf('m.g', 41, { individual: 88, 'three-party': 8, network: 4 })} as kind,
            ${oneOf('m.g', 42, { office: 55, elsewhere: 15, outdoors: 8, video: 7, phone: 15 })} as channel,
            case when m.day >= m.today then 'planned'
                 else case ${oneOf('m.g', 43, { held: 840, missed: 70, cancelled: 65, voided: 5, unwritten: 20 })}
                        when 'missed' then 'missed' when 'cancelled' then 'cancelled' when 'voided' then 'voided'
                        when 'unwritten' then case when m.day > m.today - 12 then 'planned' else 'held' end else 'held' end end as status
     from (
       select spread.*, case when spread.raw_day = spread.today then spread.raw_day else spread.raw_day - greatest(extract(isodow from spread.raw_day)::integer - 5, 0) end as day
       from (
         select p.n, p.id as enrolment_id, p.organisation_id, p.project_id, p.site_id, p.coach_id, p.given_name, p.today, k, $2::bigint * ${shape.meetingsOfPerson} + p.before + k as g,
                p.start_date + floor((k - 0.8 + 0.6 * ${share(`$2::bigint * ${shape.meetingsOfPerson} + p.before + k`, 44)}) * p.span / p.meetings)::integer as raw_day
         from (
           select counted.*, counted.upto - counted.before as meetings
           from (
             select weighed.*, $3::bigint * (weighed.running - weighed.weight) / weighed.whole as before, $3::bigint * weighed.running / weighed.whole as upto
             from (
               select given.*, sum(given.weight) over (order by given.n)::bigint as running, sum(given.weight) over ()::bigint as whole
               from (select *, until - start_date + 1 as span, (until - start_date + 1)::bigint * eagerness as weight from person where started) as given
             ) as weighed
           ) as counted
         ) as p
         cross join lateral generate_series(1, p.meetings) as k
       ) as spread
     ) as m`,
    [seed, people.from, (people.to - people.from) * shape.meetingsOfPerson],
  );
  await manager.query('analyze encounter');
  await manager.query(
    `insert into app.meeting (id, organisation_id, project_id, site_id, coach_id, starts_at, minutes, kind, channel, status, void_reason, created_at)
     select id, organisation_id, project_id, site_id, coach_id, starts_at, minutes, kind, channel, status, case when status = 'voided' then 'entered-twice' end,
            least(starts_at + interval '2 hours', now())
     from encounter`,
  );
  await manager.query(
    `insert into app.attendance (id, organisation_id, project_id, site_id, meeting_id, coach_id, enrolment_id, state, next_step_date)
     select e.attendance_id, e.organisation_id, e.project_id, e.site_id, e.id, e.coach_id, e.enrolment_id,
            case e.status when 'planned' then 'expected' when 'missed' then case when e.g % 3 = 0 then 'absent' else 'absent-with-notice' end
                          when 'cancelled' then case when e.g % 2 = 0 then 'cancelled-by-us' else 'absent-with-notice' end else 'attended' end,
            case when e.status = 'held' and ${share('e.g', 45)} < 0.2 then e.day + ${whole('e.g', 46, 7, 28)} end
     from encounter e`,
    [seed],
  );
  await manager.query(
    `insert into app.attendance_note (id, organisation_id, project_id, site_id, enrolment_id, summary, internal_note, next_step)
     select e.attendance_id, e.organisation_id, e.project_id, e.site_id, e.enrolment_id,
            case when e.written < 0.35 then e.given_name || ' ' || ${oneOf('e.g', 47, summaries)} end,
            case when e.written between 0.25 and 0.37 then ${oneOf('e.g', 48, internalNotes)} end,
            case when e.steps then ${oneOf('e.g', 49, nextSteps)} end
     from (select *, ${share('g', 50)} as written, ${share('g', 45)} < 0.2 as steps from encounter where status = 'held') as e
     where e.written < 0.37 or e.steps`,
    [seed],
  );
}

const summaries = {
  'berättade om veckan på praktikplatsen och vill gärna fortsätta där.': 3,
  'har ordnat sitt cv och sökt två arbeten sedan sist.': 3,
  'vill pröva ett arbete med kortare dagar först.': 2,
  'har fått besked om en plats på språkkursen.': 2,
  'tycker att morgnarna är svåra och vill börja senare.': 2,
  'gick igenom styrkor och önskemål i yrkesprofilen.': 3,
};
const internalNotes = {
  'Kontakta arbetsgivaren om handledningen.': 3,
  'Behöver mer tid än planerat; ta upp i teamet.': 2,
  'Kom i god tid och var väl förberedd.': 2,
};
const nextSteps = {
  'Ringa arbetsgivaren': 3,
  'Skriva klart cv': 3,
  'Besöka praktikplatsen tillsammans': 2,
  'Boka tid hos studievägledaren': 1,
  Trepartssamtal: 2,
};
