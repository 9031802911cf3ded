import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * The funder reads submissions and no runs, and neither is the funder's to write; so the return, which stands in the
 * submission and moves the run behind it, is made by one function of the owner, which checks by itself who asks.
 */
export class AFunderReturnsASubmittedReport1795600000402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    await runner.query(`
      alter table app.submission
        add returned_at timestamptz,
        add returned_by uuid references app.staff,
        add returned_by_name text,
        add return_comment text,
        add constraint return_is_told_whole check (num_nulls(returned_at, returned_by, returned_by_name, return_comment) in (0, 4));
      comment on table app.submission is
        'What the funder reads: figures with small groups hidden, and nothing else. Written once; afterwards only that the funder returned it, and why';

      create function access.return_submission(submission uuid, reason text) returns void language plpgsql security definer set search_path = '' as $$
      declare
        run uuid;
      begin
        select s.run_id into run from app.submission s where s.id = submission and s.project_id in (select access.my_projects('funder'));
        if not found then
          raise exception 'no such submission there' using errcode = 'SV404';
        end if;
        -- The run is what a submission of the same period waits for, too.
        update app.report_run set state = 'returned', version = version + 1 where id = run and state = 'submitted';
        if not found then
          raise exception 'only the submitted report of a period is returned, and once' using errcode = 'SV422';
        end if;
        update app.submission s set returned_at = now(), returned_by = me.id, returned_by_name = me.name, return_comment = reason
        from app.staff me where s.id = submission and me.id = access.asker_id();
      end $$;
      revoke all on function access.return_submission(uuid, text) from public;
      grant execute on function access.return_submission(uuid, text) to ${role.api};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
