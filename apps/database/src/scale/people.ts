import type { EntityManager } from 'typeorm';
import { among, idOf, oneOf, share, whole, workdayBefore } from './draw.js';
import { families, men, women } from './names.js';
import { type People, type Shape, scaleProject } from './shape.js';

const n = 'n.n';
const days = (draw: number, min: number, max: number) => whole(n, draw, min, max);

/**
 * Draws the people of a batch into the temporary table `person`, one row each with all that follows from the number:
 * status, days, facts, pace. `until`: the last day on which somebody may meet them; planned meetings lie ahead of today.
 */
export async function drawPeople(manager: EntityManager, seed: string, shape: Shape, people: People): Promise<void> {
  await manager.query(
    `create temporary table person on commit drop as
     select d.*, ${workdayBefore('d.raw_end')} as end_date,
            greatest(d.start_date, case when d.status = 'exited' then ${workdayBefore('d.raw_end')}
                                        when d.status = 'on-hold' then d.today - 20
                                        when d.neglected and d.start_date < d.today - 100 then d.today - 55
                                        else d.today + 14 end) as until,
            d.start_date + d.coaching_days as mapping_from, d.start_date + d.coaching_days + d.mapping_days as internship_from,
            d.start_date + d.coaching_days + d.mapping_days + d.internship_days as matching_from
     from (
       select drawn.*, case when drawn.status = 'exited' then drawn.start_date + 21 + floor(drawn.end_share * (drawn.today - 22 - drawn.start_date))::integer end as raw_end,
              drawn.start_date - drawn.wait_days as referred_before_start
       from (
         select n.n, app.today() as today, n.n / ${shape.peopleOfCoach} as coach, ${idOf('participant', n)} as participant_id, ${idOf('enrolment', n)} as id,
                s.organisation_id, s.project_id, s.id as site_id, s.municipality_code, ${idOf('coach', `n.n / ${shape.peopleOfCoach}`)} as coach_id,
                ${statusOf()} as status, ${genderOf()} as gender, ${among(n, 3, '$5::text[]')} as family_name,
                case when ${genderOf()} = 'man' or (${genderOf()} = 'non-binary' and ${share(n, 4)} < 0.5) then ${among(n, 5, '$6::text[]')} else ${among(n, 5, '$7::text[]')} end as given_name,
                app.today() - ${days(6, 19 * 365, 62 * 365)} as date_of_birth,
                ${workdayBefore(`(app.today() - case when ${statusOf()} = 'exited' then ${days(7, 90, 730)} else ${days(7, 8, 730)} end)`)} as start_date,
                ${share(n, 8)} as end_share, ${days(9, 5, 20)} as wait_days, ${days(10, 0, 25)} as waits_since, ${share(n, 11)} < 0.04 as neglected,
                ${share(n, 12)} < 0.03 as facts_missing, ${oneOf(n, 13, { unemployed: 66, inactive: 30, employed: 4 })} as labour_status,
                ${oneOf(n, 14, { none: 3, 'compulsory-short': 12, compulsory: 30, 'upper-secondary': 38, 'post-secondary-short': 8, 'post-secondary': 9 })} as education_level,
                ${oneOf(n, 15, { swedish: 70, 'eu-or-eea': 5, 'third-country': 23, 'stateless-or-undetermined': 2 })} as citizenship,
                ${share(n, 16)} < 0.4 as born_abroad, ${days(17, 60, 1900)} as unemployed_days,
                ${oneOf(n, 18, { work: 32, studies: 12, 'other-measure': 16, moved: 5, 'ill-health': 11, 'parental-leave': 3, 'own-wish': 9, absence: 7, deceased: 1, other: 4 })} as exit_reason,
                ${share(n, 19)} < 0.15 as exit_facts_missing, ${share(n, 20)} < 0.12 as qualification,
                ${oneOf(n, 21, { yes: 30, no: 50, declined: 10, 'not-asked': 10 })} as disability, ${oneOf(n, 22, { yes: 20, no: 55, declined: 15, 'not-asked': 10 })} as minority,
                ${oneOf(n, 23, { yes: 5, no: 80, declined: 5, 'not-asked': 10 })} as housing_exclusion,
                ${days(24, 30, 90)} as coaching_days, ${days(25, 20, 60)} as mapping_days,
                ${days(26, 60, 150)} + case when ${genderOf()} = 'woman' then 25 else 0 end as internship_days, ${share(n, 27)} < 0.4 as coached_on,
                ${share(n, 28)} < 0.04 as has_co_coach, ${share(n, 29)} < 0.5 as was_reminded, ${share(n, 30)} as reminded_share, 70 + ${days(31, 0, 60)} as eagerness,
                ${oneOf(n, 32, { sv: 60, ar: 14, so: 8, ti: 6, uk: 6, prs: 4, en: 2 })} as language,
                ${oneOf(n, 33, { Arbetsförmedlingen: 45, Försäkringskassan: 20, Socialtjänsten: 25, Vårdcentralen: 6, Själv: 4 })} as referred_by
         from generate_series($2::bigint, $3::bigint - 1) as n
         join app.site s on s.id = ${idOf('site', `n.n / ${shape.peopleOfCoach * shape.coachesOfSite}`)}
         join app.project p on p.id = s.project_id and p.registration_number = $4
       ) as drawn
     ) as d`,
    [seed, people.from, people.to, scaleProject.registrationNumber, families, men, women],
  );
  await manager.query("alter table person add column started boolean generated always as (status in ('active', 'on-hold', 'exited')) stored");
  await manager.query('analyze person');
}

const statusOf = () => oneOf(n, 1, { active: 78, 'on-hold': 4, exited: 10, referred: 3, waiting: 2, declined: 3 });
const genderOf = () => oneOf(n, 2, { woman: 520, man: 474, 'non-binary': 6 });
