import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { voluntaryAnswers } from '@stegvis/contracts/enrolments/codes';
import type { Enrolment } from '@stegvis/contracts/enrolments/enrolment';
import { aStandIn, giveRole } from '@stegvis/domain/participants/testing';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { Client } from '../client.js';
import { demoDatabase } from '../demo-api.js';
import { type OurProcess, startApi } from '../processes.js';

const fields = ['disability', 'minority', 'housingExclusion'] as const;
/** Words of lists that show enrolments or people. */
const lists = ['enrolments', 'participants', 'stage-periods', 'meetings', 'reminders'] as const;

let database: TestDatabase;
let api: OurProcess;
let ids: { enrolment: string; participant: string };
/** Who sees the case and not the answers: a stand-in, and the project leader, to whom the names are granted. */
const askers = new Map<string, Client>();

beforeAll(async () => {
  database = await demoDatabase();
  const [found] = await database.sql<typeof ids & { site: string }>(
    `select e.id as enrolment, e.participant_id as participant, e.site_id as site
     from app.enrolment e join app.enrolment_coach c on c.enrolment_id = e.id and c.valid_to is null
     join app.staff s on s.id = c.staff_id and s.email = 'coach@stegvis.example' join app.voluntary_facts v on v.id = e.id
     join app.participant p on p.id = e.participant_id and p.protection = 'none'
     where e.status = 'active' and 'yes' in (v.disability, v.minority) order by e.id limit 1`,
  );
  if (!found) throw new Error('Nobody of the demo coach has answered');
  ids = found;
  // The demo's funder works as a coach there, too, and stands in for the demo coach.
  const [staff] = await database.sql<{ standIn: string; coach: string; leader: string }>(
    `select max(id::text) filter (where email like 'funder@%') as "standIn", max(id::text) filter (where email like 'coach@%') as coach,
            max(id::text) filter (where email like 'local-leader@%') as leader from app.staff where email like '%@stegvis.example'`,
  );
  if (!staff) throw new Error('The demo world has no staff');
  await giveRole(database, staff.standIn, 'coach', { siteId: found.site });
  await aStandIn(database, { siteId: found.site, coachId: staff.coach, standInId: staff.standIn, appointedBy: staff.leader });
  await database.sql(
    `insert into app.name_grant (organisation_id, project_id, site_id, staff_id, ground, valid_to, given_by)
     select e.organisation_id, e.project_id, e.site_id, p.id, 'Uppföljning av enskilda ärenden', app.today() + 30, l.id
     from app.enrolment e, app.staff p, app.staff l where e.id = $1 and p.email = 'project-leader@stegvis.example' and l.email = 'local-leader@stegvis.example'`,
    [ids.enrolment],
  );
  api = await startApi(database);
  askers.set('stand-in', await Client.signedIn(api.url, 'funder@stegvis.example'));
  askers.set('project leader', await Client.signedIn(api.url, 'project-leader@stegvis.example'));
}, 180_000);
afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

const client = (who: string) => askers.get(who) as Client;
/** Every name in an answer, however deep. */
const namesIn = (body: unknown): Set<string> => {
  const names = new Set<string>();
  JSON.stringify(body, (name, value: unknown) => {
    names.add(name);
    return value;
  });
  return names;
};

describe.each(['stand-in', 'project leader'])(
  'abuse case 5: a field leaks to a %s who sees the person, and not the answers to voluntary questions',
  (who) => {
    it('the fields are absent from the record, the list and the page, which are there for the main coach', async () => {
      const paths = [
        `/api/enrolments/${ids.enrolment}`,
        `/api/enrolments?participantId=${ids.participant}`,
        `/api/participants/${ids.participant}/page`,
      ];
      const coach = await Client.signedIn(api.url, 'coach@stegvis.example');
      for (const path of paths) {
        const [mine, theirs] = [await coach.get(path), await client(who).get(path)];
        expect([path, mine.status, theirs.status]).toEqual([path, 200, 200]);
        expect([...namesIn(mine.body)]).toEqual(expect.arrayContaining([...fields]));
        expect([path, fields.filter((field) => namesIn(theirs.body).has(field))]).toEqual([path, []]);
      }
    });

    it('they cannot be asked for, included, sorted or filtered by', async () => {
      const given: [string, number][] = [];
      for (const list of lists)
        for (const field of fields)
          for (const query of [
            `fields=${field}`,
            `include=${field}`,
            `_embed=${field}`,
            `_expand=${field}`,
            `_sort=${field}`,
            `_sort=voluntary_facts.${field}`,
            `${field}=yes`,
            `${field}_ne=yes`,
            `filter=${encodeURIComponent(JSON.stringify({ [field]: 'yes' }))}`,
          ]) {
            const { status, body } = await client(who).get(`/api/${list}?${query}`);
            // Nothing is embedded by any name: the word of the dialect is read over.
            const readOver = query.startsWith('_embed') && status === 200 && !namesIn(body).has(field);
            // A project leader may not ask for meetings at all.
            const refused = status === 400 || (who === 'project leader' && list === 'meetings' && status === 403);
            if (!readOver && !refused) given.push([`/api/${list}?${query}`, status]);
          }
      expect(given).toEqual([]);
    });

    it('no total changes with the value of a filter, nor does a search know the answers', async () => {
      const totals = new Set<string | null>();
      for (const field of fields)
        for (const answer of voluntaryAnswers) totals.add((await client(who).get(`/api/enrolments?${field}=${answer}`)).headers.get('x-total-count'));
      expect([...totals]).toEqual([null]);
      const found = await Promise.all(['yes', 'no'].map((q) => client(who).post<object>('/api/search', { q })));
      expect(found.map(({ body }) => fields.some((field) => namesIn(body).has(field)))).toEqual([false, false]);
    });

    it('a change that names one is refused, and changes nothing', async () => {
      const read = await client(who).get<Enrolment>(`/api/enrolments/${ids.enrolment}`);
      const before = await database.sql('select * from app.voluntary_facts where id = $1', [ids.enrolment]);
      const { status } = await client(who).put(`/api/enrolments/${ids.enrolment}`, { ...read.body, disability: 'no' });
      expect(status).toBe(who === 'stand-in' ? 404 : 403);
      expect(await database.sql('select * from app.voluntary_facts where id = $1', [ids.enrolment])).toEqual(before);
    });
  },
);
