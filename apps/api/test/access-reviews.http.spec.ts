import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccessReview, AccessReviewWithLooks } from '@stegvis/contracts/access-reviews/access-review';
import type { Client } from './client.js';
import { type DemoApi, demoApi } from './demo-api.js';
import { notedOf } from './noted.js';

let demo: DemoApi;
let leader: Client;
let auditor: Client;
let siteId: string;
let organisationId: string;
const localDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });
const today = localDay.format();
const thisMonth = `${today.slice(0, 7)}-01`;

beforeAll(async () => {
  demo = await demoApi();
  [leader, auditor] = [await demo.as('local-leader'), await demo.as('auditor')];
  siteId = (await leader.get<{ roles: { siteId: string }[] }>('/api/auth/me')).body.roles[0]?.siteId ?? '';
  organisationId = (await auditor.get<{ roles: { organisationId: string }[] }>('/api/auth/me')).body.roles[0]?.organisationId ?? '';
  const coach = await demo.as('coach');
  const { body: people } = await coach.get<{ id: string }[]>('/api/participants?_end=5');
  for (const { id } of people) await coach.get(`/api/participants/${id}`);
}, 180_000);
afterAll(() => demo?.stop());

const start = (who: Client, body: object) => who.post<AccessReview>('/api/access-reviews', body);
const read = async (who: Client, id: string) => (await who.get<AccessReviewWithLooks>(`/api/access-reviews/${id}`)).body;

describe('a review of the access log', () => {
  let review: AccessReview;

  it('is started by the leader of the site for a month that has begun, one at a time', async () => {
    const { status, body } = await start(leader, { siteId, month: today });
    expect(status).toBe(201);
    review = body;
    expect(body).toMatchObject({ siteId, month: thisMonth, marked: 0, toFollowUp: 0, startedByName: 'Mats Ödegård', signedByName: null, mine: true });
    expect(body.looks).toBeGreaterThanOrEqual(6);
    // Of so few, all are drawn.
    expect(body.items).toBe(body.looks);
    const refused: [object, number, string][] = [
      [{ siteId, month: today }, 409, 'month'],
      [{ siteId, month: '2100-01-01' }, 400, 'month'],
      [{ month: today }, 400, 'siteId'],
      [{ organisationId, month: today }, 400, 'organisationId'],
    ];
    for (const [draft, expected, input] of refused) {
      const answer = await start(leader, draft);
      expect([input, answer.status, Object.keys((answer.body as unknown as { errors: object }).errors)]).toEqual([input, expected, [input]]);
    }
  });

  it('has the looks by name, and whom it shows is noted', async () => {
    const answer = await leader.get<AccessReviewWithLooks>(`/api/access-reviews/${review.id}`);
    expect(answer.body.reviewed).toHaveLength(review.items);
    const [look] = answer.body.reviewed;
    expect(look?.event.participants[0]?.name).toBeTruthy();
    const shown = answer.body.reviewed.flatMap(({ event }) => event.participants.map(({ id }) => id));
    expect((await notedOf(demo, answer))[0]?.participants.sort()).toEqual([...new Set(shown)].sort());
  });

  it('is marked look by look, with a reason for what is followed up, and signed when all is marked', async () => {
    const { reviewed } = await read(leader, review.id);
    const ids = reviewed.map(({ id }) => id);
    const mark = (body: object) => leader.post<AccessReview>(`/api/access-reviews/${review.id}/mark`, body);
    expect((await mark({ itemIds: [ids[0]], mark: 'follow-up' })).status).toBe(400);
    expect((await mark({ itemIds: ['00000000-0000-4000-8000-000000000000'], mark: 'ok' })).status).toBe(400);
    expect((await mark({ itemIds: [ids[0]], mark: 'follow-up', comment: 'Fråga varför' })).body).toMatchObject({ marked: 1, toFollowUp: 1 });
    const early = await leader.post(`/api/access-reviews/${review.id}/sign`, {});
    expect([early.status, (early.body as { code: string }).code]).toEqual([409, 'review-not-finished']);

    expect((await mark({ itemIds: ids.slice(1), mark: 'ok' })).body).toMatchObject({ marked: ids.length, toFollowUp: 1 });
    const signed = await leader.post<AccessReview>(`/api/access-reviews/${review.id}/sign`, { comment: 'Ett samtal återstår.' });
    expect(signed.body).toMatchObject({ signedByName: 'Mats Ödegård', comment: 'Ett samtal återstår.' });
    expect(signed.body.signedAt).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    expect((await read(leader, review.id)).reviewed.find(({ id }) => id === ids[0])).toMatchObject({
      mark: 'follow-up',
      comment: 'Fråga varför',
      markedByName: 'Mats Ödegård',
    });
  });

  it('does not change once it is signed, neither through the API nor for the owner of the database', async () => {
    const before = await read(leader, review.id);
    const itemId = before.reviewed[0]?.id as string;
    for (const [verb, body] of [
      ['mark', { itemIds: [itemId], mark: 'ok' }],
      ['sign', {}],
    ] as const) {
      const { status, body: problem } = await leader.post(`/api/access-reviews/${review.id}/${verb}`, body);
      expect([status, (problem as { code: string }).code]).toEqual([409, 'review-is-signed']);
    }
    const changes = [
      `update app.access_review set comment = 'Annat', version = version + 1 where id = $1`,
      `update app.access_review_item set mark = 'ok', version = version + 1 where review_id = $1`,
      `insert into app.access_review_item (organisation_id, review_id, event_key, people, rules) select organisation_id, id, id, '{}', '{}' from app.access_review where id = $1`,
    ];
    for (const change of changes)
      await expect(demo.database.sql(change, [review.id])).rejects.toMatchObject({ constraint: 'signed_review_is_final' });
    expect(await read(leader, review.id)).toEqual(before);
  });

  it('shows the auditor that it was done and by whom, and no look', async () => {
    expect(await read(auditor, review.id)).toMatchObject({ signedByName: 'Mats Ödegård', mine: false, reviewed: [] });
    expect((await auditor.post(`/api/access-reviews/${review.id}/mark`, { itemIds: [], mark: 'ok' })).status).toBe(403);
  });

  it('of the whole organisation is the auditor’s, without names', async () => {
    expect((await start(auditor, { siteId, month: today })).status).toBe(400);
    const { status, body } = await start(auditor, { organisationId, month: today });
    expect(status).toBe(201);
    const { reviewed } = await read(auditor, body.id);
    expect(reviewed.length).toBeGreaterThan(0);
    expect(reviewed.flatMap(({ event }) => event.participants).every(({ name }) => name === null)).toBe(true);
    expect((await leader.get(`/api/access-reviews/${body.id}`)).status).toBe(404);
    expect((await leader.get<AccessReview[]>('/api/access-reviews')).body.map(({ id }) => id)).toEqual([review.id]);
  });
});
