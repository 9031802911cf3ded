import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StagesMayOverlapButOneIsMain1795400000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.stage_period (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null,
        project_id uuid not null,
        site_id uuid not null,
        enrolment_id uuid not null,
        stage text not null check (stage in ('coaching', 'mapping', 'internship', 'matching', 'follow-along')),
        start_date date not null,
        end_date date,
        main boolean not null,
        version integer not null default 1,
        foreign key (organisation_id, project_id, site_id, enrolment_id) references app.enrolment (organisation_id, project_id, site_id, id),
        constraint stage_ends_after_it_starts check (end_date >= start_date),
        constraint one_main_stage_at_a_time exclude using gist (enrolment_id with =, daterange(start_date, end_date, '[)') with &&) where (main),
        constraint same_stage_does_not_overlap exclude using gist (enrolment_id with =, stage with =, daterange(start_date, end_date, '[)') with &&)
      );
      create index stage_period_of_enrolment on app.stage_period (enrolment_id, start_date);

      create function app.keep_stage_in_enrolment() returns trigger language plpgsql set search_path = '' security definer as $$
      declare
        period record;
      begin
        select start_date, end_date into period from app.enrolment where id = new.enrolment_id;
        if period.start_date is null or new.start_date < period.start_date or new.start_date > period.end_date or new.end_date > period.end_date
           or (new.end_date is null and period.end_date is not null) then
          raise exception 'the stage lies outside the enrolment' using errcode = '23514', constraint = 'stage_lies_inside_its_enrolment';
        end if;
        return new;
      end $$;
      create trigger keep_stage_in_enrolment before insert or update of start_date, end_date on app.stage_period
        for each row execute function app.keep_stage_in_enrolment();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
