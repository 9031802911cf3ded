import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * The answers to voluntary questions (disability, minority, housing) lie in a table of their own, `app.voluntary_facts`. Those
 * who write them down read them: the main coach and co-coaches of the case, and the leaders of the site. A stand-in does
 * without. Who sees names by a grant sees them only when the grant says so.
 */
export class SensitiveFactsHaveAGrantOfTheirOwn1795700000502 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      alter table app.name_grant add column sensitive_facts boolean not null default false;
      comment on column app.name_grant.sensitive_facts is 'Whether the answers to voluntary questions are seen too';

      create function access.my_sensitive_enrolments() returns setof uuid language sql stable parallel safe ${definer} rows 50 begin atomic
        select c.enrolment_id from app.enrolment_coach c
        where c.staff_id = (select access.asker_id()) and c.part in ('main', 'co') and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
          and c.site_id in (select access.my_sites('coach'));
      end;
      comment on function access.my_sensitive_enrolments() is 'Enrolments that the asker is main coach or co-coach of today: those who ask the voluntary questions';
      create function access.my_sensitive_sites() returns setof uuid language sql stable parallel safe ${definer} rows 5 begin atomic
        select g.site_id from app.name_grant g
        where g.staff_id = (select access.asker_id()) and g.sensitive_facts and g.ended_at is null and app.today() between g.valid_from and g.valid_to
          and g.site_id in (select access.my_named_sites());
      end;
      comment on function access.my_sensitive_sites() is 'Sites where a grant shows the asker the answers to voluntary questions, beside the names';

      revoke all on function access.my_sensitive_enrolments(), access.my_sensitive_sites() from public;
      grant execute on function access.my_sensitive_enrolments(), access.my_sensitive_sites() to ${role.api};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
