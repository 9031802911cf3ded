import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Enrolment } from '@stegvis/contracts/enrolments/enrolment';
import type { Meeting } from '@stegvis/contracts/meetings/meeting';
import type { MyDay } from '@stegvis/contracts/my-day/my-day';
import type { ParticipantPage } from '@stegvis/contracts/participants/page';
import type { ParticipantRow } from '@stegvis/contracts/participants/participant';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import type { StagePeriod } from '@stegvis/contracts/stage-periods/stage-period';
import type { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';

let demo: DemoApi;
let coach: Client;
let siteId: string;
let days: { today: string; before: string };

beforeAll(async () => {
  demo = await demoApi();
  coach = await demo.as('coach');
  const [site] = await demo.database.sql<{ id: string }>(
    `select r.site_id as id from app.role_assignment r join app.staff s on s.id = r.staff_id where s.email = 'coach@stegvis.example' and r.role = 'coach'`,
  );
  siteId = site?.id ?? '';
  [days = { today: '', before: '' }] = await demo.database.sql<typeof days>('select app.today()::text as today, (app.today() - 20)::text as before');
}, 180_000);
afterAll(() => demo.stop());

const referral = (over: object = {}) => ({
  givenName: 'Åsa',
  familyName: 'Ny',
  dateOfBirth: '1991-07-17',
  gender: 'woman',
  identityKind: 'personnummer',
  identityNumber: '910717-2380',
  siteId,
  referredOn: days.before,
  ...over,
});
const hour = 3_600_000;
const fromNow = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

describe('casework over HTTP', () => {
  it('goes from the referral to the exit', async () => {
    const { status, body: person, headers } = await coach.post<ParticipantRow>('/api/participants', referral());
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(person).toMatchObject({ status: 'referred', identityNumberMasked: '19910717-••••' });
    const enrolment = `/api/enrolments/${person.enrolmentId}`;

    const accepted = await coach.post<Enrolment>(`${enrolment}/accept`, { startDate: days.before, stage: 'coaching' });
    expect(accepted).toMatchObject({ status: 200, body: { status: 'active', mainStage: 'coaching', coachId: expect.any(String) } });
    const again = await coach.post<ProblemDocument>(`${enrolment}/accept`, { startDate: days.before });
    expect(again).toMatchObject({ status: 409, body: { code: 'not-from-this-status', current: { status: 'active' } } });

    const stage = await coach.post<StagePeriod>('/api/stage-periods', {
      enrolmentId: person.enrolmentId,
      stage: 'internship',
      startDate: days.today,
      main: true,
    });
    expect(stage).toMatchObject({ status: 201, body: { main: true } });
    const logged = await coach.post<Meeting>('/api/meetings', {
      startsAt: fromNow(-hour),
      attendances: [{ enrolmentId: person.enrolmentId, summary: 'Bra' }],
    });
    expect(logged).toMatchObject({ status: 201, body: { status: 'held' } });
    const planned = await coach.post<Meeting>('/api/meetings', {
      status: 'planned',
      startsAt: fromNow(48 * hour),
      attendances: [{ enrolmentId: person.enrolmentId }],
    });
    expect((await coach.post<ProblemDocument>(`/api/meetings/${planned.body.id}/hold`)).body).toMatchObject({
      status: 422,
      code: 'meeting-not-begun',
    });

    const { body: day } = await coach.get<MyDay>('/api/my-day');
    const mine = day.caseload.find(({ id }) => id === person.enrolmentId);
    expect(mine).toMatchObject({ mainStage: 'internship', nextMeetingAt: planned.body.startsAt });

    const exited = await coach.post<Enrolment>(`${enrolment}/exit`, { endDate: days.today, exitReason: 'work', exitLabourStatus: 'employed' });
    expect(exited).toMatchObject({ status: 200, body: { status: 'exited' } });
    const { body: page } = await coach.get<ParticipantPage>(`/api/participants/${person.id}/page`);
    expect(page.enrolments[0]).toMatchObject({ status: 'exited', lastContactOn: mine?.lastContactOn });
    expect(page.enrolments[0]?.meetings.map(({ status: state }) => state)).toEqual(['cancelled', 'held']);
    expect(page.enrolments[0]?.stagePeriods.map((one) => [one.stage, one.endDate])).toEqual([
      ['internship', days.today],
      ['coaching', days.today],
    ]);
  });

  it('finds a person by the number, and refuses to register them twice', async () => {
    const found = await coach.post<ParticipantRow[]>('/api/participants/find', { identityNumber: '19910717-2380' });
    expect(found.status).toBe(200);
    expect(found.headers.get('x-total-count')).toBe('1');
    expect(found.body).toMatchObject([{ familyName: 'Ny' }]);
    const twice = await coach.post<ProblemDocument>('/api/participants', referral());
    expect(twice).toMatchObject({ status: 409, body: { code: 'person-known', errors: { identityNumber: expect.stringContaining('finns redan') } } });
    const wrong = await coach.post<ProblemDocument>('/api/participants', referral({ identityNumber: '910717-2381' }));
    expect(wrong).toMatchObject({ status: 400, body: { errors: { identityNumber: expect.stringContaining('Kontrollsiffran') } } });
  });

  it('says at which participant a meeting fails', async () => {
    const attendances = [{ enrolmentId: '00000000-0000-4000-8000-000000000000' }];
    const { status, body } = await coach.post<ProblemDocument>('/api/meetings', { startsAt: fromNow(-hour), attendances });
    expect({ status, errors: body.errors }).toEqual({ status: 400, errors: { 'attendances.0.enrolmentId': 'Det som valts finns inte.' } });
    const empty = await coach.post<ProblemDocument>('/api/meetings', { startsAt: fromNow(-hour), attendances: [] });
    expect(empty).toMatchObject({ status: 400, body: { errors: { attendances: 'Fyll i det här fältet.' } } });
  });
});
