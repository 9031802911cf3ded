import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import type { DataSource } from 'typeorm';
import { ownerSource } from '../data-source.js';
import { type ServiceRole, serviceRoles } from '../roles/role-names.js';
import { notAsGenerated } from './as-generated.js';

let database: TestDatabase;
let owner: DataSource;
let roles: Record<ServiceRole, string>;
beforeAll(async () => {
  database = await testDatabase();
  owner = await ownerSource(database.url('owner')).initialize();
  roles = Object.fromEntries(serviceRoles.map((role) => [role, decodeURIComponent(new URL(database.url(role)).username)])) as typeof roles;
});
afterAll(async () => {
  await owner?.destroy();
  await database?.drop();
});

describe('what stands round the tables', () => {
  it('is what the generator makes of the declarations: every policy to its last word, every right, every trigger', async () => {
    expect(await notAsGenerated(owner, roles)).toEqual([]);
  });

  const weakenings: readonly [what: string, statement: (api: string) => string, table: string][] = [
    ['a policy that lets everybody through, under its own name', () => 'alter policy api_may_select on app.participant using (true)', 'participant'],
    ['a policy whose check is open', () => 'alter policy api_may_update on app.enrolment with check (true)', 'enrolment'],
    ['a policy that hides nobody any more', () => 'alter policy api_hides_protected on app.meeting using (true)', 'meeting'],
    [
      'a policy with a gate more',
      () => `alter policy api_may_select on app.attendance_note using ((select access.asker_id()) is not null)`,
      'attendance_note',
    ],
    ['a policy of another role', () => 'alter policy worker_may_select on app.reminder to public', 'reminder'],
    ['a policy of the history', () => 'alter policy api_may_select on history.row_version using (true)', 'history.row_version'],
    ['a right to remove', (role) => `grant delete on app.participant to ${role}`, 'participant'],
    ['a right to a column', (role) => `grant update (protection) on app.participant to ${role}`, 'participant.protection'],
    ['a right to give rights away', (role) => `grant select on app.enrolment to ${role} with grant option`, 'enrolment'],
    ['a right that is gone', (role) => `revoke select on app.meeting from ${role}`, 'meeting'],
    ['history that is written only sometimes', () => 'alter table app.stage_period disable trigger history_of_update', 'stage_period'],
    ['a fence that does not bind the owner', () => 'alter table app.reminder no force row level security', 'reminder'],
  ];

  it.each(weakenings)('would not be, and it is said where: %s', async (_what, statement, table) => {
    const own = await testDatabase();
    const itsOwner = await ownerSource(own.url('owner')).initialize();
    try {
      await own.sql(statement(roles.api));
      const faults = await notAsGenerated(itsOwner, roles);
      expect(faults.filter((fault) => fault.includes(table))).not.toEqual([]);
      // Looking at it has mended nothing.
      expect(await notAsGenerated(itsOwner, roles)).toEqual(faults);
    } finally {
      await itsOwner.destroy();
      await own.drop();
    }
  });
});
