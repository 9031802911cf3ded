import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoApi, demoApi } from './demo-api.js';

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
    for (const path of ['/api/my-day', '/api/participants?_start=0&_end=5', '/api/participants/none', '/api/nowhere', '/api/openapi.json']) {
      for (const init of [signedIn, {}]) {
        const headers = await headersOf(path, init);
        expect([path, headers]).toEqual([
          path,
          expect.objectContaining({
            'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
            'x-content-type-options': 'nosniff',
            'referrer-policy': 'no-referrer',
            'cross-origin-resource-policy': 'same-origin',
            'cache-control': 'no-store',
          }),
        ]);
      }
    }
  });

  it('are the same kinds for pages and for data, and a page names what may run', async () => {
    const [page, data] = [await headersOf('/api/docs'), await headersOf('/api/auth/me')];
    expect(protecting(data).sort()).toEqual(protecting(page).sort());
    expect(page['content-security-policy']).toMatch(/default-src 'none';.*script-src 'self' 'nonce-[^']+'/);
    expect(page['content-security-policy']).toContain("frame-ancestors 'none'");
    const again = await headersOf('/api/docs');
    expect(again['content-security-policy']).not.toBe(page['content-security-policy']);
  });

  it('stand on what says whether the server is well, too', async () => {
    expect(await headersOf('/health/live')).toEqual(
      expect.objectContaining({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }),
    );
  });
});
