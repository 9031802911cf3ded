import { connect } from 'node:net';
import { mostTurnedTo } from '@stegvis/contracts/lists/list';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import pg from 'pg';
import type { Client } from './client.js';

/** Levels that no body may have, and bytes. */
const tooMany = 13;
const tooLarge = 256 * 1024;
const unknownId = '00000000-0000-4000-8000-000000000000';
const split = (route: string): string[] => route.replace(/\{\w+\}/, unknownId).split(' ');

/** Whether a route takes a body that is larger than any may be. */
export async function takesTooLarge(client: Client, route: string, headers?: Record<string, string>): Promise<string[]> {
  const [method = '', path = ''] = split(route);
  const { status } = await client.send(method, path, JSON.stringify({ q: 'x'.repeat(tooLarge) }), headers);
  return status === 413 ? [] : [`${route}: 413 is right for a body of more than ${tooLarge} bytes, ${status} came back`];
}

/** Whether a route looks into a body that lies deeper in itself than any may; asked by somebody who may use it. */
export async function takesTooDeep(client: Client, route: string, headers?: Record<string, string>): Promise<string[]> {
  const [method = '', path = ''] = split(route);
  const nested = `${'{"q":'.repeat(tooMany)}1${'}'.repeat(tooMany)}`;
  const { status, body } = await client.send<ProblemDocument>(method, path, nested, { 'If-Match': '"1"', ...headers });
  return status === 400 && body.code === 'too-deep' ? [] : [`${route}: too-deep is right, ${status} ${body.code ?? ''} came back`];
}

/** Whether a list answers whoever asks for more than a page of a hundred, or for all there is. */
export async function givesTooMuch(client: Client, path: string, headers?: Record<string, string>): Promise<string[]> {
  const wrong: string[] = [];
  for (const query of ['_end=100000', '_start=0&_end=101', '_start=5&_end=1000000000']) {
    const { status } = await client.get(`${path}?${query}`, headers);
    if (status !== 400 && status !== 403) wrong.push(`GET ${path}?${query}: 400 is right, ${status} came back`);
  }
  return wrong;
}

/** Whether a list gives another page to somebody who has had as many rows in this minute as anybody may. */
export async function leafsOn(
  client: Client,
  database: Pick<TestDatabase, 'sql'>,
  staffId: string,
  path: string,
  headers?: Record<string, string>,
): Promise<string[]> {
  await database.sql(
    `insert into access_log.page (staff_id, page, rows) values ($1, '\\x00', $2) on conflict (staff_id, page) do update set rows = $2, turned_to_at = now()`,
    [staffId, mostTurnedTo.rows],
  );
  // A page that nobody has asked for yet.
  const { status } = await client.get(`${path}?_start=${Date.now() % 90_000}`, headers);
  await database.sql('delete from access_log.page where staff_id = $1', [staffId]);
  return status === 429 ? [] : [`GET ${path} after ${mostTurnedTo.rows} rows in a minute: 429 is right, ${status} came back`];
}

/** What the database's limits of time are called. */
export const limitsOfTime = ['idle_in_transaction_session_timeout', 'lock_timeout', 'statement_timeout'] as const;

/** The limits of time that a role of the database is without: longest ten minutes. */
export async function endless(database: Pick<TestDatabase, 'url'>, role: 'auth' | 'api' | 'worker' | 'report'): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url(role) });
  await client.connect();
  const { rows } = await client.query<{ name: string; milliseconds: number }>(
    'select name, setting::integer as milliseconds from pg_settings where name = any ($1) order by 1',
    [limitsOfTime],
  );
  await client.end();
  return limitsOfTime.filter((limit) => !rows.some(({ name, milliseconds }) => name === limit && milliseconds > 0 && milliseconds <= 600_000));
}

/** Whether a request that is begun and never finished is still waited for after a minute, and the half that it may take to be seen. */
export function waitsForEver(url: string): Promise<string[]> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write('POST /api/search HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{');
    });
    const end = (wrong: string[]) => {
      clearTimeout(patience);
      socket.destroy();
      resolve(wrong);
    };
    const patience = setTimeout(() => end(['A request that is never finished is still waited for after 95 seconds']), 95_000);
    socket
      .on('error', reject)
      .on('data', () => undefined)
      .on('close', () => end([]));
  });
}
