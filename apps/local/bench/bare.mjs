/** The bare server: node:http and pg, the same SQL without access rules, no session. Started by the bench, which tells it what to run. */
import { createServer } from 'node:http';
import pg from 'pg';

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 12,
  options: '-c timezone=UTC -c search_path=app',
  statement_timeout: 15_000,
});

/** @typedef {{ text: string, name: string }} Named */
/** @type {Map<string, { statements: Named[], inOrder: boolean }>} */
const figures = new Map();

/** @param {Named[]} statements @param {unknown[][]} values */
async function inTransaction(statements, values) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    let last;
    for (const [place, statement] of statements.entries()) last = await client.query({ ...statement, values: values[place] });
    await client.query('commit');
    return last ? [last] : [];
  } catch (fault) {
    await client.query('rollback');
    throw fault;
  } finally {
    client.release();
  }
}

const server = createServer(async (request, response) => {
  try {
    const asked = new URLSearchParams((request.url ?? '').slice(2));
    const { statements = [], inOrder = false } = figures.get(asked.get('figure') ?? '') ?? {};
    const values = JSON.parse(asked.get('values') ?? '[]');
    const [first, ...others] = inOrder
      ? await inTransaction(statements, values)
      : await Promise.all(statements.map((statement, place) => pool.query({ ...statement, values: values[place] })));
    const [total] = others;
    if (others.length === 1 && total) response.setHeader('X-Total-Count', String(total.rows[0].total));
    const content = others.length === 0 ? first?.rows[0] : others.length === 1 ? first?.rows : [first, ...others].map((one) => one?.rows);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(content));
  } catch (fault) {
    response.statusCode = 500;
    response.end(String(fault));
  }
});

process.on('disconnect', () => process.exit(0));
process.on('message', (/** @type {{ name: string, inOrder: boolean, texts: string[] }[]} */ told) => {
  for (const { name, inOrder, texts } of told)
    figures.set(name, { inOrder, statements: texts.map((text, place) => ({ text, name: `${name.slice(0, 50)} ${place}` })) });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: /** @type {import('node:net').AddressInfo} */ (server.address()).port }));
});
