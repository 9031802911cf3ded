import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { anOrganisation } from '@stegvis/domain/participants/testing';
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

describe('the worker', () => {
  it('links what was noted in the access log within seconds, again and again', async () => {
    const organisation = await anOrganisation(db);
    startWorker(db);
    for (let round = 1; round <= 2; round++) {
      await db.sql(`insert into access_log.event (organisation_id, roles, action, outcome) values ($1, '{coach}', 'participants.read', 'given')`, [
        organisation,
      ]);
      const waited = Date.now();
      for (;;) {
        const [{ links } = { links: 0 }] = await db.sql<{ links: number }>('select count(*)::integer as links from access_log.link');
        if (links === round) break;
        expect(Date.now() - waited).toBeLessThan(30_000);
        await new Promise((next) => setTimeout(next, 100));
      }
    }
  }, 90_000);
});
