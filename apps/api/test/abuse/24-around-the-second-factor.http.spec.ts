import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import type { FactorToConfirm, RecoveryCodes, SignInState } from '@stegvis/contracts/sign-in/second-factor';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { Client } from '../client.js';
import { demoDatabase } from '../demo-api.js';
import { codeOnPhone } from '../phone.js';
import { type OurProcess, startApi } from '../processes.js';

let database: TestDatabase;
let api: OurProcess;
beforeAll(async () => {
  database = await demoDatabase();
  api = await startApi(database);
}, 180_000);
afterAll(async () => {
  await api.stop();
  await database.drop();
});
// Each begins with nobody's second factor on, and nobody's tries counted.
beforeEach(async () => {
  for (const table of ['recovery_code', 'second_factor', 'half_session', 'attempt']) await database.sql(`delete from sign_in.${table}`);
});

const credentials = { email: 'coach@stegvis.example', password: 'stegvis-demo' };
const signIn = (client: Client) => client.post<ProblemDocument>('/api/auth/sign-in', credentials);
const give = (client: Client, code: string) => client.post<ProblemDocument>('/api/auth/second-factor', { code });
/** The time of a code goes by: what was used is old then, and the next one is right. */
const later = () => database.sql('update sign_in.second_factor set last_step = last_step - 2');

interface Enrolled {
  client: Client;
  secret: string;
  codes: string[];
}

/** Turns the coach's second factor on, as the account page does. */
async function turnedOn(): Promise<Enrolled> {
  const client = await Client.signedIn(api.url, credentials.email);
  const { body } = await client.post<FactorToConfirm>('/api/auth/second-factor/begin');
  const confirmed = await client.post<RecoveryCodes>('/api/auth/second-factor/confirm', { code: codeOnPhone(body.secret) });
  expect(confirmed.status).toBe(200);
  await later();
  return { client, secret: body.secret, codes: confirmed.body.codes.map(({ code }) => code) };
}

/** After the password, before the second step. */
async function halfway(): Promise<Client> {
  const client = new Client(api.url);
  const { status, body } = await signIn(client);
  expect([status, body.code, client.session]).toEqual([401, 'second-factor-needed', '']);
  return client;
}

describe('abuse case 24: getting around the second factor', () => {
  it('with it, the password alone opens nothing: no route answers, whatever cookie of the half session is sent as what', async () => {
    await turnedOn();
    const client = await halfway();
    const half = client.cookieOf('stegvis-half');
    expect(half).toMatch(/^[\w-]{43}$/);
    for (const path of ['/api/auth/me', '/api/my-day', '/api/participants?_start=0&_end=5', '/api/auth/state']) {
      expect([path, (await client.get(path)).status]).toEqual([path, 401]);
      expect([path, (await client.get(path, { Cookie: `stegvis=${half}` })).status]).toEqual([path, 401]);
    }
    for (const path of ['/api/auth/step-up', '/api/auth/second-factor/turn-off', '/api/auth/second-factor/begin', '/api/auth/second-factor/confirm'])
      expect([path, (await client.post(path, { code: '123456' })).status]).toEqual([path, 401]);
    // Nor can it set up another second factor in place of the one that is there.
    expect((await client.post('/api/auth/second-factor/needed')).status).toBe(409);
    expect((await client.post('/api/auth/second-factor/needed/confirm', { code: '123456' })).status).toBe(400);
  });

  it('a code opens a session, and only one: the same code in its own thirty seconds is refused', async () => {
    const { secret } = await turnedOn();
    const [first, second] = [await halfway(), await halfway()];
    const code = codeOnPhone(secret);
    expect((await give(first, code)).status).toBe(200);
    expect((await first.get('/api/auth/me')).status).toBe(200);
    const again = await give(second, code);
    expect([again.status, again.body.code]).toEqual([401, 'wrong-code']);
    expect((await second.get('/api/auth/me')).status).toBe(401);
    // Nor one of before it; the next one is right.
    expect((await give(second, codeOnPhone(secret, -1))).status).toBe(401);
    expect((await give(second, codeOnPhone(secret, 1))).status).toBe(200);
  });

  it('of the same code sent six times at once, one is taken', async () => {
    const { secret } = await turnedOn();
    const clients: Client[] = [];
    for (let nth = 0; nth < 6; nth++) clients.push(await halfway());
    const code = codeOnPhone(secret);
    const statuses = await Promise.all(clients.map(async (client) => (await give(client, code)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  it('each recovery code opens one session; typed in capitals and without its dash it is the same', async () => {
    const { codes } = await turnedOn();
    expect(codes).toHaveLength(10);
    const [code = ''] = codes;
    expect((await give(await halfway(), code.toUpperCase().replace('-', ' '))).status).toBe(200);
    expect((await give(await halfway(), code)).status).toBe(401);
    const client = await halfway();
    expect((await give(client, codes[1] ?? '')).status).toBe(200);
    expect((await client.get<SignInState>('/api/auth/state')).body.recoveryCodesLeft).toBe(8);
    // The half session is over with it, and another person's code is none.
    expect((await client.post('/api/auth/second-factor', { code: codes[2] })).status).toBe(401);
  });

  it('codes cannot be guessed: the tries count as wrong passwords do, and a new half session does not begin the count anew', async () => {
    await turnedOn();
    const statuses: number[] = [];
    for (let nth = 0; nth < 8 && !statuses.includes(429); nth++) {
      const client = new Client(api.url);
      const begun = await signIn(client);
      statuses.push(begun.status);
      if (begun.status === 401) statuses.push((await give(client, String(100_000 + nth))).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array<number>(10).fill(401));
    expect(statuses).toContain(429);
  });

  it('half a session is over after ten minutes, and when its second step was given', async () => {
    const { secret } = await turnedOn();
    const client = await halfway();
    await database.sql(`update sign_in.half_session set started_at = started_at - interval '11 minutes'`);
    const { status, body } = await give(client, codeOnPhone(secret));
    expect([status, body.code]).toEqual([401, 'sign-in-begins-anew']);
  });

  it('turning it on ends the other sessions, needs a right code, and asks for nothing before', async () => {
    const [own, other] = [await Client.signedIn(api.url, credentials.email), await Client.signedIn(api.url, credentials.email)];
    const { body } = await own.post<FactorToConfirm>('/api/auth/second-factor/begin');
    expect((await own.post('/api/auth/second-factor/confirm', { code: codeOnPhone(body.secret, 5) })).status).toBe(400);
    expect((await signIn(new Client(api.url))).status).toBe(200);
    expect((await own.post('/api/auth/second-factor/confirm', { code: codeOnPhone(body.secret) })).status).toBe(200);
    expect((await other.get('/api/auth/me')).status).toBe(401);
    expect((await own.get('/api/auth/me')).status).toBe(200);
    expect((await own.post('/api/auth/second-factor/begin')).status).toBe(409);
  });

  it('a session that is not new cannot turn it off: who is at the keyboard proves it first, with a code and not with the password alone', async () => {
    const { client, secret } = await turnedOn();
    await database.sql(`update sign_in.session set authenticated_at = now() - interval '6 minutes'`);
    const turnOff = () => client.post<ProblemDocument>('/api/auth/second-factor/turn-off');
    expect([(await turnOff()).status, (await turnOff()).body.code]).toEqual([403, 'step-up-needed']);
    const wrong = await client.post<ProblemDocument>('/api/auth/step-up', { code: codeOnPhone(secret, 7) });
    expect([wrong.status, Object.keys(wrong.body.errors ?? {})]).toEqual([400, ['code']]);
    // Whoever looked over the shoulder has the password, and not the phone.
    const known = await client.post<ProblemDocument>('/api/auth/step-up', { password: credentials.password });
    expect([known.status, Object.keys(known.body.errors ?? {})]).toEqual([400, ['code']]);
    expect((await turnOff()).status).toBe(403);
    expect((await client.post('/api/auth/step-up', { code: codeOnPhone(secret) })).status).toBe(204);
    expect((await turnOff()).status).toBe(204);
    expect((await signIn(new Client(api.url))).status).toBe(200);
  });

  it('the database holds neither the secret nor a recovery code', async () => {
    const { secret, codes } = await turnedOn();
    const rows = await database.sql<{ kept: string }>(
      `select encode(secret_encrypted, 'escape') || encode(secret_encrypted, 'hex') as kept from sign_in.second_factor
       union all select encode(code_hash, 'escape') || encode(code_hash, 'hex') from sign_in.recovery_code`,
    );
    expect(rows).toHaveLength(11);
    const kept = rows
      .map((row) => row.kept)
      .join(' ')
      .toLowerCase();
    for (const told of [secret, ...codes]) {
      expect(kept).not.toContain(told.toLowerCase());
      expect(kept).not.toContain(Buffer.from(told.replace('-', '')).toString('hex'));
    }
    expect(api.logged.filter((line) => line.includes(secret) || codes.some((code) => line.includes(code)))).toEqual([]);
  });
});

describe('abuse case 24: a second factor that a role needs', () => {
  it('is set up before there is a session, and cannot be turned off', async () => {
    const strict = await startApi(database, { SECOND_FACTOR_ROLES: 'coach' });
    const client = new Client(strict.url);
    const begun = await signIn(client);
    expect([begun.status, begun.body.code]).toEqual([401, 'second-factor-to-be-set-up']);
    expect((await client.get('/api/auth/me')).status).toBe(401);
    expect((await client.post('/api/auth/second-factor', { code: '123456' })).status).toBe(401);
    const { body } = await client.post<FactorToConfirm>('/api/auth/second-factor/needed');
    expect((await client.post('/api/auth/second-factor/needed/confirm', { code: codeOnPhone(body.secret, 9) })).status).toBe(400);
    expect((await client.get('/api/auth/me')).status).toBe(401);
    const confirmed = await client.post<RecoveryCodes>('/api/auth/second-factor/needed/confirm', { code: codeOnPhone(body.secret) });
    expect([confirmed.status, confirmed.body.codes.length]).toEqual([200, 10]);
    expect((await client.get('/api/auth/me')).status).toBe(200);
    expect((await client.post<ProblemDocument>('/api/auth/second-factor/turn-off')).body.code).toBe('second-factor-must-stay');
    // Those whose role does not need it sign in as before.
    expect((await new Client(strict.url).post('/api/auth/sign-in', { ...credentials, email: 'funder@stegvis.example' })).status).toBe(200);
    await strict.stop();
  });

  it('cannot be turned off by an administrator for themself, where those of others can', async () => {
    const strict = await startApi(database, { SECOND_FACTOR_ROLES: 'administrator' });
    const client = new Client(strict.url);
    await client.post('/api/auth/sign-in', { ...credentials, email: 'administrator@stegvis.example' });
    const { body } = await client.post<FactorToConfirm>('/api/auth/second-factor/needed');
    expect((await client.post('/api/auth/second-factor/needed/confirm', { code: codeOnPhone(body.secret) })).status).toBe(200);
    const { id } = (await client.get<{ id: string }>('/api/auth/me')).body;
    const own = await client.post<ProblemDocument>(`/api/staff/${id}/turn-off-second-factor`);
    expect([own.status, own.body.code]).toEqual([409, 'second-factor-must-stay']);
    expect((await client.get<SignInState>('/api/auth/state')).body.secondFactor).toBe(true);
    const [coach] = await database.sql<{ id: string }>('select id from app.staff where email = $1', [credentials.email]);
    expect((await client.post(`/api/staff/${coach?.id}/turn-off-second-factor`)).status).toBe(204);
    await strict.stop();
  });
});
