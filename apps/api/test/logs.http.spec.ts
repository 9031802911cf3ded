import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Meeting } from '@stegvis/contracts/meetings/meeting';
import type { ParticipantRow } from '@stegvis/contracts/participants/participant';
import { type DemoApi, demoApi } from './demo-api.js';
import { personalDataIn } from './personal-data.js';

let demo: DemoApi;
beforeAll(async () => {
  demo = await demoApi({ LOG_LEVEL: 'trace', SWEEP_EVERY_SECONDS: '5' });
}, 180_000);
afterAll(() => demo.stop());

const person = {
  givenName: 'Hjördis',
  familyName: 'Rävlanda-Ek',
  dateOfBirth: '1991-07-17',
  gender: 'woman',
  identityKind: 'personnummer',
  identityNumber: '19910717-2380',
  phone: '070-1740605',
  email: 'hjordis@ravlanda.example',
  address: 'Storgatan 1, 555 55 Rävlanda',
};

describe('what the servers log', () => {
  it('tells nothing of anybody, however much is logged and whatever goes wrong', async () => {
    const coach = await demo.as('coach');
    await coach.post('/api/auth/sign-in', { email: person.email, password: 'not her password' });
    const sites = await demo.database.sql<{ siteId: string; today: string }>(
      `select r.site_id as "siteId", today()::text as today from role_assignment r join staff s on s.id = r.staff_id where s.email = 'coach@stegvis.example' and r.role = 'coach'`,
    );
    const [{ siteId, today } = { siteId: '', today: '' }] = sites;
    const referral = { ...person, siteId, referredOn: today };
    const made = await coach.post<ParticipantRow>('/api/participants', referral);
    expect(made.status).toBe(201);
    expect((await coach.post('/api/participants', referral)).status).toBe(409);
    expect((await coach.get(`/api/participants?q=${encodeURIComponent(person.familyName)}`)).status).toBe(200);
    expect((await coach.get(`/api/participants?q=${encodeURIComponent(person.familyName)}&_sort=nothing`)).status).toBe(400);
    expect((await coach.get(`/api/${encodeURIComponent(person.familyName)}`)).status).toBe(404);
    expect((await coach.post('/api/participants/find', { identityNumber: person.identityNumber })).status).toBe(200);
    const note = { summary: 'Hon berättade om sin dotter i Rävlanda.', internalNote: 'Ring inte före lunch, hon sover dåligt.' };
    await coach.post(`/api/enrolments/${made.body.enrolmentId}/accept`, { startDate: today, stage: 'coaching' });
    const attendances = [{ enrolmentId: made.body.enrolmentId, ...note }];
    const startsAt = new Date(Date.now() - 60_000).toISOString();
    expect((await coach.post<Meeting>('/api/meetings', { startsAt, attendances })).status).toBe(201);
    // A fault in the database, which quotes the row.
    await demo.database.sql(`create function app.fail() returns trigger language plpgsql as $$
      begin raise exception 'row %', new using errcode = 'XX000', detail = new.given_name || ' ' || new.family_name; end $$`);
    await demo.database.sql('create trigger fail before update on app.participant for each row execute function app.fail()');
    expect((await coach.put(`/api/participants/${made.body.id}`, { ...made.body, phone: '070-1740606' })).status).toBe(500);
    await demo.database.sql('drop trigger fail on app.participant');
    // The worker looks at her, too.
    const swept = () => demo.logged().filter((line) => line.includes('follow-ups swept')).length;
    for (const before = swept(); swept() === before; ) await new Promise((next) => setTimeout(next, 100));

    const lines = demo.logged();
    expect(lines.filter((line) => line.includes('a request failed'))).toHaveLength(1);
    expect(lines.length).toBeGreaterThan(10);
    expect(await personalDataIn(demo.database, lines)).toEqual([]);
    expect(lines.filter((line) => /19910717|910717/.test(line))).toEqual([]);
    // Whoever looks finds it.
    expect(await personalDataIn(demo.database, [...lines, JSON.stringify({ msg: `${note.internalNote} ${person.phone}` })])).toEqual(
      expect.arrayContaining([note.internalNote, person.phone]),
    );
  });
});
