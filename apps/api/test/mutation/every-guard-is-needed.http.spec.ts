import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Verb } from '@stegvis/contracts/permissions/permissions';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { Client } from '../client.js';
import { Asking } from '../matrix/asking.js';
import { thePeople } from '../matrix/people.js';
import { Seeded } from '../seeded.js';
import { type MutableApi, mutableApi } from './mutable-api.js';
import type { Mutation } from './mutation.js';
import { everyMutation } from './mutations.js';
import { SignInChecks } from './sign-in-checks.js';

const long = process.env.TEST_LONG === '1';
const sample = 12;
const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000);

let database: TestDatabase;
let api: MutableApi;
let all: Mutation[];

beforeAll(async () => {
  database = await testDatabase();
  api = await mutableApi(database, { SECOND_FACTOR_ROLES: 'auditor' });
  const people = await thePeople(database);
  const { body } = await new Client(api.url).get<{ paths: Record<string, Record<string, { 'x-verb'?: Verb }>> }>('/api/openapi.json');
  const verbs = new Map<string, Verb>();
  for (const [path, methods] of Object.entries(body.paths))
    for (const [method, { 'x-verb': verb }] of Object.entries(methods)) if (verb) verbs.set(`${method.toUpperCase()} ${path}`, verb);
  all = everyMutation({
    api,
    database,
    verbs,
    asking: new Asking(api.url, database, people),
    staffOf: (asker) => (asker === 'nobody' ? '' : people.askers[asker]),
    elsewhere: people.teams['own site'].otherCoach,
    signIn: await SignInChecks.over(api, database, people.teams['own site'].organisationId),
  });
}, 240_000);
afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

const nameOf = ({ guard, at }: Mutation): string => `${guard} · ${at}`;

/** The check that sees a deviation, by its name, and what it saw. */
async function noticedBy({ checks }: Mutation): Promise<string | undefined> {
  for (const [name, ask] of checks) {
    const [first] = await ask();
    if (first) return `${name}: ${first.slice(0, 160)}`;
  }
  return undefined;
}

/** One of each kind of guard first, then whatever chance says. */
function drawn(chance: Seeded): Mutation[] {
  const kinds = [...new Set(all.map(({ guard }) => guard.replace(/[: ].*/, '')))];
  const one = kinds.map((kind) => chance.one(all.filter(({ guard }) => guard.replace(/[: ].*/, '') === kind)));
  return [...one, ...Array.from({ length: Math.max(0, sample - one.length) }, () => chance.one(all))];
}

describe(`every guard of the API is needed (seed ${seed})`, () => {
  it(long ? 'each that is taken away is noticed' : `of those that are taken away, each of some ${sample} drawn by chance is noticed`, async () => {
    expect(all.length).toBeGreaterThan(500);
    const chosen = long ? all : drawn(new Seeded(seed));
    const table: string[] = [];
    const wrong: string[] = [];
    for (const mutation of chosen) {
      const before = mutation.once ? undefined : await noticedBy(mutation);
      if (before) wrong.push(`${nameOf(mutation)}, before it is taken away: ${before}`);
      await (mutation.outside ? mutation.outside.take() : api.take(mutation));
      const noticed = await noticedBy(mutation).finally(() => (mutation.outside ? mutation.outside.putBack() : api.putBack()));
      table.push(`${nameOf(mutation)} → ${noticed ?? 'NOBODY NOTICED'}`);
      if (!noticed) wrong.push(`${nameOf(mutation)}: nobody noticed`);
    }
    console.log(`TEST_SEED=${seed}, ${chosen.length} of ${all.length} mutations\n${table.join('\n')}`);
    expect(wrong).toEqual([]);
  }, 3_600_000);
});
