import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadSecrets, type Secrets, settings } from '@stegvis/platform/settings';
import type { DataSource } from 'typeorm';
import { type ServiceRole, serviceRoles } from './role-names.js';

const password = () => randomBytes(24).toString('base64url');

/** Makes the secret file when there is none. The file outlives the database's tables: without it no number can be read. */
export function makeSecrets(database: string): void {
  const path = settings().STEGVIS_SECRETS;
  if (existsSync(path)) return;
  const roles = Object.fromEntries(serviceRoles.map((role) => [role, { user: `${database}_${role}`, password: password() }])) as Secrets['roles'];
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${JSON.stringify({ roles, identityKey: randomBytes(32).toString('base64') }, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

/** Makes the database roles that the servers work as, or gives them the passwords of the secret file. */
export async function makeRoles(source: DataSource): Promise<void> {
  const { roles } = loadSecrets();
  const [{ name: database }] = await source.query('select quote_ident(current_database()) as name');
  for (const role of serviceRoles) {
    const login = roles[role];
    const [{ user, secret, known }] = await source.query(
      'select quote_ident($1) as "user", quote_literal($2) as secret, exists (select from pg_roles where rolname = $1) as known',
      [login.user, login.password],
    );
    const attributes = 'login noinherit nosuperuser nocreatedb nocreaterole';
    await source.query(`${known ? 'alter' : 'create'} role ${user} with ${known ? 'login' : attributes} password ${secret}`);
    await source.query(`grant connect on database ${database} to ${user}`);
    for (const [name, value] of limitsOf(role)) await source.query(`alter role ${user} set ${name} = '${value}'`);
  }
}

/** Bounds that hold whatever a server forgets to set. */
function limitsOf(role: ServiceRole): [string, string][] {
  const statement = { auth: '5s', api: '15s', worker: '60s', report: '600s' }[role];
  return [
    ['statement_timeout', statement],
    ['lock_timeout', '5s'],
    ['idle_in_transaction_session_timeout', '60s'],
  ];
}
