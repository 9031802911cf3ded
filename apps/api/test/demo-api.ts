import { filledTestDatabase, type TestDatabase } from '@stegvis/platform/postgres/testing';
import { Client } from './client.js';
import { personalDataIn } from './personal-data.js';
import { type OurProcess, runCommand, startApi, startWorker } from './processes.js';

/** The demo world behind the real API, with a worker that has looked for follow-ups, for one spec file. */
export interface DemoApi {
  database: TestDatabase;
  url: string;
  /** Signs in as one of the demo's people: `coach`, `local-leader`, `project-leader`, `funder`, `administrator`. */
  as(role: string): Promise<Client>;
  stopWorker(): Promise<void>;
  /** What API and worker have logged. */
  logged(): string[];
  /** Stops all of it, and throws when something about somebody stands in what was logged. */
  stop(): Promise<void>;
}

/** A database with the demo world of today: made once in a test run, and cloned for each spec file. */
export const demoDatabase = (): Promise<TestDatabase> => filledTestDatabase('stegvis_demo', (database) => runCommand(database, 'demo', '--if-empty'));

export async function demoApi(more: Record<string, string> = {}): Promise<DemoApi> {
  const database = await demoDatabase();
  const [api, worker]: [OurProcess, OurProcess] = await Promise.all([startApi(database, more), startWorker(database, more)]);
  const { url } = api;
  const logged = () => [...api.logged, ...worker.logged];
  return {
    database,
    url,
    stopWorker: worker.stop,
    as: (role) => Client.signedIn(url, `${role}@stegvis.example`),
    logged,
    stop: async () => {
      await api.stop();
      await worker.stop();
      const told = await personalDataIn(database, logged());
      await database.drop();
      if (told.length > 0) throw new Error(`The logs tell of somebody: ${told.join(' | ')}`);
    },
  };
}
