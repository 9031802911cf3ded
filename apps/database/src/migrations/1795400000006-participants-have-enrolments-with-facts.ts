import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ParticipantsHaveEnrolmentsWithFacts1795400000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.participant (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references app.organisation,
        site_ids uuid[] not null default '{}',
        given_name text not null check (given_name <> ''),
        family_name text not null check (family_name <> ''),
        identity_kind text not null check (identity_kind in ('personnummer', 'samordningsnummer', 'none')),
        identity_number_encrypted bytea,
        identity_number_hash bytea,
        date_of_birth date not null check (date_of_birth between '1900-01-01' and '2100-12-31'),
        gender text not null check (gender in ('woman', 'man', 'non-binary')),
        language text,
        interpreter boolean not null default false,
        phone text,
        email text,
        address text,
        protection text not null default 'none' check (protection in ('none', 'confidentiality-mark', 'protected-registration')),
        version integer not null default 1,
        created_at timestamptz not null default now(),
        unique (organisation_id, id),
        constraint participant_has_a_number_or_none check (
          (identity_kind = 'none') = (identity_number_hash is null) and (identity_kind = 'none') = (identity_number_encrypted is null))
      );
      comment on column app.participant.site_ids is 'Sites where the person has been enrolled, kept by a trigger: what a local leader''s right hangs on';
      -- Unique among the unprotected only: an insert must not betray that a protected person is here.
      create unique index participant_number_is_known_once on app.participant (organisation_id, identity_number_hash) where protection = 'none';
      create index participant_at_sites on app.participant using gin (site_ids);

      create table app.enrolment (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null,
        participant_id uuid not null,
        project_id uuid not null,
        site_id uuid not null,
        kind text not null check (kind in ('jobseeker', 'professional')),
        status text not null check (status in ('referred', 'waiting', 'active', 'on-hold', 'exited', 'declined')),
        referred_by text,
        referred_on date not null,
        decline_reason text check (decline_reason in ('not-target-group', 'no-place', 'own-wish', 'not-reached', 'other-measure', 'other')),
        start_date date,
        end_date date,
        exit_reason text check (exit_reason in ('work', 'studies', 'other-measure', 'moved', 'ill-health', 'parental-leave', 'own-wish', 'absence', 'deceased', 'registered-by-mistake', 'other')),
        gender text not null check (gender in ('woman', 'man', 'non-binary')),
        birth_year integer not null check (birth_year between 1900 and 2100),
        date_of_birth date not null,
        labour_status text check (labour_status in ('unemployed', 'inactive', 'employed', 'self-employed')),
        unemployed_since date,
        education_level text check (education_level in ('none', 'compulsory-short', 'compulsory', 'upper-secondary', 'post-secondary-short', 'post-secondary', 'doctoral')),
        citizenship text check (citizenship in ('swedish', 'eu-or-eea', 'third-country', 'stateless-or-undetermined')),
        born_abroad boolean,
        parents_born_abroad boolean,
        municipality_code text check (municipality_code ~ '^[0-9]{4}$'),
        income_sources text[],
        exit_labour_status text check (exit_labour_status in ('unemployed', 'inactive', 'employed', 'self-employed')),
        exit_job_seeking boolean,
        exit_in_education boolean,
        exit_qualification boolean,
        entry_facts_missing boolean generated always as (labour_status is null or education_level is null) stored,
        exit_facts_missing boolean generated always as (exit_labour_status is null or exit_in_education is null or exit_qualification is null) stored,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        unique (organisation_id, project_id, site_id, id),
        foreign key (organisation_id, participant_id) references app.participant (organisation_id, id),
        foreign key (project_id, organisation_id, site_id) references app.site (project_id, organisation_id, id),
        constraint enrolment_ends_after_it_starts check (end_date >= start_date),
        constraint enrolment_status_fits_its_dates check (
          case status when 'exited' then start_date is not null and end_date is not null and exit_reason is not null
                      when 'active' then start_date is not null and end_date is null
                      when 'on-hold' then start_date is not null and end_date is null
                      else start_date is null and end_date is null end),
        constraint enrolment_is_declined_for_a_reason check ((status = 'declined') = (decline_reason is not null)),
        constraint enrolment_periods_do_not_overlap exclude using gist
          (organisation_id with =, participant_id with =, project_id with =, daterange(start_date, end_date, '[)') with &&) where (start_date is not null)
      );
      comment on column app.enrolment.date_of_birth is 'As at first entry: age bands are counted from it, without a look at the person';
      create unique index enrolment_is_open_once on app.enrolment (organisation_id, participant_id, project_id) where status in ('referred', 'waiting', 'active', 'on-hold');
      create index enrolment_at_site on app.enrolment (site_id, status, start_date);
      create index enrolment_in_project on app.enrolment (project_id, status);
      create index enrolment_of_participant on app.enrolment (participant_id);

      create table app.voluntary_facts (
        id uuid primary key,
        organisation_id uuid not null,
        project_id uuid not null,
        site_id uuid not null,
        enrolment_id uuid not null generated always as (id) stored,
        disability text not null default 'not-asked' check (disability in ('yes', 'no', 'declined', 'not-asked')),
        minority text not null default 'not-asked' check (minority in ('yes', 'no', 'declined', 'not-asked')),
        housing_exclusion text not null default 'not-asked' check (housing_exclusion in ('yes', 'no', 'declined', 'not-asked')),
        version integer not null default 1,
        foreign key (organisation_id, project_id, site_id, id) references app.enrolment (organisation_id, project_id, site_id, id)
      );
      comment on table app.voluntary_facts is 'Special categories of personal data (GDPR article 9), apart from the enrolment so that each can have its own right';

      create table app.enrolment_coach (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null,
        project_id uuid not null,
        site_id uuid not null,
        enrolment_id uuid not null,
        staff_id uuid not null references app.staff,
        part text not null check (part in ('main', 'co', 'stand-in')),
        valid_from date not null,
        valid_to date,
        version integer not null default 1,
        foreign key (organisation_id, project_id, site_id, enrolment_id) references app.enrolment (organisation_id, project_id, site_id, id),
        constraint coach_ends_after_they_start check (valid_to >= valid_from)
      );
      create unique index enrolment_has_one_main_coach on app.enrolment_coach (enrolment_id) where part = 'main' and valid_to is null;
      create index enrolment_coach_of_staff on app.enrolment_coach (staff_id, enrolment_id);
      create index enrolment_coach_of_enrolment on app.enrolment_coach (enrolment_id);
    `);
    await runner.query(`
      create function app.keep_enrolment_in_project() returns trigger language plpgsql set search_path = '' security definer as $$
      declare
        period record;
      begin
        select start_date, end_date, kind into period from app.project where id = new.project_id;
        if period.kind = 'pre-study' then
          raise exception 'a pre-study has no participants' using errcode = '23514', constraint = 'pre_study_has_no_participants';
        end if;
        if new.start_date not between period.start_date and period.end_date or new.end_date not between period.start_date and period.end_date then
          raise exception 'the enrolment lies outside the project' using errcode = '23514', constraint = 'enrolment_lies_inside_its_project';
        end if;
        return new;
      end $$;
      create trigger keep_enrolment_in_project before insert or update of start_date, end_date, project_id on app.enrolment
        for each row execute function app.keep_enrolment_in_project();

      create function app.keep_project_around_enrolments() returns trigger language plpgsql set search_path = '' security definer as $$
      begin
        if exists (select from app.enrolment e where e.project_id = new.id and (e.start_date < new.start_date or e.start_date > new.end_date or e.end_date > new.end_date)) then
          raise exception 'enrolments lie outside the new period' using errcode = '23514', constraint = 'enrolment_lies_inside_its_project';
        end if;
        return new;
      end $$;
      create trigger keep_project_around_enrolments before update of start_date, end_date on app.project
        for each row execute function app.keep_project_around_enrolments();

      create function app.note_site_of_participant() returns trigger language plpgsql set search_path = '' security definer as $$
      begin
        update app.participant p set site_ids = sites.ids
        from (select participant_id, array_agg(distinct site_id) as ids from app.enrolment
              where participant_id in (select participant_id from changed) group by participant_id) as sites
        where p.id = sites.participant_id and p.site_ids is distinct from sites.ids;
        return null;
      end $$;
      create trigger note_site_of_participant after insert on app.enrolment referencing new table as changed
        for each statement execute function app.note_site_of_participant();
    `);
    const definer = "stable parallel safe security definer set search_path = ''";
    await runner.query(`
      create function access.my_coached_enrolments() returns setof uuid language sql ${definer} rows 50 begin atomic
        select c.enrolment_id from app.enrolment_coach c
        where c.staff_id = access.asker_id() and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
          and c.site_id in (select access.my_sites('coach'));
      end;
      comment on function access.my_coached_enrolments() is 'Enrolments that the asker is coach, co-coach or stand-in of today';
      create function access.my_coached_participants() returns setof uuid language sql ${definer} rows 50 begin atomic
        select e.participant_id from app.enrolment e where e.id in (select access.my_coached_enrolments());
      end;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
