import { randomUUID } from 'node:crypto';
import { type Cell, nameOf, readCells } from './expected.js';
import { type Reaching, relationOf } from './reaching.js';

/** Who adds which rows: what an auditor reads. */
export const addCells: readonly Cell[] = readCells(new URL('adds.md', import.meta.url), /^(-|adds)$/);

const columnsOf = (relation: string) =>
  `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
   where attrelid = '${relation}'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`;

/** What happens when somebody adds a row like one that is there: `adds` when no policy stands in the way, whatever else does. */
export async function adding(reaching: Reaching, cell: Cell): Promise<string> {
  const { database, people } = reaching;
  const found = reaching.rowFor(cell);
  if (!found) return '-';
  const relation = relationOf(cell.route);
  const [{ columns } = { columns: '' }] = await database.sql<{ columns: string }>(columnsOf(relation));
  const [like] = await database.sql<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${relation} t where ${found.key} = $1 limit 1`,
    [found.value],
  );
  const row = { ...like?.row };
  // A note has the id of its attendance, and answers have that of their enrolment.
  if ('id' in row && !['attendance_note', 'voluntary_facts'].includes(cell.route)) row.id = randomUUID();
  if ('given_by' in row && cell.asker !== 'nobody') row.given_by = people.askers[cell.asker];
  const insert = `insert into ${relation} (${columns}) select ${columns} from jsonb_populate_record(null::${relation}, $1::jsonb)`;
  try {
    await reaching.as(cell.asker, async (query) => void (await query(insert, [JSON.stringify(row)])));
    return 'adds';
  } catch (fault) {
    const { code = '' } = fault as { code?: string };
    if (code === '42501') return '-';
    // There is one already, or the row says what cannot be.
    if (code.startsWith('23')) return 'adds';
    throw fault;
  }
}

/** Where a table deviates from what may be added; only the first of it when that is enough. */
export async function wronglyAdded(reaching: Reaching, table: string, enough = Number.POSITIVE_INFINITY): Promise<string[]> {
  const wrong: string[] = [];
  for (const cell of addCells) {
    if (cell.route !== table || wrong.length >= enough) continue;
    const came = await adding(reaching, cell);
    if (came !== cell.answer) wrong.push(`${nameOf(cell)}: ${cell.answer} is right, and it ${came}`);
  }
  return wrong;
}
