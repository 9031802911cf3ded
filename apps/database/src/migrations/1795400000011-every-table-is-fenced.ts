import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fences, gates } from '../fence/fences.js';
import { putUp } from '../fence/generate.js';
import { roleNames } from '../roles/role-names.js';

export class EveryTableIsFenced1795400000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const fence of fences) await putUp(runner, fence);
    const role = roleNames();
    await runner.query(`
      alter table history.row_version enable row level security;
      alter table history.row_version force row level security;
      create policy owner on history.row_version to current_user using (true) with check (true);
      grant select on history.row_version to ${role.api};
      create policy api_may_select on history.row_version for select to ${role.api} using (
        (${gates.coachOf('enrolment_id')}) or (${gates.leaderOfSite('site_id')}) or (participant_id = any (array(select access.my_coached_participants()))));
      revoke all on all functions in schema access from public;
      grant execute on all functions in schema access to ${role.api}, ${role.worker}, ${role.report};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
