import type { EntityManager } from 'typeorm';
import { idOf } from './draw.js';
import type { Shape } from './shape.js';

/** Writes the people of the batch with all that their enrolments have, but for meetings. */
export async function writeCases(manager: EntityManager, seed: string, shape: Shape): Promise<void> {
  for (const statement of statements(shape)) await manager.query(statement, statement.includes('$1') ? [seed] : []);
}

const statements = (shape: Shape): string[] => [
  // The sites are there from the start, so that the trigger that keeps them finds nothing to change.
  `insert into app.participant (id, organisation_id, site_ids, given_name, family_name, identity_kind, date_of_birth, gender, language, interpreter, email, created_at)
   select participant_id, organisation_id, array[site_id], given_name, family_name, 'none', date_of_birth, gender, language, language <> 'sv' and n % 3 = 0, 'person-' || n || '@skala.example',
          (case when started then referred_before_start else today - waits_since end)::timestamp at time zone 'Europe/Stockholm' + interval '9 hours'
   from person`,
  `insert into app.enrolment (id, organisation_id, participant_id, project_id, site_id, kind, status, referred_by, referred_on, decline_reason, start_date, end_date, exit_reason,
                              gender, birth_year, date_of_birth, labour_status, unemployed_since, education_level, citizenship, born_abroad, parents_born_abroad,
                              municipality_code, income_sources, exit_labour_status, exit_job_seeking, exit_in_education, exit_qualification, created_at)
   select id, organisation_id, participant_id, project_id, site_id, 'jobseeker', status, referred_by, case when started then referred_before_start else today - waits_since end,
          case when status = 'declined' then 'own-wish' end, case when started then start_date end, end_date, case when status = 'exited' then exit_reason end,
          gender, extract(year from date_of_birth)::integer, date_of_birth,
          case when started and not facts_missing then labour_status end, case when started and not facts_missing and labour_status = 'unemployed' then start_date - unemployed_days end,
          case when started and not facts_missing then education_level end, case when started then citizenship end, case when started then born_abroad end, case when started then born_abroad end,
          municipality_code, case when started and not facts_missing then array['social-assistance'] end,
          case when told then case exit_reason when 'work' then case when n % 12 = 0 then 'self-employed' else 'employed' end when 'studies' then 'inactive'
                                               when 'other-measure' then 'unemployed' else case when n % 2 = 0 then 'unemployed' else 'inactive' end end end,
          case when told then exit_reason in ('other-measure', 'absence', 'moved') end, case when told then exit_reason = 'studies' end, case when told then qualification end,
          (case when started then referred_before_start else today - waits_since end)::timestamp at time zone 'Europe/Stockholm' + interval '9 hours'
   from (select *, status = 'exited' and not exit_facts_missing as told from person) as p`,
  `insert into app.voluntary_facts (id, organisation_id, project_id, site_id, disability, minority, housing_exclusion)
   select id, organisation_id, project_id, site_id, case when started then disability else 'not-asked' end, case when started then minority else 'not-asked' end,
          case when started then housing_exclusion else 'not-asked' end
   from person`,
  `insert into app.enrolment_coach (id, organisation_id, project_id, site_id, enrolment_id, staff_id, part, valid_from)
   select ${idOf('main', 'n')}, organisation_id, project_id, site_id, id, coach_id, 'main', case when started then start_date else today - waits_since end from person`,
  // A colleague at the same site, who is among the coaches of this batch.
  `insert into app.enrolment_coach (id, organisation_id, project_id, site_id, enrolment_id, staff_id, part, valid_from)
   select ${idOf('co', 'p.n')}, p.organisation_id, p.project_id, p.site_id, p.id, colleague.coach_id, 'co', least(p.start_date + 14, p.today)
   from person p
   join (select distinct coach, coach_id, site_id from person) as colleague on colleague.site_id = p.site_id and colleague.coach = case p.coach % ${shape.coachesOfSite} when ${shape.coachesOfSite - 1} then p.coach - 1 else p.coach + 1 end
   where p.started and p.has_co_coach`,
  // Main stages follow each other; coaching may go on beside the others. A stage that has not come yet is not there.
  `insert into app.stage_period (id, organisation_id, project_id, site_id, enrolment_id, stage, start_date, end_date, main)
   select ${idOf('stage', `p.n || ' ' || stage.place`)}, p.organisation_id, p.project_id, p.site_id, p.id, stage.name, stage.begins,
          case when stage.next <= p.last_day then stage.next - 1 else p.end_date end, stage.main
   from (select *, coalesce(end_date, today) as last_day from person where started) as p
   cross join lateral (values (1, 'coaching', p.start_date, p.mapping_from, true), (2, 'mapping', p.mapping_from, p.internship_from, true),
                              (3, 'internship', p.internship_from, p.matching_from, true), (4, 'matching', p.matching_from, null, true),
                              (5, 'coaching', case when p.coached_on then p.mapping_from end, null, false)) as stage (place, name, begins, next, main)
   where stage.begins <= p.last_day`,
  // Follow-ups of earlier that were done; those that are due today are found by the sweep.
  `insert into app.reminder (id, organisation_id, project_id, site_id, enrolment_id, rule, subject_id, staff_id, due_date, state, closed_at, created_at)
   select ${idOf('reminder', 'n')}, organisation_id, project_id, site_id, id, 'no-contact', id, coach_id, due, 'done',
          (due + 2)::timestamp at time zone 'Europe/Stockholm' + interval '10 hours', due::timestamp at time zone 'Europe/Stockholm' + interval '1 hour'
   from (select *, start_date + 45 + floor(reminded_share * (least(until, today) - start_date - 50))::integer as due from person
         where started and was_reminded and least(until, today) - start_date > 90) as p`,
];
