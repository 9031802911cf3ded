import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * History cannot be read without a policy, and the access functions are for those who were given them. The fences themselves
 * are no step of the past: they are put up after the migrations, as they are declared today (`fence/put-up.ts`).
 */
export class EveryTableIsFenced1795400000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    await runner.query(`
      alter table history.row_version enable row level security;
      alter table history.row_version force row level security;
      revoke all on all functions in schema access from public;
      grant execute on all functions in schema access to ${role.api}, ${role.worker}, ${role.report};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
