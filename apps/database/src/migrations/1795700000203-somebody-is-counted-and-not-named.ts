import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who does not consent to being named is enrolled under a pseudonym, worked with and counted; there is nothing to reach the person by. */
export class SomebodyIsCountedAndNotNamed1795700000203 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.participant
        add column pseudonymous boolean not null default false,
        add constraint pseudonym_has_no_contact check (not pseudonymous or
          (identity_kind = 'none' and phone is null and email is null and address is null));
      comment on column app.participant.pseudonymous is 'The name is a pseudonym that Stegvis gave: the person has not consented to being named, and is counted all the same';

      create or replace function access.refer(person uuid, site uuid, facts jsonb, number_encrypted bytea, number_hash bytea, referrer text, referred_on date) returns uuid
        language plpgsql security definer set search_path = '' as $$
      begin
        if not access.works_at(site) then
          raise exception 'the asker does not work there' using errcode = 'SV403';
        end if;
        insert into app.participant (id, organisation_id, given_name, family_name, identity_kind, identity_number_encrypted, identity_number_hash, date_of_birth, gender, language, interpreter, phone, email, address, pseudonymous)
        select person, s.organisation_id, f.given_name, f.family_name, f.identity_kind, number_encrypted, number_hash, f.date_of_birth, f.gender, f.language, coalesce(f.interpreter, false), f.phone, f.email, f.address, coalesce(f.pseudonymous, false)
        from app.site s, jsonb_to_record(facts) as f (given_name text, family_name text, identity_kind text, date_of_birth date, gender text, language text, interpreter boolean, phone text, email text, address text, pseudonymous boolean)
        where s.id = site;
        return access.open_enrolment(person, site, referrer, referred_on);
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
