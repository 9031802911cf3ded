import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { vaultOfSpecs } from '@stegvis/domain/exports/testing';
import { aParticipant, aStaff, aWorld } from '@stegvis/domain/participants/testing';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { endWorkers, startWorker } from './worker-process.js';

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
});
afterEach(async () => {
  await endWorkers();
  await db.drop();
});

const stateOf = async (id: string) => (await db.sql<{ state: string }>('select state from app.export where id = $1', [id]))[0]?.state;
async function until(id: string, state: string): Promise<void> {
  const since = Date.now();
  while ((await stateOf(id)) !== state) {
    expect(Date.now() - since).toBeLessThan(60_000);
    await new Promise((next) => setTimeout(next, 20));
  }
}

describe('the worker', () => {
  it('that is killed while it makes a file leaves the next one to make it: one file, and one note of whom it shows', async () => {
    const { siteId, coach } = await aWorld(db);
    const leader = await aStaff(db, 'local-leader', { siteId });
    const { participantId } = await aParticipant(db, { siteId, coachId: coach });
    const id = randomUUID();
    await db.sql(
      `insert into app.export (id, staff_id, resource, purpose, format, language, row_count)
       values ($1, $2, 'participants', 'Underlag till styrgruppens möte', 'xlsx', 'sv', 1)`,
      [id, leader],
    );
    const asked = vaultOfSpecs().encrypt(Buffer.from('{"filters":{}}'), id, 'asked');
    await db.sql('insert into app.export_content (id, asked) values ($1, $2)', [id, asked]);
    // Slow enough to be killed in the middle: after whom it shows was noted, before the file is there.
    await db.sql(`create function app.slow() returns trigger language plpgsql as $$ begin perform pg_sleep(5); return new; end $$`);
    await db.sql('create trigger slow before update of file on app.export_content for each row execute function app.slow()');
    await db.sql(`insert into app.doorbell (job, subject_id) values ('make-export', $1)`, [id]);
    const first = startWorker(db);
    await until(id, 'running');
    await new Promise((next) => setTimeout(next, 1_500));
    await first.end('SIGKILL');
    await db.sql('drop trigger slow on app.export_content');
    // As if the two minutes had gone by.
    await db.sql(`update app.export set started_at = now() - interval '3 minutes' where id = $1 and state = 'running'`, [id]);
    startWorker(db);
    await until(id, 'ready');
    expect(await db.sql('select people, length(file) > 1000 as whole from app.export_content')).toEqual([{ people: [participantId], whole: true }]);
    expect(await db.sql('select attempt from app.export')).toEqual([{ attempt: 2 }]);
    expect(await db.sql(`select participants from access_log.event where action = 'exports.create'`)).toEqual([{ participants: [participantId] }]);
  }, 120_000);
});
