import { hashPassword } from '@stegvis/domain/sign-in';
import type { EntityManager } from 'typeorm';
import { signInEmail, signIns } from './staff.js';
import { type Row, tables, type World } from './world.js';

/** Writes the demo world: one statement for each table, inside the caller's transaction. */
export async function loadWorld(manager: EntityManager, world: World): Promise<void> {
  for (const table of tables) {
    const rows = world.rows(table);
    const columns = columnsOf(table, rows).join(', ');
    await manager.query(`insert into app.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::app.${table}, $1::jsonb)`, [
      JSON.stringify(rows),
    ]);
  }
}

/** Gives every account that may sign in the same password. */
export async function setPasswords(manager: EntityManager, password: string): Promise<void> {
  const emails = signIns.map(({ role }) => signInEmail(role));
  const hashes: string[] = [];
  for (const _ of emails) hashes.push(await hashPassword(password));
  await manager.query(
    `insert into sign_in.credential (staff_id, password_hash)
     select s.id, given.password_hash from unnest($1::text[], $2::text[]) as given (email, password_hash) join app.staff s on s.email = given.email`,
    [emails, hashes],
  );
}

/** A column that a row leaves out would become null whatever its default, so that all rows of a table fill the same ones. */
function columnsOf(table: string, rows: readonly Row[]): string[] {
  const columns = Object.keys(rows[0] ?? {}).sort();
  const odd = rows.find((row) => Object.keys(row).sort().join() !== columns.join());
  if (odd || columns.length === 0) throw new Error(`The rows of ${table} do not all fill the same columns`);
  return columns;
}
