/**
 * `npm run bench`: how fast the API is on a scaled database, beside the plain SQL that gives the same rows. It stands among
 * the programs that drive the others from outside: it imports none of them, starts what is built, reads the .sql files, and
 * prints a table. Nothing is asserted; a figure below its aim is named with what was measured of it.
 *
 * `-- --seconds 1 --clients 1,10,50 --only meetings`
 */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { environmentFor, runningEmbedded, startEmbedded } from '../database.mjs';
import { atTheEnd, endAll, endOnSignals, isEnding } from '../endings.mjs';
import { prepareProgram } from '../prepare.mjs';
import { Advice, complain, explain, say } from '../say.mjs';
import { currentTurn, endTurn } from '../turn.mjs';
import { waitForTurn } from '../wait-for-turn.mjs';
import { makeDataFolder } from '../workspace.mjs';
import { causeOf } from './cause.mjs';
import { measureExistence } from './existence.mjs';
import { figuresOf, logged } from './figures.mjs';
import { measureJobs } from './jobs.mjs';
import { measure, sameRows } from './measure.mjs';
import { measurePolicies } from './policies.mjs';
import { startApi, startBare } from './servers.mjs';
import { headLine, lineOf } from './table.mjs';
import { findWorld, removeLogged } from './world.mjs';

/** A figure that takes longer than this for the first number of clients, in milliseconds, here or there, is not asked of many at once. */
const slow = 300;

async function openDatabase() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const other = currentTurn();
  const url = other?.state === 'ready' ? await runningEmbedded() : null;
  if (url) return url;
  await waitForTurn('npm run bench');
  atTheEnd(endTurn);
  return startEmbedded();
}

function options() {
  const { values } = parseArgs({ options: { seconds: { type: 'string' }, clients: { type: 'string' }, only: { type: 'string' } } });
  const seconds = Number(values.seconds ?? '1');
  const clients = (values.clients ?? '1,10,50').split(',').map(Number);
  if (!(seconds > 0 && seconds <= 60)) throw new Advice('--seconds is from 0 to 60: how long each cell of the table is measured.');
  if (clients.some((many) => !Number.isInteger(many) || many < 1 || many > 200)) throw new Advice('--clients is a list such as 1,10,50.');
  return { seconds, clients, only: values.only };
}

async function main() {
  const { seconds, clients, only } = options();
  endOnSignals(say, () => 130);
  makeDataFolder();
  await prepareProgram();
  const env = environmentFor(await openDatabase());
  const owner = new pg.Client({ connectionString: env.DATABASE_URL, options: '-c timezone=UTC -c search_path=app' });
  await owner.connect();
  atTheEnd(() => owner.end());
  atTheEnd(() => removeLogged(owner, logged));
  const world = await findWorld(owner);
  say(`Measured on ${world.participants} participants and ${world.meetings} meetings, PostgreSQL ${world.server}; ${seconds} s a cell.`);
  const figures = figuresOf(world).filter(({ name }) => !only || name.includes(only));
  const api = await startApi(env);
  const bare = await startBare(env, figures);
  say(headLine(clients));
  const short = [];
  for (const figure of figures) {
    await sameRows(figure, api, bare);
    const cells = [];
    for (const many of clients) {
      if (many > 1 && Math.max(cells[0]?.ours.p50 ?? 0, cells[0]?.bare.p50 ?? 0) > slow) continue;
      cells.push({ clients: many, ours: await measure(api, figure.ours, many, seconds), bare: await measure(bare, figure.bare, many, seconds) });
    }
    say(lineOf(figure, cells, clients));
    if (cells.some(({ ours, bare: other }) => ours.perSecond < figure.aim * other.perSecond)) short.push(figure);
  }
  if (!only || 'policies'.includes(only)) await measurePolicies(env, owner, world, say);
  if (!only || 'existence'.includes(only)) await measureExistence(api, owner, world, say);
  if (!only) await measureJobs(env, owner, world, say);
  say(`\nBelow the aim: ${short.length} of ${figures.length}. What their statements cost, the middle of five, in milliseconds:`);
  for (const figure of short) say(await causeOf(figure, env, owner));
  await endAll();
}

try {
  await main();
} catch (error) {
  if (!isEnding()) {
    complain(explain(error));
    await endAll();
    process.exit(1);
  }
}
