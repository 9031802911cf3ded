import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unreadableNumber } from '@stegvis/contracts/participants/codes';
import type { ParticipantPage } from '@stegvis/contracts/participants/page';
import type { ParticipantRow } from '@stegvis/contracts/participants/participant';
import { IdentityVault } from '@stegvis/domain/participants';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import type { Secrets } from '@stegvis/platform/settings';
import { Client } from './client.js';
import { demoDatabase } from './demo-api.js';
import { type OurProcess, runCommand, runCommandWith, startApi } from './processes.js';

const folder = mkdtempSync(join(tmpdir(), 'stegvis-secrets-'));
const other = { STEGVIS_SECRETS: join(folder, 'other.json') };
const identityKey = randomBytes(32).toString('base64');
let database: TestDatabase;
let api: OurProcess;

beforeAll(async () => {
  database = await demoDatabase();
  const secrets = JSON.parse(readFileSync(process.env.TEST_SECRETS as string, 'utf8')) as Secrets;
  writeFileSync(other.STEGVIS_SECRETS, JSON.stringify({ ...secrets, identityKey }));
}, 180_000);
afterAll(async () => {
  await api?.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const numbered = (row: { identityKind: string }) => row.identityKind !== 'none';

describe('with a secret file of another installation', () => {
  it('neither the API starts nor the database is migrated', async () => {
    await expect(startApi(database, other)).rejects.toThrow('ended with 1');
    await expect(runCommandWith(database, other, 'migrate')).rejects.toThrow('is not the one that this database');
    await runCommand(database, 'migrate');
  });

  it('numbers by a key that is missing are shown as such, and logged once without a person in it', async () => {
    // As it is while numbers are being encrypted anew: the database knows two keys, and this process has the newer one only.
    const vault = new IdentityVault(identityKey);
    await database.sql('insert into vault.identity_key (name, proof) values ($1, $2)', [vault.keyName, vault.proof]);
    api = await startApi(database, other);
    const coach = await Client.signedIn(api.url, 'coach@stegvis.example');
    const list = await coach.get<ParticipantRow[]>('/api/participants?_end=100');
    expect(list.status).toBe(200);
    const people = list.body.filter(numbered);
    expect(people.length).toBeGreaterThan(3);
    expect(new Set(people.map((row) => row.identityNumberMasked))).toEqual(new Set([unreadableNumber]));
    const [person] = people as [ParticipantRow];
    await coach.get('/api/participants?_end=100');
    const page = await coach.get<ParticipantPage>(`/api/participants/${person.id}/page`);
    expect([page.status, page.body.participant.identityNumberMasked]).toEqual([200, unreadableNumber]);
    const told = api.logged.filter((line) => line.includes('an identity number cannot be read'));
    expect(told).toHaveLength(people.length);
    for (const { givenName, familyName } of people) expect(told.join('\n')).not.toMatch(new RegExp(`${givenName}|${familyName}`));
  });

  it('a person can be changed, and a number that is given anew can be read', async () => {
    const coach = await Client.signedIn(api.url, 'coach@stegvis.example');
    const [person] = (await coach.get<ParticipantRow[]>('/api/participants?_end=100')).body.filter(numbered) as [ParticipantRow];
    const changed = await coach.put<ParticipantRow>(`/api/participants/${person.id}`, { ...person, phone: '070-1740605' });
    expect([changed.status, changed.body.identityNumberMasked]).toEqual([200, unreadableNumber]);
    const again = { ...changed.body, identityKind: 'personnummer', identityNumber: '19910717-2380', dateOfBirth: '1991-07-17' };
    const readable = await coach.put<ParticipantRow>(`/api/participants/${person.id}`, again);
    expect([readable.status, readable.body.identityNumberMasked]).toEqual([200, '19910717-••••']);
  });
});
