import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/** The search and the list of participants find people by the same rule. */
export class OneRuleSaysWhereAWordBeginsAName1795600000302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.beginnings(words text[]) returns text[] language sql immutable parallel safe return
        array(select '% ' || app.name_form(word) || '%' from unnest(words) as word);
      comment on function app.beginnings(text[]) is 'Patterns for participant.name_form: somebody is found whose name is like all of them. A name form holds no wildcard';
      grant execute on function app.beginnings(text[]) to ${roleNames().api};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
