import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkDigitOf, IdentityVault } from '@stegvis/domain/participants';
import { aParticipant, aWorld } from '@stegvis/domain/participants/testing';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { loadSecrets } from '@stegvis/platform/settings';

/** The day of birth of everybody here; the dump tells it, and an attacker begins with it. */
const born = '19910717';
const numberOf = (serial: number) => {
  const nine = `${born.slice(2)}${String(serial).padStart(3, '0')}`;
  return `${born.slice(0, 2)}${nine}${checkDigitOf(nine)}`;
};
const number = numberOf(238);

let database: TestDatabase;
let vault: IdentityVault;
let here: { participantId: string; organisationId: string };
let there: typeof here;

/** Somebody at a site with the number, registered as the API does it. */
async function registered(siteId: string): Promise<typeof here> {
  const { participantId } = await aParticipant(database, { siteId, dateOfBirth: '1991-07-17' });
  const [{ organisationId } = { organisationId: '' }] = await database.sql<{ organisationId: string }>(
    'select organisation_id as "organisationId" from app.participant where id = $1',
    [participantId],
  );
  await database.sql(
    `update app.participant set identity_kind = 'personnummer', identity_number_encrypted = $2, identity_number_hash = $3, version = version + 1 where id = $1`,
    [participantId, vault.encrypt(number, { organisationId, participantId }), vault.hash(number, organisationId)],
  );
  return { participantId, organisationId };
}

beforeAll(async () => {
  database = await testDatabase();
  vault = new IdentityVault(loadSecrets(process.env.TEST_SECRETS).identityKey);
  const { siteId, otherSiteId } = await aWorld(database);
  here = await registered(siteId);
  there = await registered(otherSiteId);
}, 60_000);
afterAll(() => database?.drop());

/** Every row of every table, history too, as a dump holds it. */
async function dump(): Promise<string> {
  const tables = await database.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('app', 'history', 'sign_in', 'vault', 'access', 'access_log') order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await database.sql<{ row: string }>(`select t::text || ' ' || to_jsonb(t)::text as row from ${name} t`);
    parts.push(...rows.map(({ row }) => row));
  }
  return parts.join('\n');
}
const kept = () =>
  database.sql<{ id: string; hash: Buffer; encrypted: Buffer }>(
    'select id, identity_number_hash as hash, identity_number_encrypted as encrypted from app.participant where identity_number_hash is not null order by id',
  );

describe('abuse case 30: a dump of the database is stolen', () => {
  it('holds the number nowhere, written in no way', async () => {
    const all = (await dump()).toLowerCase();
    expect(all).toContain(here.participantId);
    for (const way of [
      number,
      number.slice(2),
      `${born}-2380`,
      '910717-238',
      Buffer.from(number).toString('hex'),
      Buffer.from(number).toString('base64'),
    ])
      expect([way, all.includes(way.toLowerCase())]).toEqual([way, false]);
    // Whoever looks finds it.
    await database.sql('update app.participant set address = $2, version = version + 1 where id = $1', [there.participantId, number]);
    expect(await dump()).toContain(number);
  });

  it('holds not the key that would open it, nor a password', async () => {
    const all = await dump();
    const { identityKey, roles } = loadSecrets(process.env.TEST_SECRETS);
    for (const secret of [identityKey, Buffer.from(identityKey, 'base64').toString('hex'), ...Object.values(roles).map(({ password }) => password)])
      expect(all).not.toContain(secret);
  });

  it('tells nobody by trying all numbers: no plain hash of any number of that day is there', async () => {
    const [row] = await kept();
    const found: string[] = [];
    for (let serial = 0; serial < 1_000; serial++) {
      const tried = numberOf(serial);
      for (const one of [tried, tried.slice(2), here.organisationId + tried, tried + here.organisationId])
        for (const algorithm of ['sha256', 'sha512', 'sha1', 'md5'])
          if (row?.hash.equals(createHash(algorithm).update(one).digest().subarray(0, row.hash.length))) found.push(one);
      // With what else the dump holds as a key.
      for (const key of [here.organisationId, here.participantId, vault.keyName, vault.proof])
        if (row?.hash.equals(createHmac('sha256', key).update(tried).digest())) found.push(tried);
    }
    expect(found).toEqual([]);
  });

  it('tells not that the same person is known to two organisations', async () => {
    const [one, other] = await kept();
    expect(one?.hash.equals(other?.hash as Buffer)).toBe(false);
    expect(one?.encrypted.equals(other?.encrypted as Buffer)).toBe(false);
  });

  it('whose rows are swapped and put back opens nobody’s number for another', async () => {
    const [one, other] = await kept();
    const holder = one?.id === here.participantId ? here : there;
    expect(vault.decrypt(one?.encrypted as Buffer, holder)).toBe(number);
    expect(() => vault.decrypt(other?.encrypted as Buffer, holder)).toThrow();
  });
});
