import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * What a name is compared by is worked out when it is written: thousands of names are then looked through in milliseconds.
 *
 * There is no index on it, on purpose. The comparison is not leakproof, so PostgreSQL applies the policies first and could
 * never use one for the API; a search therefore starts from the people that the asker may see, whom the keys and
 * `participant_at_sites` give. And how long a search takes depends on those alone: nobody can tell by it what another
 * organisation holds.
 */
export class APersonIsFoundByTheBeginningOfAnyWordOfTheName1795600000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    await runner.query(`
      -- å, ä and ö are letters of their own in Swedish: they stand aside while the accents of the others are taken away.
      create function app.name_form(name text) returns text language sql immutable parallel safe return
        btrim(regexp_replace(
          translate(
            regexp_replace(
              normalize(translate(lower(normalize(name, NFC) collate app.swedish), 'åäö', U&'\\E000\\E001\\E002'), NFD),
              U&'[\\0300-\\036F]+', '', 'g'),
            U&'\\E000\\E001\\E002æøœđðłı''’ʼ´\`', 'åäöäööddli'),
          '[-[:space:]‐‑‒–—.,:;/\\\\()"%_*+&|]+', ' ', 'g'));
      comment on function app.name_form(text) is 'A name as it is compared: lower case, no accents but å, ä and ö, no apostrophes, words apart by one space; contracts/src/search/name-form.ts is the same rule';
      grant execute on function app.name_form(text) to ${role.api};
      alter table app.participant add column name_form text not null
        generated always as (' ' || app.name_form(given_name || ' ' || family_name)) stored;
      comment on column app.participant.name_form is 'Given and family name in name form, with a space before every word: a word begins with "an" where " an" occurs';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
