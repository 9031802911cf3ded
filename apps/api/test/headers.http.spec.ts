import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoApi, demoApi } from './demo-api.js';
import { unprotected } from './protecting-headers.js';

let demo: DemoApi;
beforeAll(async () => {
  demo = await demoApi();
}, 60_000);
afterAll(() => demo?.stop());

const headersOf = async (path: string, init: RequestInit = {}) => Object.fromEntries((await fetch(`${demo.url}${path}`, init)).headers);
/** Headers that protect whoever reads the answer. */
const protecting = (headers: Record<string, string>) =>
  Object.keys(headers).filter((name) => /^(x-(?!request|total)|content-security|cross-origin|origin-agent|referrer|strict)/.test(name));

describe('headers of an answer', () => {
  it('forbid everything that data have no use for, refusals too, and keep them out of every cache', async () => {
    const coach = await demo.as('coach');
    const signedIn = { headers: { Cookie: coach.session } };
    for (const path of ['/api/my-day', '/api/participants?_start=0&_end=5', '/api/participants/none', '/api/nowhere', '/api/openapi.json'])
      for (const init of [signedIn, {}]) expect(unprotected('data', path, (await fetch(`${demo.url}${path}`, init)).headers)).toEqual([]);
  });

  it('are the same kinds for pages and for data, and a page names what may run', async () => {
    const [page, data] = [await headersOf('/api/docs'), await headersOf('/api/auth/me')];
    expect(protecting(data).sort()).toEqual(protecting(page).sort());
    expect(unprotected('page', '/api/docs', new Headers(page))).toEqual([]);
    const again = await headersOf('/api/docs');
    expect(again['content-security-policy']).not.toBe(page['content-security-policy']);
  });

  it('stand on what says whether the server is well, too', async () => {
    for (const path of ['/health/live', '/health/ready']) expect(unprotected('page', path, (await fetch(`${demo.url}${path}`)).headers)).toEqual([]);
  });
});
