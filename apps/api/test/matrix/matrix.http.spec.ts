import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { type Answer, Client } from '../client.js';
import type { OpenApi } from '../malformed.js';
import { type OurProcess, startApi } from '../processes.js';
import { Asking } from './asking.js';
import { type Cell, nameOf, readCells } from './expected.js';
import { thePeople } from './people.js';
import { makers, none, noSuch } from './records.js';
import { askOf } from './requests.js';

const cells = readCells(new URL('expected.md', import.meta.url), /^(\d{3}|shown|hidden)$/);
const routes = [...new Set(cells.map(({ route }) => route))];
const cellsOf = (route: string): Cell[] => cells.filter((cell) => cell.route === route);
const isList = (route: string): boolean => cellsOf(route).some(({ answer }) => answer === 'shown');

let database: TestDatabase;
let api: OurProcess;
let asking: Asking;

beforeAll(async () => {
  database = await testDatabase();
  api = await startApi(database);
  asking = new Asking(api.url, database, await thePeople(database));
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

/** Everything in an answer but what is different each time. */
const said = ({ body }: Answer): string => JSON.stringify(body).replace(/"requestId":"[^"]*"/, '');
/** What every asker sees who may use the verb at all, and what does not exist. */
const seen = new Set(['own', 'covered', 'standing in', 'closed', 'pseudonymous', 'protected and named', 'own project', 'own site', noSuch]);
const changes = ({ route, answer }: Cell): boolean => !route.startsWith('GET') && !/^[45]/.test(answer);

function answered(cell: Cell, id: string, answer: Answer): string {
  if (answer.status !== 200 || !/shown|hidden/.test(cell.answer)) return String(answer.status);
  return JSON.stringify(answer.body).includes(`"id":"${id}"`) ? 'shown' : 'hidden';
}

/** Whether what may not be seen is answered as what does not exist, to the letter, where the matrix says the same of both. */
async function alikeWithNoSuch({ route, asker, answer }: Cell, came: Answer): Promise<boolean> {
  const unknown = cellsOf(route).find((cell) => cell.record === noSuch && cell.asker === asker && cell.answer === answer);
  return !unknown || said(await (await asking.prepare(unknown, false)).send()) === said(came);
}

/** How often anything was changed by anybody: every version of every row, and what is kept without history. */
async function everythingWritten(): Promise<unknown> {
  const [row] = await database.sql(
    'select (select count(*) from history.row_version)::integer as versions, (select count(*) from doorbell)::integer as rings',
  );
  return row;
}

describe('the matrix', () => {
  it('has every route of the API, and no other', async () => {
    const { body } = await new Client(api.url).get<OpenApi>('/api/openapi.json');
    const there = Object.entries(body.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect([...routes].sort()).toEqual(there.sort());
  });

  it.each(routes)('asks %s for every kind of record', (route) => {
    const kinds = new Set(cellsOf(route).map(({ record }) => record));
    const maker = makers[askOf(route).word];
    const due = maker && !kinds.has(none) ? [...maker.kinds, ...(isList(route) ? [] : [noSuch])] : [none];
    expect([...kinds].sort()).toEqual([...due].sort());
  });
});

describe('each gets the answer that the matrix says (abuse cases 1 and 7)', () => {
  // Lists first, while each fits on a page.
  it.each([...routes.filter(isList), ...routes.filter((route) => !isList(route))])('%s', async (route) => {
    for (const { record, asker } of cellsOf(route)) await asking.record(route, record, asker);
    const wrong: string[] = [];
    for (const cell of cellsOf(route)) {
      const refused = /^[45]/.test(cell.answer);
      const question = await asking.prepare(cell, changes(cell));
      const before = await everythingWritten();
      const answer = await question.send();
      const came = answered(cell, question.record.id, answer);
      if (came !== cell.answer) wrong.push(`${nameOf(cell)}: ${cell.answer} is right, ${came} came back: ${said(answer).slice(0, 300)}`);
      if (refused && JSON.stringify(await everythingWritten()) !== JSON.stringify(before))
        wrong.push(`${nameOf(cell)} was refused and wrote something`);
      if (refused && !seen.has(cell.record) && !(await alikeWithNoSuch(cell, answer)))
        wrong.push(`${nameOf(cell)} is not answered as what does not exist: ${said(answer).slice(0, 300)}`);
    }
    expect(wrong).toEqual([]);
  });
});
