import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * An inserted person is nobody's until an enrolment says whose, so that both are made by one function of the owner, which
 * checks by itself that the asker works at the site.
 */
export class APersonAndTheFirstEnrolmentAreMadeTogether1795400000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    await runner.query(`
      create function access.works_at(site uuid) returns boolean language sql stable security definer set search_path = ''
        return site in (select access.my_sites('coach')) or site in (select access.my_sites('local-leader'));

      create function access.open_enrolment(participant uuid, site uuid, referrer text, referred_on date) returns uuid
        language plpgsql security definer set search_path = '' as $$
      declare
        place record;
        person record;
        first record;
        made uuid := gen_random_uuid();
      begin
        select s.*, p.kind as project_kind into place from app.site s join app.project p on p.id = s.project_id where s.id = site;
        if not found or not access.works_at(site) then
          raise exception 'the asker does not work there' using errcode = 'SV403';
        end if;
        select p.* into person from app.participant p where p.id = participant and p.organisation_id = place.organisation_id;
        if not found then
          raise exception 'no such person there' using errcode = 'SV404';
        end if;
        -- A person who comes back to a project keeps the facts of the first entry.
        select * into first from app.enrolment e where e.participant_id = participant and e.project_id = place.project_id and e.start_date is not null order by e.start_date limit 1;
        insert into app.enrolment (id, organisation_id, participant_id, project_id, site_id, kind, status, referred_by, referred_on, gender, birth_year, date_of_birth,
                                   labour_status, unemployed_since, education_level, citizenship, born_abroad, parents_born_abroad, municipality_code, income_sources)
        values (made, place.organisation_id, participant, place.project_id, site,
                case place.project_kind when 'competence-development' then 'professional' else 'jobseeker' end, 'referred', referrer, referred_on,
                coalesce(first.gender, person.gender), coalesce(first.birth_year, extract(year from person.date_of_birth)::integer), coalesce(first.date_of_birth, person.date_of_birth),
                first.labour_status, first.unemployed_since, first.education_level, first.citizenship, first.born_abroad, first.parents_born_abroad, first.municipality_code, first.income_sources);
        insert into app.voluntary_facts (id, organisation_id, project_id, site_id, disability, minority, housing_exclusion)
        select made, place.organisation_id, place.project_id, site, coalesce(v.disability, 'not-asked'), coalesce(v.minority, 'not-asked'), coalesce(v.housing_exclusion, 'not-asked')
        from (select) as always left join app.voluntary_facts v on v.id = first.id;
        if site in (select access.my_sites('coach')) then
          insert into app.enrolment_coach (organisation_id, project_id, site_id, enrolment_id, staff_id, part, valid_from)
          values (place.organisation_id, place.project_id, site, made, access.asker_id(), 'main', app.today());
        end if;
        return made;
      end $$;

      create function access.refer(person uuid, site uuid, facts jsonb, number_encrypted bytea, number_hash bytea, referrer text, referred_on date) returns uuid
        language plpgsql security definer set search_path = '' as $$
      begin
        if not access.works_at(site) then
          raise exception 'the asker does not work there' using errcode = 'SV403';
        end if;
        insert into app.participant (id, organisation_id, given_name, family_name, identity_kind, identity_number_encrypted, identity_number_hash, date_of_birth, gender, language, interpreter, phone, email, address)
        select person, s.organisation_id, f.given_name, f.family_name, f.identity_kind, number_encrypted, number_hash, f.date_of_birth, f.gender, f.language, coalesce(f.interpreter, false), f.phone, f.email, f.address
        from app.site s, jsonb_to_record(facts) as f (given_name text, family_name text, identity_kind text, date_of_birth date, gender text, language text, interpreter boolean, phone text, email text, address text)
        where s.id = site;
        return access.open_enrolment(person, site, referrer, referred_on);
      end $$;

      create function access.enrol_again(participant uuid, site uuid, referrer text, referred_on date) returns uuid
        language plpgsql security definer set search_path = '' as $$
      begin
        if not exists (select from app.participant p where p.id = participant
                       and (p.id in (select access.my_coached_participants()) or p.site_ids && array(select access.my_sites('local-leader')))) then
          raise exception 'no such person there' using errcode = 'SV404';
        end if;
        return access.open_enrolment(participant, site, referrer, referred_on);
      end $$;
      revoke all on all functions in schema access from public;
      revoke execute on function access.open_enrolment(uuid, uuid, text, date) from ${role.api}, ${role.worker}, ${role.report};
      grant execute on function access.works_at(uuid), access.refer(uuid, uuid, jsonb, bytea, bytea, text, date), access.enrol_again(uuid, uuid, text, date) to ${role.api};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
