import { hashPassword } from '@stegvis/domain/sign-in';
import type { EntityManager } from 'typeorm';
import { type Batch, batchesOf, byDay } from './batches.js';
import type { Day } from './days.js';
import { secondAdministrator } from './places.js';
import { signInEmail, signIns } from './staff.js';
import type { World } from './world.js';

/** Something that is done on a day of the story before anything else: a report that was made of what was known by then. */
export interface Interlude {
  day: Day;
  run: () => Promise<void>;
}

/** Statements that go over at once. */
const atOnce = 400;

/**
 * Writes the demo world as it came to be, day by day from its first one, inside the caller's transaction: rows are made and
 * changed as they were then, and history says when that was and who did it. Each day is a few statements, and some weeks go
 * over to the database at once.
 */
export async function loadWorld(manager: EntityManager, world: World, interludes: readonly Interlude[] = []): Promise<void> {
  await manager.query(writeBatches);
  const writers = new Map<string, string>();
  const days = byDay(world.acts);
  let waiting: Batch[] = [];
  const flush = async (): Promise<void> => {
    const batches: (Pick<Batch, 'rows' | 'recorded'> & { writer: string })[] = [];
    for (const { statement, rows, recorded } of waiting) batches.push({ writer: await writerOf(manager, writers, statement), rows, recorded });
    if (batches.length > 0) await manager.query('select pg_temp.write_batches($1)', [JSON.stringify(batches)]);
    waiting = [];
  };
  for (const day of [...new Set([...days.keys(), ...interludes.map((one) => one.day)])].sort()) {
    const now = interludes.filter((one) => one.day === day);
    if (now.length > 0) await flush();
    for (const { run } of now) await run();
    waiting.push(...batchesOf(days.get(day) ?? []));
    if (waiting.length >= atOnce) await flush();
  }
  await flush();
}

/**
 * The function that runs a statement: it is planned once, which of some thousand small statements is most of the work. Tables
 * have no statistics while all of it is one transaction, so that a changed row would be looked for by reading its table
 * through: it is found by its id instead.
 */
async function writerOf(manager: EntityManager, writers: Map<string, string>, statement: string): Promise<string> {
  const known = writers.get(statement);
  if (known) return known;
  const name = `pg_temp.writer_${writers.size}`;
  writers.set(statement, name);
  await manager.query(`create or replace function ${name}(jsonb) returns void language plpgsql as $writer$ begin ${statement}; end $writer$`);
  return name;
}

/** Runs batches in order, each with what history shall say of its rows. */
const writeBatches = `
  create or replace function pg_temp.write_batches(batches jsonb) returns void language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
  declare
    batch jsonb;
  begin
    for batch in select value from jsonb_array_elements(batches) loop
      perform set_config('stegvis.recorded', (batch -> 'recorded')::text, true);
      execute format('select %s($1)', batch ->> 'writer') using batch -> 'rows';
    end loop;
    perform set_config('stegvis.recorded', '', true);
  end $$`;

/** Gives every account that may sign in the same password, on the day on which it was opened. */
export async function setPasswords(manager: EntityManager, password: string): Promise<void> {
  const emails = [...signIns.map(({ role }) => signInEmail(role)), secondAdministrator.email];
  const hashes: string[] = [];
  for (const _ of emails) hashes.push(await hashPassword(password));
  await manager.query(
    `insert into sign_in.credential (staff_id, password_hash, changed_at)
     select s.id, given.password_hash, (select min(v.recorded_at) from history.row_version v where v.table_name = 'staff' and v.row_id = s.id)
     from unnest($1::text[], $2::text[]) as given (email, password_hash) join app.staff s on s.email = given.email`,
    [emails, hashes],
  );
}
