import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PasswordsService } from '@stegvis/domain/sign-in';
import { signInOver } from '@stegvis/domain/sign-in/testing';
import { sourceOptions } from '@stegvis/platform/postgres';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { DataSource } from 'typeorm';
import { ownerSource } from '../data-source.js';
import { makeFirstAdministrator } from './first-admin.js';

let database: TestDatabase;
let owner: DataSource;
let auth: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  owner = await ownerSource(database.url('owner')).initialize();
  auth = await new DataSource(sourceOptions({ url: database.url('auth'), poolSize: 2, applicationName: 'spec-first-admin' })).initialize();
});

afterAll(async () => {
  await owner?.destroy();
  await auth?.destroy();
  await database?.drop();
});

const make = (email: string, name = 'Anna Andersson') => owner.transaction((manager) => makeFirstAdministrator(manager, email, name));

describe('the first administrator', () => {
  let first: string;

  it('gets a link that lasts 48 hours, of which the database keeps the hash only', async () => {
    first = await make('anna@kommun.example');
    const [kept] = await database.sql(
      'select token_hash as hash, round(extract(epoch from expires_at - now()) / 3600)::integer as hours, used_at as used from sign_in.invitation',
    );
    expect(kept).toEqual({ hash: createHash('sha256').update(first).digest(), hours: 48, used: null });
    expect(await database.sql('select role from role_assignment')).toEqual([{ role: 'administrator' }]);
  });

  it('may ask for a new link, which ends the old one; nobody else may', async () => {
    await expect(make('bo@kommun.example')).rejects.toThrow('anna@kommun.example was made administrator');
    const second = await make('anna@kommun.example');
    const passwords = new PasswordsService(auth);
    await expect(passwords.setByLink(first, 'en blå cykel i regnet')).rejects.toThrow();
    await passwords.setByLink(second, 'en blå cykel i regnet');
    await expect(passwords.setByLink(second, 'en annan cykel i solen')).rejects.toThrow();
    const begun = await signInOver(auth).signIn('anna@kommun.example', 'en blå cykel i regnet', {
      address: '127.0.0.1',
    });
    expect(begun).toMatchObject({ account: { name: 'Anna Andersson' } });
  });

  it('is followed by a second one, who confirms what the first gives, and by no third', async () => {
    await expect(make('anna@kommun.example')).rejects.toThrow('anna@kommun.example is an administrator already');
    const link = await make('bo@kommun.example', 'Bo Ek');
    await expect(make('cia@kommun.example')).rejects.toThrow('bo@kommun.example was made administrator');
    await new PasswordsService(auth).setByLink(link, 'ett rött hus vid vattnet');
    for (const email of ['anna', 'bo', 'cia']) await expect(make(`${email}@kommun.example`)).rejects.toThrow('There are two administrators already');
    expect(await database.sql('select role from role_assignment')).toEqual([{ role: 'administrator' }, { role: 'administrator' }]);
  });
});
