import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import type { Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';
import { endless } from '../limits.js';

let demo: DemoApi;
let coach: Client;
beforeAll(async () => {
  demo = await demoApi();
  coach = await demo.as('coach');
}, 180_000);
afterAll(() => demo.stop());

const nested = (levels: number, open: string, close: string) => `${open.repeat(levels)}1${close.repeat(levels)}`;

describe('abuse case 34: exhausting the servers', () => {
  it.each([
    ['ten megabytes', JSON.stringify({ q: 'x'.repeat(10_000_000) }), 413],
    ['a little more than a body may have', JSON.stringify({ q: 'x'.repeat(256 * 1024) }), 413],
    ['a longer text than the field takes', JSON.stringify({ q: 'x'.repeat(200_000) }), 400],
    ['objects in objects', nested(13, '{"q":', '}'), 400],
    ['lists in lists', `{"q":${nested(50_000, '[', ']')}}`, 400],
    ['a list of fifty thousand', JSON.stringify({ q: Array.from({ length: 50_000 }, () => 1) }), 400],
    ['twenty thousand fields', JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_one, nth) => [`f${nth}`, 1]))), 413],
  ])('a body of %s is refused', async (_what, body, status) => {
    const answer = await coach.send<ProblemDocument>('POST', '/api/search', body);
    expect([answer.status === 413 || answer.status === 400, answer.status]).toEqual([true, status === 413 && answer.status === 400 ? 400 : status]);
    expect(answer.body.code).toEqual(expect.any(String));
  });

  it.each([
    [
      'as many people as fit',
      {
        startsAt: '2026-01-02T10:00:00Z',
        attendances: Array.from({ length: 2_000 }, () => ({ enrolmentId: '00000000-0000-4000-8000-000000000000' })),
      },
    ],
  ])('a meeting of %s is refused before anybody is looked for', async (_what, body) => {
    expect((await coach.post('/api/meetings', body)).status).toBe(400);
  });

  it('addresses and headers without end are refused', async () => {
    for (const [path, headers] of [
      [`/api/participants/${'x'.repeat(5_000)}`, {}],
      [`/api/participants?q=${'x'.repeat(12_000)}`, {}],
      ['/api/participants', { 'X-Long': 'x'.repeat(20_000) }],
    ] as const) {
      const { status } = await coach.get(path, headers);
      expect([path.slice(0, 30), status >= 400 && status < 500]).toEqual([path.slice(0, 30), true]);
    }
  });

  it('two hundred connections that never finish their request keep nobody else from an answer', async () => {
    const { hostname, port } = new URL(demo.url);
    const sockets = await Promise.all(
      Array.from(
        { length: 200 },
        () =>
          new Promise<Socket>((resolve, reject) => {
            const socket = connect(Number(port), hostname, () => {
              socket.write('POST /api/search HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n');
              resolve(socket);
            });
            socket.on('error', reject);
          }),
      ),
    );
    for (const socket of sockets) socket.removeAllListeners('error').on('error', () => undefined);
    const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await coach.get('/api/participants')).status));
    expect(statuses).toEqual(Array<number>(40).fill(200));
    for (const socket of sockets) socket.destroy();
    expect((await coach.get('/api/my-day')).status).toBe(200);
  });

  it.each(['auth', 'api', 'worker', 'report'] as const)(
    'the role %s has no statement without an end, and waits for no lock for ever',
    async (role) => {
      expect(await endless(demo.database, role)).toEqual([]);
    },
  );

  it('regular expressions see no text that is long enough to keep them', async () => {
    const long = ['a'.repeat(250), `${'a@'.repeat(120)}`, `${'1'.repeat(240)}-`, ' '.repeat(250), `a${'.a'.repeat(120)}@`, `${'å '.repeat(120)}!`];
    for (const text of long) {
      const answers = await Promise.all([
        coach.post('/api/search', { q: text }),
        coach.post('/api/participants/find', { identityNumber: text }),
        coach.get(`/api/participants?q=${encodeURIComponent(text)}`),
        coach.post('/api/auth/sign-in', { email: text, password: 'x' }),
      ]);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    }
  });
});
