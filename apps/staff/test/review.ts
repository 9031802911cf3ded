import type { DemoApi } from '../../api/test/demo-api.js';

/** A coach looks at some people of the own site, and the leader there starts a review of the month. */
export async function aReviewUnderWay(demo: DemoApi): Promise<void> {
  const coach = await demo.as('coach');
  const { body: people } = await coach.get<{ id: string }[]>('/api/participants?_end=6');
  for (const { id } of people) await coach.get(`/api/participants/${id}`);
  const leader = await demo.as('local-leader');
  const { body: account } = await leader.get<{ roles: { siteId: string }[] }>('/api/auth/me');
  const month = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format();
  const { status } = await leader.post('/api/access-reviews', { siteId: account.roles[0]?.siteId, month });
  if (status !== 201) throw new Error(`No review was started: ${status}`);
}
