import type { QueryRunner } from 'typeorm';
import type { ServiceRole } from '../roles/role-names.js';
import type { Door, Fence } from './doors.js';

/** The policy that takes protected people away from those who are not named for them. */
export const hidesProtected = 'api_hides_protected';

/** Columns that a trigger keeps; an update of these alone is no change by a person, and raises no version. */
const keptByTriggers: Readonly<Record<string, readonly string[]>> = {
  participant: ['site_ids'],
  attendance: ['coach_id'],
};

/**
 * Puts up the fence round a table: row-level security on and forced, grants, policies, history and version triggers.
 * Whatever an earlier migration put up is taken down first, so that a later migration can call this again.
 */
export async function fenceTable(runner: QueryRunner, fence: Fence, roles: Record<ServiceRole, string>): Promise<void> {
  const table = `app.${fence.table}`;
  for (const role of Object.values(roles)) await runner.query(`revoke all on ${table} from ${role}`);
  const old: { policyname: string }[] = await runner.query(`select policyname from pg_policies where schemaname = 'app' and tablename = $1`, [
    fence.table,
  ]);
  for (const { policyname } of old) await runner.query(`drop policy ${policyname} on ${table}`);

  await runner.query(`alter table ${table} enable row level security`);
  await runner.query(`alter table ${table} force row level security`);
  // The owner is no superuser: migrations, history, definer functions and the demo world need a door of their own.
  await runner.query(`create policy owner on ${table} to current_user using (true) with check (true)`);
  for (const one of fence.doors) await openDoor(runner, fence, one, roles);
  if (fence.unlessHidden && !fence.hiddenWithin) await hideProtected(runner, table, fence.unlessHidden, roles.api);
  await keepHistory(runner, fence);
  await keepVersions(runner, fence);
}

/** Whom a door lets through: any of its gates, and of a table that hides within its doors only what is not hidden. */
export function conditionOf(fence: Fence, door: Door): string {
  const anyGate = door.gates.map((gate) => `(${gate})`).join(' or ');
  return fence.hiddenWithin && fence.unlessHidden && door.role === 'api' ? `(${fence.unlessHidden}) and (${anyGate})` : anyGate;
}

async function openDoor(runner: QueryRunner, fence: Fence, door: Door, roles: Record<ServiceRole, string>): Promise<void> {
  const table = `app.${fence.table}`;
  const role = roles[door.role];
  const condition = conditionOf(fence, door);
  const columns = door.columns ? ` (${door.columns.join(', ')})` : '';
  const clause = {
    select: `using (${condition})`,
    insert: `with check (${condition})`,
    update: `using (${condition}) with check (${condition})`,
    delete: `using (${condition})`,
  };
  await runner.query(`grant ${door.command}${columns} on ${table} to ${role}`);
  await runner.query(`create policy ${door.role}_may_${door.command} on ${table} for ${door.command} to ${role} ${clause[door.command]}`);
}

/** A restrictive policy for every command: it takes away, whatever another policy gives. */
export async function hideProtected(runner: QueryRunner, table: string, condition: string, api: string): Promise<void> {
  await runner.query(`create policy ${hidesProtected} on ${table} as restrictive for all to ${api} using (${condition}) with check (${condition})`);
}

async function keepHistory(runner: QueryRunner, fence: Fence): Promise<void> {
  for (const [operation, rows] of [
    ['insert', 'new'],
    ['update', 'new'],
    ['delete', 'old'],
  ] as const) {
    await runner.query(`drop trigger if exists history_of_${operation} on app.${fence.table}`);
    if (!fence.history) continue;
    await runner.query(`create trigger history_of_${operation} after ${operation} on app.${fence.table}
      referencing ${rows} table as changed for each statement execute function history.record()`);
  }
}

async function keepVersions(runner: QueryRunner, fence: Fence): Promise<void> {
  await runner.query(`drop trigger if exists raise_version on app.${fence.table}`);
  if (!fence.versioned) return;
  const columns: { name: string }[] = await runner.query(
    `select attname as name from pg_attribute where attrelid = 'app.${fence.table}'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
  );
  const kept = keptByTriggers[fence.table] ?? [];
  const watched = columns.map((column) => column.name).filter((name) => !kept.includes(name));
  await runner.query(
    `create trigger raise_version before update of ${watched.join(', ')} on app.${fence.table} for each row execute function app.raise_version()`,
  );
}
