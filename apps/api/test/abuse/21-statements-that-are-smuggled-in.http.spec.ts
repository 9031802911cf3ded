import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asStaff } from '@stegvis/platform/postgres/testing';
import pg from 'pg';
import type { Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';
import { type OpenApi } from '../malformed.js';
import { type Cases, casesOf } from './cases.js';

let demo: DemoApi;
let cases: Cases;
let listener: pg.Client;
let heard: string[] = [];
beforeAll(async () => {
  demo = await demoApi();
  cases = await casesOf(demo.database);
  // Whatever of a text is carried out as a statement is heard here.
  listener = new pg.Client({ connectionString: demo.database.url('owner') });
  await listener.connect();
  listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
  await listener.query('listen smuggled');
}, 180_000);
afterAll(async () => {
  await listener?.end();
  await demo.stop();
});

const call = (place: string) => `pg_notify('smuggled', '${place}')`;
const payloads: readonly ((place: string) => string)[] = [
  (place) => `' || ${call(place)} || '`,
  (place) => `'; select ${call(place)}; --`,
  (place) => `' or (select ${call(place)}::text) is null or '1'='1`,
  (place) => `') or (select ${call(place)}::text) is null --`,
  (place) => `1; select ${call(place)}`,
  (place) => `(select ${call(place)})`,
  (place) => `id, (select ${call(place)})`,
  (place) => `id" asc, (select ${call(place)}) --`,
  (place) => `$1) or ${call(place)} is null --`,
  (place) => `\\'; select ${call(place)}; --`,
  (place) => `%' and ${call(place)} is null and '%'='`,
  (place) => `$$; select ${call(place)}; $$`,
];

type Parameters = Record<string, { get?: { parameters?: { name: string; in: string }[] } }>;
interface Described {
  paths: Parameters & OpenApi['paths'];
  components: OpenApi['components'];
}

/** Every place of every route that takes a text. */
function placesOf({ paths, components }: Described): [method: string, path: string, place: string, inBody: boolean][] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]): [string, string, string, boolean][] => {
      const { parameters = [], requestBody } = operation as {
        parameters?: { name: string; in: string }[];
        requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
      };
      const schema = requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1) ?? '';
      // Signing out would only end the own session.
      if (path.endsWith('/sign-out') || path.startsWith('/health')) return [];
      return [
        ...parameters.map(({ name, in: where }): [string, string, string, boolean] => [
          method.toUpperCase(),
          path,
          where === 'path' ? `{${name}}` : name,
          false,
        ]),
        ...Object.keys(components.schemas[schema]?.properties ?? {}).map((name): [string, string, string, boolean] => [
          method.toUpperCase(),
          path,
          name,
          true,
        ]),
      ];
    }),
  );
}

/** Time for what was sent to be heard: a notice of our own comes after all that was sent before it. */
async function settled(): Promise<void> {
  await demo.database.sql(`select pg_notify('smuggled', 'the end')`);
  while (!heard.includes('the end')) await new Promise((next) => setTimeout(next, 10));
}

describe('abuse case 21: statements that are smuggled in', () => {
  it('no text in any parameter or field of any route is carried out, or brings down a request', async () => {
    heard = [];
    const askers: Client[] = await Promise.all(['local-leader', 'project-leader', 'administrator'].map((role) => demo.as(role)));
    const { body: api } = await (askers[0] as Client).get<Described>('/api/openapi.json');
    const places = placesOf(api);
    expect(places.length).toBeGreaterThan(200);
    const faults: string[] = [];
    let sent = 0;
    for (const [at, [method, path, place, inBody]] of places.entries())
      await Promise.all(
        // Of the many texts each place gets a few, and all places together get all of them.
        [0, 1, 2].map(async (nth) => {
          const payload = (payloads[(at + nth * 4) % payloads.length] as (typeof payloads)[number])(`${method} ${path} ${place}`);
          const filled = path.replaceAll(/\{\w+\}/g, (one) => (one === place ? encodeURIComponent(payload) : cases.own.participants));
          const query = inBody || place.startsWith('{') ? '' : `?${place}=${encodeURIComponent(payload)}`;
          const body = method === 'GET' ? undefined : inBody ? { [place]: payload } : {};
          const { status } = await (askers[at % askers.length] as Client).send(method, filled + query, body);
          sent++;
          if (status >= 500) faults.push(`${method} ${path} ${place}: ${status}`);
        }),
      );
    await settled();
    expect({ faults, heard }).toEqual({ faults: [], heard: ['the end'] });
    expect(sent).toBe(places.length * 3);
  }, 240_000);

  describe('a hole that is planted, in a statement that the role of the API runs,', () => {
    const asCoach = async <T>(run: (query: (text: string) => Promise<T[]>) => Promise<T[]>): Promise<T[]> => {
      const work = await demo.database.work('api');
      const [{ id } = { id: '' }] = await demo.database.sql<{ id: string }>(`select id from app.staff where email = 'coach@stegvis.example'`);
      return asStaff(id, () => work.transaction((manager) => run((text) => manager.query(text))));
    };
    const hole = (text: string) => `select id, family_name from app.participant where family_name = '${text}'`;

    it('is heard, so that the texts above would be', async () => {
      heard = [];
      await asCoach((query) => query(hole((payloads[0] as (typeof payloads)[number])('the hole'))));
      await settled();
      expect(heard).toContain('the hole');
    });

    it('shows nobody whom the asker does not see', async () => {
      const all = await asCoach<{ id: string }>((query) => query(hole(`' or '1'='1`)));
      const ids = all.map(({ id }) => id);
      expect(ids).toContain(cases.own.participants);
      expect(ids).not.toContain(cases.sameSite.participants);
      expect(ids).not.toContain(cases.otherOrganisation.participants);
    });

    it.each([
      ['with the statement of another', (id: string) => `staff|${id}|spec|9999999999|spec|`],
      ['with a signature that is made up', (id: string) => `staff|${id}|spec|9999999999|spec||${'0'.repeat(64)}`],
      ['as a job', () => `job||spec|9999999999|spec||${'0'.repeat(64)}`],
    ])('makes nobody another one, %s', async (_how, forged) => {
      const [{ id } = { id: '' }] = await demo.database.sql<{ id: string }>(`select id from app.staff where email = 'local-leader@stegvis.example'`);
      const rows = await asCoach(async (query) => {
        await query(hole(`' or set_config('stegvis.asker', '${forged(id)}', true) is null --`));
        const [now] = (await query(`select current_setting('stegvis.asker') as asker`)) as { asker: string }[];
        expect(now?.asker).toBe(forged(id));
        return query('select id from app.participant').catch((fault: { code: string }) => {
          // What cannot be read as a statement of who asks is refused outright.
          if (fault.code !== '22P02') throw fault;
          return [];
        });
      });
      expect(rows).toEqual([]);
    });

    it.each([
      ['the key that statements are signed with', 'select secret from access.key'],
      ['passwords', 'select password_hash from sign_in.credential'],
      ['second factors', 'select * from sign_in.second_factor'],
      ['files of the server', `select pg_read_file('postgresql.conf')`],
      ['programs of the server', `copy (select 1) to program 'true'`],
      ['the access log', 'select * from access_log.event'],
      ['tables of its own', 'create table app.mine (id integer)'],
      ['another role', 'set role postgres'],
    ])('reaches not %s', async (_what, text) => {
      await expect(asCoach((query) => query(text))).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|22023)$/) });
    });
  });
});
