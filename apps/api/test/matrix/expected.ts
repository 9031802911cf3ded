import { readFileSync } from 'node:fs';
import { roles } from '@stegvis/contracts/permissions/permissions';

/** Who asks: nobody who is signed in, somebody without a role today, or somebody who holds one role. */
export const askers = ['nobody', 'no role', ...roles] as const;
export type Asker = (typeof askers)[number];

/** What must come back to an asker of a route, for a kind of record. */
export interface Cell {
  route: string;
  record: string;
  asker: Asker;
  /** A status; or `shown` or `hidden`, of a record in a list. */
  answer: string;
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The cells of a page of tables in Markdown. Throws on a table whose columns are not the askers of today, and on a cell that stands twice. */
export function readCells(file: URL, answers: RegExp): Cell[] {
  const found = new Map<string, Cell>();
  let route = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line.startsWith('|') || line.startsWith('|---')) continue;
    const [first = '', records = '', ...columns] = cellsOf(line);
    if (records === 'record') {
      if (columns.join() !== askers.join()) throw new Error(`The columns are ${columns.join()}, and the askers ${askers.join()}`);
      continue;
    }
    route = first || route;
    for (const record of records.split(', '))
      for (const [place, asker] of askers.entries()) {
        const answer = columns[place] ?? '';
        const name = `${route} · ${record} · ${asker}`;
        if (!answers.test(answer)) throw new Error(`${name} has no answer: ${line}`);
        if (found.has(name)) throw new Error(`${name} stands twice`);
        found.set(name, { route, record, asker, answer });
      }
  }
  return [...found.values()];
}

export const nameOf = ({ route, record, asker }: Cell): string => `${route} · ${record} · ${asker}`;
