/** Where a figure's time goes in the database: its statements under the API's role and rules, beside the plain ones. */
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { middle } from './table.mjs';

const times = 5;

/** The database as one of the roles of the secret file. @param {NodeJS.ProcessEnv} env @param {'api' | 'worker' | 'report'} role */
export async function asRole(env, role) {
  const given = env[`DATABASE_URL_${role.toUpperCase()}`];
  const url = new URL(given ?? env.DATABASE_URL ?? '');
  if (!given) {
    const login = JSON.parse(readFileSync(env.STEGVIS_SECRETS ?? '', 'utf8')).roles[role];
    url.username = encodeURIComponent(login.user);
    url.password = encodeURIComponent(login.password);
  }
  const client = new pg.Client({ connectionString: url.toString(), options: '-c timezone=UTC -c search_path=app' });
  await client.connect();
  return client;
}

/** States that somebody asks, for the transaction that is under way, as the entrance does; only the owner can sign it. @param {pg.Client} client @param {pg.Client} owner @param {string} staff */
export async function state(client, owner, staff) {
  const said = `staff|${staff}|bench|${Math.floor(Date.now() / 1000) + 3600}|bench|`;
  const { rows } = await owner.query('select access.signed($1) as signed', [said]);
  await client.query(`select set_config('stegvis.asker', $1, true)`, [rows[0].signed]);
}

/** @param {import('./figures.mjs').Figure} figure @param {NodeJS.ProcessEnv} env @param {pg.Client} owner */
export async function causeOf(figure, env, owner) {
  if (figure.fenced.length === 0)
    return `  ${figure.name}: two exchanges in one transaction, since it decides on what it reads; the plain one takes six`;
  const api = await asRole(env, 'api');
  try {
    const parts = [];
    for (const [place, { text, values, asker }] of figure.fenced.entries()) {
      const ours = await cost(api, text, values(0), (client) => state(client, owner, asker(0)));
      const other = figure.plain[place];
      const plain = other && (await cost(owner, other.text, other.values(0)));
      parts.push(
        `planned ${ours.planning.toFixed(1)} + run ${ours.execution.toFixed(1)}${plain ? ` (plain ${plain.planning.toFixed(1)} + ${plain.execution.toFixed(1)})` : ''}`,
      );
    }
    return `  ${figure.name}: ${parts.join('; ')}`;
  } finally {
    await api.end();
  }
}

/** @param {pg.Client} client @param {string} text @param {unknown[]} values @param {(client: pg.Client) => Promise<void>} [enter] */
async function cost(client, text, values, enter) {
  const [planning, execution] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let time = 0; time < times; time++) {
    await client.query('begin');
    await enter?.(client);
    const { rows } = await client.query(`explain (analyze, timing off, format json) ${text}`, values);
    await client.query('rollback');
    const [plan] = rows[0]['QUERY PLAN'];
    planning.push(plan['Planning Time']);
    execution.push(plan['Execution Time']);
  }
  return { planning: middle(planning), execution: middle(execution) };
}
