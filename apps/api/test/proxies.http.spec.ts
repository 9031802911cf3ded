import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { Client } from './client.js';
import { type OurProcess, startApi } from './processes.js';

let database: TestDatabase;
const running: OurProcess[] = [];
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await Promise.all(running.map((one) => one.stop()));
  await database.drop();
});

async function apiThatTrusts(TRUSTED_PROXIES: string): Promise<Client> {
  const api = await startApi(database, { TRUSTED_PROXIES });
  running.push(api);
  return new Client(api.url);
}

/** What becomes of so many wrong passwords for an account; every request says `from` of where it comes from. */
async function tries(client: Client, email: string, from: (nth: number) => string, times = 11): Promise<number[]> {
  const statuses: number[] = [];
  for (let nth = 0; nth < times; nth++)
    statuses.push((await client.post('/api/auth/sign-in', { email, password: 'no' }, { 'X-Forwarded-For': from(nth) })).status);
  return statuses;
}
const addressesOf = (email: string) =>
  database.sql<{ address: string; tries: number }>(
    `select host(address::inet) as address, count(*)::integer as tries from sign_in.attempt where account_hash = sha256($1::bytea) group by 1 order by 1`,
    [Buffer.from(email)],
  );
const refused = (statuses: number[]) => statuses.filter((status) => status === 429).length;

describe('the address that sign-in counts tries by', () => {
  it('is what a trusted proxy says: one person at her desk does not lock out another', async () => {
    const client = await apiThatTrusts('loopback');
    expect(refused(await tries(client, 'anna@kommun.example', () => '203.0.113.9', 12))).toBe(2);
    expect(refused(await tries(client, 'anna@kommun.example', () => '203.0.113.10', 1))).toBe(0);
    expect(await addressesOf('anna@kommun.example')).toEqual([
      { address: '203.0.113.10', tries: 1 },
      { address: '203.0.113.9', tries: 10 },
    ]);
  });

  it('is the last one in the chain that no trusted proxy has, whatever the client wrote before it', async () => {
    const client = await apiThatTrusts('loopback,192.0.2.0/24');
    const statuses = await tries(client, 'bo@kommun.example', (nth) => `198.51.100.${nth}, 203.0.113.9, 192.0.2.7`);
    expect(refused(statuses)).toBe(1);
    expect(await addressesOf('bo@kommun.example')).toEqual([{ address: '203.0.113.9', tries: 10 }]);
  });

  it("is the client's own when nobody trusts it to speak for others", async () => {
    const client = await apiThatTrusts('192.0.2.7');
    const statuses = await tries(client, 'cecilia@kommun.example', (nth) => `198.51.100.${nth}`);
    expect(refused(statuses)).toBe(1);
    expect(await addressesOf('cecilia@kommun.example')).toEqual([{ address: '127.0.0.1', tries: 10 }]);
  });

  it('is something, and the answer no fault, whatever a trusted proxy says', async () => {
    const client = await apiThatTrusts('loopback');
    for (const word of ['unknown', '"; drop table', '999.1.1.1', '10.0.0.1:8080', 'x'.repeat(4000), ','])
      expect([word, await tries(client, 'david@kommun.example', () => word, 1)]).toEqual([word, [401]]);
  });
});

it('a setting that is no address keeps the API from starting, with a sentence', async () => {
  await expect(startApi(database, { TRUSTED_PROXIES: 'proxy.example' })).rejects.toThrow('ended with 1');
});
