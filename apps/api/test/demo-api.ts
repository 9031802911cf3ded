import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { type ApiProcess, runCommand, startApi } from './api-process.js';
import { Client } from './client.js';

/** The demo world behind the real API, for one spec file. */
export interface DemoApi {
  database: TestDatabase;
  api: ApiProcess;
  /** Signs in as one of the demo's people: `coach`, `local-leader`, `project-leader`, `funder`, `administrator`. */
  as(role: string): Promise<Client>;
  stop(): Promise<void>;
}

export async function demoApi(more: Record<string, string> = {}): Promise<DemoApi> {
  const database = await testDatabase();
  await runCommand(database, 'demo', '--if-empty');
  const api = await startApi(database, more);
  return {
    database,
    api,
    as: (role) => Client.signedIn(api.url, `${role}@stegvis.example`),
    stop: async () => {
      await api.stop();
      await database.drop();
    },
  };
}
