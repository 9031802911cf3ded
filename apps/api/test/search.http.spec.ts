import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Found } from '@stegvis/contracts/search/search';
import type { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';

let demo: DemoApi;
beforeAll(async () => {
  demo = await demoApi();
}, 180_000);
afterAll(() => demo.stop());

/** Somebody of the demo coach's caseload, and somebody of another organisation whom nobody of the name is among them. */
async function peopleOfDemo() {
  const [own] = await demo.database.sql<{ id: string; givenName: string; familyName: string; dateOfBirth: string }>(
    `select p.id, p.given_name as "givenName", p.family_name as "familyName", p.date_of_birth as "dateOfBirth"
     from app.participant p join app.enrolment e on e.participant_id = p.id and e.status = 'active'
     join app.enrolment_coach c on c.enrolment_id = e.id and c.valid_to is null join app.staff s on s.id = c.staff_id
     where s.email = 'coach@stegvis.example' order by p.id limit 1`,
  );
  const [foreign] = await demo.database.sql<{ id: string; name: string; dateOfBirth: string }>(
    `select p.id, p.given_name || ' ' || p.family_name as name, p.date_of_birth as "dateOfBirth" from app.participant p
     where p.organisation_id <> (select organisation_id from app.participant where id = $1) order by p.id limit 1`,
    [own?.id],
  );
  if (!own || !foreign) throw new Error('The demo world lacks somebody to look for');
  return { own, foreign };
}

const search = (who: Client, body: object) => who.post<Found>('/api/search', body);

describe('a search', () => {
  it('finds a coach’s own participant by name and by date of birth, with meetings, and says what tells people apart', async () => {
    const coach = await demo.as('coach');
    const { own } = await peopleOfDemo();
    const { givenName, familyName, dateOfBirth } = own;
    for (const q of [`${familyName} ${givenName.slice(0, 3)}`, dateOfBirth]) {
      const { status, body } = await search(coach, { q });
      expect(status).toBe(200);
      expect(body.people[0]).toMatchObject({ id: own.id, givenName, familyName, dateOfBirth, status: 'active' });
      expect(Object.keys(body.people[0] ?? {}).sort()).toEqual(
        ['dateOfBirth', 'familyName', 'givenName', 'id', 'protection', 'pseudonymous', 'siteName', 'status'].sort(),
      );
      expect(body.meetings.flatMap((meeting) => meeting.participants.map(({ participantId }) => participantId))).toContain(own.id);
    }
  });

  it('finds nobody of another organisation, by name, beginning or date of birth', async () => {
    const { foreign } = await peopleOfDemo();
    const coach = await demo.as('coach');
    for (const q of [foreign.name, foreign.name.slice(0, 3), foreign.dateOfBirth, foreign.dateOfBirth.slice(2).replaceAll('-', '')]) {
      const { body } = await search(coach, { q });
      expect(body.people.map(({ id }) => id)).not.toContain(foreign.id);
    }
  });

  it.each(['project-leader', 'funder', 'administrator'])('by a %s finds no people and no meetings', async (role) => {
    const asker = await demo.as(role);
    const { own } = await peopleOfDemo();
    for (const q of [own.familyName, own.givenName, own.dateOfBirth, 'idag', 'a', 'e'])
      expect(await search(asker, { q })).toMatchObject({ status: 200, body: { people: [], meetings: [] } });
  });

  it('needs somebody who is signed in', async () => {
    const nobody = await demo.as('coach');
    await nobody.post('/api/auth/sign-out');
    expect((await search(nobody, { q: 'anna' })).status).toBe(401);
  });

  it('answers with at most eight of each, and with fewer when asked', async () => {
    const leader = await demo.as('local-leader');
    const [letter] = await demo.database.sql<{ q: string; people: number }>(
      `select left(word, 1) as q, count(distinct p.id)::integer as people from app.participant p join app.enrolment e on e.participant_id = p.id
       join app.role_assignment r on r.site_id = e.site_id and r.role = 'local-leader' join app.staff s on s.id = r.staff_id
       cross join lateral unnest(string_to_array(btrim(p.name_form), ' ')) as word
       where s.email = 'local-leader@stegvis.example' group by 1 order by 2 desc limit 1`,
    );
    expect(letter?.people).toBeGreaterThan(8);
    const q = letter?.q;
    const { body: most } = await search(leader, { q });
    expect([most.people.length, most.meetings.length]).toEqual([8, 8]);
    const { body: two } = await search(leader, { q, limit: 2 });
    expect(two.people).toEqual(most.people.slice(0, 2));
    expect(two.meetings).toHaveLength(2);
  });

  it.each([
    [{}, 'q'],
    [{ q: '' }, 'q'],
    [{ q: 7 }, 'q'],
    [{ q: ['anna'] }, 'q'],
    [{ q: 'x'.repeat(101) }, 'q'],
    [{ q: 'a\u0000b' }, 'q'],
    [{ q: 'anna', limit: 9 }, 'limit'],
    [{ q: 'anna', limit: 0 }, 'limit'],
    [{ q: 'anna', limit: '3' }, 'limit'],
    [{ q: 'anna', everybody: true }, 'everybody'],
  ])('with %j is refused at %s', async (body, input) => {
    const coach = await demo.as('coach');
    const answer = await coach.post<{ code: string; errors: Record<string, string> }>('/api/search', body);
    expect([answer.status, answer.body.code, Object.keys(answer.body.errors)]).toEqual([400, 'invalid-input', [input]]);
  });

  it.each([`'; drop table app.participant; --`, '%', '_', '\\', '<script>', '()', '880312-1234', ' x '.repeat(30)])(
    'for %j is a search like any other',
    async (q) => {
      const leader = await demo.as('local-leader');
      const { status, body } = await search(leader, { q });
      expect({ status, people: body.people }).toEqual({ status: 200, people: [] });
    },
  );

  it('is a question in a body: there is no address with the words in it', async () => {
    const coach = await demo.as('coach');
    expect((await coach.get('/api/search?q=anna')).status).toBe(404);
  });
});
