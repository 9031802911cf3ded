import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrganisationsRunProjectsAtSites1795400000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.organisation (
        id uuid primary key default gen_random_uuid(),
        name text not null check (name <> ''),
        kind text not null check (kind in ('municipality', 'agency', 'region', 'coordination-association', 'education-provider', 'company', 'civil-society')),
        org_number text check (org_number ~ '^[0-9]{10}$'),
        municipality_code text check (municipality_code ~ '^[0-9]{4}$'),
        version integer not null default 1,
        unique (org_number)
      );
      create table app.project (
        id uuid primary key default gen_random_uuid(),
        registration_number text not null unique,
        name text not null check (name <> ''),
        kind text not null check (kind in ('individual-support', 'competence-development', 'pre-study')),
        owner_id uuid not null references app.organisation,
        fund text, programme text, programme_area text, specific_objective text, intervention_type text,
        start_date date not null,
        end_date date not null,
        budget_sek integer check (budget_sek >= 0),
        grant_sek integer check (grant_sek >= 0),
        eu_cofinancing_rate numeric(5, 2) check (eu_cofinancing_rate between 0 and 100),
        nuts2 text,
        real_period text,
        contact_within_days integer not null default 30 check (contact_within_days between 7 and 365),
        entry_facts_within_days integer not null default 14 check (entry_facts_within_days between 0 and 90),
        version integer not null default 1,
        constraint project_ends_after_it_starts check (end_date >= start_date)
      );
      create table app.project_partner (
        project_id uuid not null references app.project,
        organisation_id uuid not null references app.organisation,
        primary key (project_id, organisation_id)
      );
      create table app.site (
        id uuid primary key default gen_random_uuid(),
        project_id uuid not null references app.project,
        organisation_id uuid not null references app.organisation,
        name text not null check (name <> ''),
        municipality_code text check (municipality_code ~ '^[0-9]{4}$'),
        version integer not null default 1,
        unique (project_id, organisation_id, id),
        constraint site_name_is_used_once_in_a_project unique (project_id, name)
      );
      create table app.target (
        id uuid primary key default gen_random_uuid(),
        project_id uuid not null references app.project,
        site_id uuid references app.site,
        indicator text not null check (indicator in ('entered', 'exited-to-work', 'exited-to-work-or-studies')),
        gender text check (gender in ('woman', 'man', 'non-binary')),
        start_date date,
        end_date date,
        value integer not null check (value >= 0),
        version integer not null default 1,
        constraint target_ends_after_it_starts check (end_date >= start_date)
      );
      create index target_of_project on app.target (project_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
