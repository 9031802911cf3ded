import { readFileSync } from 'node:fs';
import { settings } from './settings.js';

/** A database role as it signs in. */
export interface RoleLogin {
  user: string;
  password: string;
}

/** What the secret file holds. It never leaves the machine, and no backup of the database contains it. */
export interface Secrets {
  roles: Record<'auth' | 'api' | 'worker' | 'report', RoleLogin>;
  /** 32 random bytes, base64; keys for each organisation are derived from it. */
  identityKey: string;
}

const read = new Map<string, Secrets>();

/** The secrets of this installation. Throws a sentence that says how to make them when there are none. */
export function loadSecrets(path = settings().STEGVIS_SECRETS): Secrets {
  const before = read.get(path);
  if (before) return before;
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    throw new Error(`The secret file ${path} cannot be read. "npm run migrate" makes it; STEGVIS_SECRETS says where it is.`);
  }
  const secrets = JSON.parse(content) as Secrets;
  read.set(path, secrets);
  return secrets;
}

/** The database's address for one of the roles. */
export function databaseUrl(role: keyof Secrets['roles']): string {
  const given = {
    auth: settings().DATABASE_URL_AUTH,
    api: settings().DATABASE_URL_API,
    worker: settings().DATABASE_URL_WORKER,
    report: settings().DATABASE_URL_REPORT,
  }[role];
  if (given) return given;
  const migrator = settings().DATABASE_URL;
  if (!migrator) throw new Error('DATABASE_URL is not set: which PostgreSQL database is it?');
  const login = loadSecrets().roles[role];
  const url = new URL(migrator);
  url.username = encodeURIComponent(login.user);
  url.password = encodeURIComponent(login.password);
  return url.toString();
}
