import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoApi, demoApi } from '../demo-api.js';

let demo: DemoApi;
beforeAll(async () => {
  demo = await demoApi();
}, 180_000);
afterAll(() => demo.stop());

describe('abuse case 28: the access log is unavailable', () => {
  it('then nobody is shown anybody, by list, id, search or verb, and what was changed is undone', async () => {
    const coach = await demo.as('coach');
    const { body: list } =
      await coach.get<{ id: string; participantId: string; version: number; note: string | null }[]>('/api/reminders?state=open');
    const [reminder] = list as [(typeof list)[0]];
    const { body: enrolments } = await coach.get<{ id: string }[]>('/api/enrolments?status=active');
    const [before] = await demo.database.sql('select count(*) from app.meeting');
    // The table takes nothing more, as one that is full or broken.
    await demo.database.sql(`alter table access_log.event add constraint takes_nothing_more check (action = 'sign-in') not valid`);
    const answers = [
      await coach.get('/api/participants'),
      await coach.get(`/api/participants/${reminder.participantId}`),
      await coach.get(`/api/participants/${reminder.participantId}/page`),
      await coach.get('/api/enrolments'),
      await coach.get('/api/meetings'),
      await coach.get('/api/my-day'),
      await coach.post('/api/search', { q: 'a' }),
      await coach.put(`/api/reminders/${reminder.id}`, { note: 'Ändrad', version: reminder.version }),
      await coach.post('/api/meetings', {
        startsAt: new Date(Date.now() - 3_600_000).toISOString(),
        attendances: [{ enrolmentId: enrolments[0]?.id }],
      }),
    ];
    for (const { status, body, headers } of answers) {
      expect(status).toBe(503);
      expect(Object.keys(body as object).sort()).toEqual(['code', 'message', 'requestId', 'status', 'title', 'type']);
      expect(headers.get('retry-after')).not.toBeNull();
    }
    // A refusal is a refusal, noted or not; and what is about nobody goes on.
    expect((await coach.get('/api/participants/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await coach.get('/api/projects')).status).toBe(200);

    await demo.database.sql('alter table access_log.event drop constraint takes_nothing_more');
    const { body: after } = await coach.get<{ note: string | null }>(`/api/reminders/${reminder.id}`);
    expect(after.note).toBe(reminder.note);
    expect(await demo.database.sql('select count(*) from app.meeting')).toEqual([before]);
  });
});
