import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import { protect } from '@stegvis/domain/participants/testing';
import { beat } from '../../src/responses/beat.js';
import type { Answer, Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';
import { type Cases, casesOf } from './cases.js';

let demo: DemoApi;
let coach: Client;
let cases: Cases;
let person: object;
let today: string;
beforeAll(async () => {
  demo = await demoApi();
  cases = await casesOf(demo.database);
  await protect(demo.database, cases.hidden.participants, [cases.colleague]);
  coach = await demo.as('coach');
  ({ body: person } = await coach.get<object>(`/api/participants/${cases.own.participants}`));
  [{ today } = { today: '' }] = await demo.database.sql<{ today: string }>('select app.today()::text as today');
}, 180_000);
afterAll(() => demo.stop());

/** A timer may end up to a millisecond early by the clock of whoever looks. */
const early = 1.5;

/** Ways to ask for something by an id: of which record, and how. */
const ways: readonly [
  way: string,
  of: 'participants' | 'enrolments' | 'meetings' | 'stage-periods' | 'reminders',
  ask: (id: string) => Promise<Answer>,
][] = [
  ['reading a person', 'participants', (id) => coach.get(`/api/participants/${id}`)],
  ['reading a person’s page', 'participants', (id) => coach.get(`/api/participants/${id}/page`)],
  ['changing a person', 'participants', (id) => coach.put(`/api/participants/${id}`, { ...person, version: 1 })],
  [
    'protecting a person',
    'participants',
    (id) => coach.post(`/api/participants/${id}/protect`, { protection: 'confidentiality-mark', staffIds: [cases.colleague] }),
  ],
  ['reading an enrolment', 'enrolments', (id) => coach.get(`/api/enrolments/${id}`)],
  ['reading a meeting', 'meetings', (id) => coach.get(`/api/meetings/${id}`)],
  ['voiding a meeting', 'meetings', (id) => coach.post(`/api/meetings/${id}/void`, { voidReason: 'wrong-person' })],
  ['reading a stage', 'stage-periods', (id) => coach.get(`/api/stage-periods/${id}`)],
  ['completing a reminder', 'reminders', (id) => coach.post(`/api/reminders/${id}/complete`, {})],
  ['asking a list for the id', 'participants', (id) => coach.get(`/api/participants?id=${id}`)],
  ['the meetings of a person', 'participants', (id) => coach.get(`/api/meetings?participantId=${id}`)],
  ['the stages of an enrolment', 'enrolments', (id) => coach.get(`/api/stage-periods?enrolmentId=${id}`)],
  ['a stage for an enrolment', 'enrolments', (id) => coach.post('/api/stage-periods', { enrolmentId: id, stage: 'matching', startDate: today })],
  [
    'a meeting with somebody',
    'enrolments',
    (id) => coach.post('/api/meetings', { startsAt: '2026-01-02T10:00:00Z', attendances: [{ enrolmentId: id }] }),
  ],
];

/** What was answered, but for what is different each time, and after how many milliseconds. */
async function timed(ask: (id: string) => Promise<Answer>, id: string): Promise<{ said: unknown; after: number }> {
  const since = performance.now();
  const { status, body, headers } = await ask(id);
  const after = performance.now() - since;
  const text = JSON.stringify(body)
    .replaceAll(id, 'the id')
    .replace(/"requestId":"[^"]*"/, '');
  return { said: [status, text, headers.get('x-total-count'), headers.get('content-length')?.length], after };
}

describe('abuse case 2: telling by the time of an answer whether there is such a record', () => {
  it.each(ways)('%s that is not one’s own, and that is not there, is answered alike and at the beat', async (_way, of, ask) => {
    const unknown = await timed(ask, randomUUID());
    const hidden = [cases.sameSite, cases.otherOrganisation, cases.hidden].map((one) => one[of]);
    const answers = [unknown];
    for (const id of hidden) answers.push(await timed(ask, id));
    expect(answers.map(({ said }) => said)).toEqual(answers.map(() => unknown.said));
    // No answer comes before the first beat: what was done until then, more for the one than for the other, is not to be seen.
    expect(answers.filter(({ after }) => after < beat - early)).toEqual([]);
  });

  it('a search that finds nobody says nothing sooner, either', async () => {
    const [person] = await demo.database.sql<{ name: string }>('select family_name as name from app.participant where id = $1', [
      cases.hidden.participants,
    ]);
    for (const q of [`${person?.name} ${randomUUID().slice(0, 8)}`, randomUUID().slice(0, 8)]) {
      const { said, after } = await timed(() => coach.post('/api/search', { q }), randomUUID());
      expect([said, after >= beat - early]).toEqual([[200, '{"people":[],"meetings":[]}', null, 2], true]);
    }
  });

  it('what is there to be read does not wait for it', async () => {
    const quickest = async (ask: () => Promise<Answer>) => {
      const all: number[] = [];
      for (let time = 0; time < 30; time++) {
        const since = performance.now();
        const { status } = await ask();
        expect(status).toBe(200);
        all.push(performance.now() - since);
      }
      return Math.min(...all);
    };
    expect(await quickest(() => coach.get(`/api/participants/${cases.own.participants}`))).toBeLessThan(beat);
    expect(await quickest(() => coach.get('/api/participants?_end=5'))).toBeLessThan(beat);
  });

  it('what it leaves in the access log is the same: one refusal each, with the id that was asked for', async () => {
    for (const id of [randomUUID(), cases.sameSite.participants, cases.hidden.participants]) {
      const { headers } = await coach.get<ProblemDocument>(`/api/participants/${id}`);
      const events = await demo.database.sql('select outcome, record_id as record, participants from access_log.event where request_id = $1', [
        headers.get('x-request-id'),
      ]);
      expect(events).toEqual([{ outcome: 'refused', record: id, participants: [] }]);
    }
  });
});
