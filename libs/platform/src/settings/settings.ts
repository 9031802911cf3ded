import { resolve } from 'node:path';
import { type Role, roles } from '@stegvis/contracts/permissions/permissions';
import { type AddressRange, addressRanges } from './address-ranges.js';

/** How one variable of the environment is read. */
interface Variable<T> {
  /** What it is for, in a sentence. */
  says: string;
  /** Turns the text, or its absence, into the value; throws a sentence when it cannot. */
  read: (text: string | undefined) => T;
}

const text = (otherwise: string) => (given: string | undefined) => given ?? otherwise;
const optional = (given: string | undefined) => given;
const url =
  (...schemes: string[]) =>
  (given: string | undefined) => {
    if (given === undefined) return undefined;
    const scheme = URL.canParse(given) ? new URL(given).protocol.replace(':', '') : '';
    if (!schemes.includes(scheme)) throw new Error(`must be an address that begins with ${schemes.map((one) => `${one}://`).join(' or ')}`);
    return given;
  };
const whole = (otherwise: number, min: number, max: number) => (given: string | undefined) => {
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (!Number.isInteger(number) || number < min || number > max) throw new Error(`must be a whole number from ${min} to ${max}`);
  return number;
};
const optionalPort = (given: string | undefined) => (given === undefined ? undefined : whole(0, 0, 65535)(given));
const ranges =
  (...otherwise: AddressRange[]) =>
  (given: string | undefined) =>
    given === undefined ? otherwise : addressRanges(given);
const roleList = (given: string | undefined): Role[] => {
  const named = (given ?? '')
    .split(',')
    .map((role) => role.trim())
    .filter((role) => role !== '');
  const wrong = named.find((role) => !(roles as readonly string[]).includes(role));
  if (wrong !== undefined) throw new Error(`must be roles with commas between, of ${roles.join(', ')}; it holds "${wrong}"`);
  return named as Role[];
};
const flag = (given: string | undefined) => given === '1' || given === 'true';
const variable = <T>(says: string, read: (given: string | undefined) => T): Variable<T> => ({ says, read });

/** Every variable that Stegvis reads: the one list, and the one place that looks at the environment. */
export const variables = {
  DATABASE_URL: variable(
    "The migrator's PostgreSQL database (15 or newer); it owns the tables. API and worker take their host, port and database from it",
    url('postgres', 'postgresql'),
  ),
  DATABASE_URL_AUTH: variable(
    'The database as the sign-in role sees it; made from DATABASE_URL and the secret file when unset',
    url('postgres', 'postgresql'),
  ),
  DATABASE_URL_API: variable('The same for the API, and for the worker when it makes a list that somebody takes out', url('postgres', 'postgresql')),
  DATABASE_URL_WORKER: variable('The same for the worker', url('postgres', 'postgresql')),
  DATABASE_URL_REPORT: variable('The same for the report builder', url('postgres', 'postgresql')),
  STEGVIS_SECRETS: variable("The secret file: the roles' passwords and the keys that identity numbers are encrypted and found with", (given) =>
    resolve(given ?? '.data/secrets.json'),
  ),
  REDIS_URL: variable('Redis for the queue; unset, the queue lives in PostgreSQL', url('redis', 'rediss')),
  HOST: variable('The address that the API listens on', text('127.0.0.1')),
  PORT: variable('The port that the API listens on', whole(3000, 0, 65535)),
  PUBLIC_URL: variable('The address that people use; cookies are Secure when it is https', url('http', 'https')),
  TRUSTED_PROXIES: variable(
    "The proxies in front of the API, whose word on a client's address counts: addresses, ranges such as 10.0.3.0/24, loopback or uniquelocal, with commas between; loopback when unset",
    ranges('loopback'),
  ),
  STEGVIS_STAFF_UI: variable('The folder of the built staff UI that the API serves; unset, it serves none', optional),
  STEGVIS_DEMO: variable('off: never load the demo world', text('on')),
  DEMO_PASSWORD: variable('The password of the demo accounts', text('stegvis-demo')),
  SESSION_IDLE_MINUTES: variable('Minutes without anybody at the keyboard after which a session ends', whole(60, 5, 1440)),
  SESSION_HOURS: variable('Hours after which a session ends anyhow', whole(12, 1, 24)),
  SECOND_FACTOR_ROLES: variable(
    'The roles that may sign in only with a second factor, with commas between, such as administrator,local-leader; unset, everybody may have one and nobody must',
    roleList,
  ),
  STEGVIS_STOP_WITH_PARENT: variable('1: stop when the process that started this one goes away', flag),
  METRICS_HOST: variable('The address that the metrics are served on', text('127.0.0.1')),
  METRICS_PORT: variable('The port of /metrics for Prometheus, one for each process; unset, nothing is measured', optionalPort),
  SWEEP_EVERY_SECONDS: variable('How often the worker looks for follow-ups that are due', whole(300, 5, 86400)),
  SWEEP_BATCH: variable('How many enrolments the worker looks at in one transaction', whole(1000, 1, 10_000)),
  LOG_LEVEL: variable('How much is logged: fatal, error, warn, info, debug or trace', text('info')),
} as const satisfies Record<string, Variable<unknown>>;

export type Settings = { [Name in keyof typeof variables]: ReturnType<(typeof variables)[Name]['read']> };

let known: Settings | undefined;

/** The settings of this process, read once. Throws an error that names every variable that cannot be used. */
export function settings(): Settings {
  known ??= readSettings(process.env);
  return known;
}

/** Reads settings out of an environment; `settings()` is what a process wants. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const faults: string[] = [];
  const entries = Object.entries(variables).map(([name, { says, read }]) => {
    try {
      return [name, (read as (given: string | undefined) => unknown)(environment[name] || undefined)];
    } catch (fault) {
      faults.push(`${name} ${(fault as Error).message} (${says})`);
      return [name, undefined];
    }
  });
  if (faults.length > 0) throw new Error(`These settings cannot be used:\n  ${faults.join('\n  ')}`);
  return Object.fromEntries(entries) as Settings;
}
