import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import type { Answer } from '../client.js';
import type { Asking, Question } from './asking.js';
import { type Cell, nameOf, readCells } from './expected.js';
import { noSuch } from './records.js';

/** Every cell of the matrix, and the routes that it has. */
export const cells = readCells(new URL('expected.md', import.meta.url), /^(\d{3}|shown|hidden)$/);
export const routes = [...new Set(cells.map(({ route }) => route))];
export const cellsOf = (route: string): Cell[] => cells.filter((cell) => cell.route === route);
export const isRefused = ({ answer }: Cell): boolean => /^[45]/.test(answer);
/** A file that is there once is gone when it has been read. */
const readOnce = new Set(['GET /api/exports/{id}/file']);
/** Whether asking a cell changes its record. */
export const changes = (cell: Cell): boolean => (!cell.route.startsWith('GET') || readOnce.has(cell.route)) && !isRefused(cell);

/** Everything in an answer but what is different each time. */
const said = ({ body }: Answer): string => JSON.stringify(body).replace(/"requestId":"[^"]*"/, '');
/** What every asker sees who may use the verb at all, and what does not exist. */
const seen = new Set(['own', 'covered', 'standing in', 'closed', 'pseudonymous', 'protected and named', 'own project', 'own site', noSuch]);

function answered(cell: Cell, id: string, answer: Answer): string {
  if (answer.status !== 200 || !/shown|hidden/.test(cell.answer)) return String(answer.status);
  return JSON.stringify(answer.body).includes(`"id":"${id}"`) ? 'shown' : 'hidden';
}

/** Asks a cell, and says how what came deviates from what the matrix says. */
export async function deviationsOf(asking: Asking, database: Pick<TestDatabase, 'sql'>, cell: Cell): Promise<string[]> {
  const question = await asking.prepare(cell, changes(cell));
  const before = await everythingWritten(database);
  const answer = await question.send();
  const wrong = wrongStatus(cell, question, answer);
  if (!isRefused(cell)) return wrong;
  if (JSON.stringify(await everythingWritten(database)) !== JSON.stringify(before)) wrong.push(`${nameOf(cell)} was refused and wrote something`);
  if (!seen.has(cell.record) && !(await alikeWithNoSuch(asking, cell, answer)))
    wrong.push(`${nameOf(cell)} is not answered as what does not exist: ${said(answer).slice(0, 300)}`);
  return wrong;
}

function wrongStatus(cell: Cell, { record }: Question, answer: Answer): string[] {
  const came = answered(cell, record.id, answer);
  return came === cell.answer ? [] : [`${nameOf(cell)}: ${cell.answer} is right, ${came} came back: ${said(answer).slice(0, 300)}`];
}

/** Whether what may not be seen is answered as what does not exist, to the letter, where the matrix says the same of both. */
async function alikeWithNoSuch(asking: Asking, { route, asker, answer }: Cell, came: Answer): Promise<boolean> {
  const unknown = cellsOf(route).find((cell) => cell.record === noSuch && cell.asker === asker && cell.answer === answer);
  return !unknown || said(await (await asking.prepare(unknown, false)).send()) === said(came);
}

/** How often anything was changed by anybody: every version of every row, and what is kept without history. */
async function everythingWritten(database: Pick<TestDatabase, 'sql'>): Promise<unknown> {
  const [row] = await database.sql(
    'select (select count(*) from history.row_version)::integer as versions, (select count(*) from doorbell)::integer as rings',
  );
  return row;
}
