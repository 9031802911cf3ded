import { createHmac } from 'node:crypto';
import { sourceOptions } from '@stegvis/platform/postgres';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { DataSource } from 'typeorm';
import { demoDatabase } from '../demo/testing.js';

/** The demo world behind its fence, as three database roles reach it without any of our servers' code. */
export interface FencedWorld {
  database: TestDatabase;
  owner: DataSource;
  api: DataSource;
  worker: DataSource;
  /** The id of the demo account of a role. */
  demo: (role: string) => Promise<string>;
  /** A coach of a site. */
  coachAt: (site: string) => Promise<string>;
  drop: () => Promise<void>;
}

export async function fencedWorld(): Promise<FencedWorld> {
  const database = await demoDatabase();
  const open = (role: 'owner' | 'api' | 'worker') =>
    new DataSource(sourceOptions({ url: database.url(role), poolSize: 1, applicationName: 'spec-fence' })).initialize();
  const [owner, api, worker] = await Promise.all([open('owner'), open('api'), open('worker')]);
  await takeKey(owner);
  const idFrom = async (text: string, value: string): Promise<string> => (await owner.query(text, [value]))[0].id;
  return {
    database,
    owner,
    api,
    worker,
    demo: (role) => idFrom('select id from app.staff where email = $1', `${role}@stegvis.example`),
    coachAt: (site) =>
      idFrom(
        `select r.staff_id as id from app.role_assignment r join app.site s on s.id = r.site_id where r.role = 'coach' and s.name = $1 order by 1 limit 1`,
        site,
      ),
    drop: async () => {
      for (const source of [owner, api, worker]) await source.destroy();
      await database.drop();
    },
  };
}

/** The key of the database under test, which no server of ours can read. */
let secret: Buffer | undefined;

/** Reads the key as the owner, for `statement` to sign with. */
export async function takeKey(owner: DataSource): Promise<void> {
  [{ secret }] = await owner.query('select secret from access.key');
}

/** Who asks, as the entrance states and signs it; ten minutes from now it is void. */
export function statement(staffId: string, more: { kind?: string; expires?: number } = {}): string {
  if (!secret) throw new Error('The key was not taken from the database');
  return signedBy(secret, unsigned(staffId, more));
}

/** The same before it is signed: whoever can run a statement can write this. */
export const unsigned = (staffId: string, more: { kind?: string; expires?: number } = {}): string =>
  `${more.kind ?? 'staff'}|${staffId}|spec|${more.expires ?? Math.floor(Date.now() / 1000) + 600}|spec|`;

/** With a signature by a key. */
export const signedBy = (key: Buffer, said: string): string => `${said}|${createHmac('sha256', key).update(said).digest('hex')}`;

/** Makes a review of every site and organisation, with a look at nobody and one at each person there who is protected. */
export async function reviewSome(owner: DataSource): Promise<void> {
  await owner.query(`
    insert into app.access_review (organisation_id, project_id, site_id, month, seed, rule_version, looks, started_by, started_by_name)
    select s.organisation_id, s.project_id, s.id, date '2026-01-01', 1, 1, 1, w.id, w.name from app.site s, (select id, name from app.staff order by id limit 1) as w
    union all
    select o.id, null, null, date '2026-01-01', 1, 1, 1, w.id, w.name from app.organisation o, (select id, name from app.staff order by id limit 1) as w`);
  await owner.query(`
    insert into app.access_review_item (organisation_id, project_id, site_id, review_id, event_key, people, rules)
    select r.organisation_id, r.project_id, r.site_id, r.id, gen_random_uuid(), look.people, '{}' from app.access_review r
    cross join lateral (select '{}'::uuid[] as people union all
                        select array[p.id] from app.participant p where p.protection <> 'none' and p.site_ids @> array[r.site_id]) as look`);
}
