/** `npm start`: from a fresh clone to an address in the browser. With `--watch` (npm run dev): rebuilds and restarts on change. */
import { lastLines } from './children.mjs';
import { environmentFor, startEmbedded } from './database.mjs';
import { atTheEnd, endAll, endOnSignals, isEnding } from './endings.mjs';
import { portToServe } from './ports.mjs';
import { databaseTask, prepareDatabase, prepareProgram } from './prepare.mjs';
import { stopProcesses } from './process-identity.mjs';
import { Advice, complain, explain, say } from './say.mjs';
import { makeServices, reachableHost } from './services.mjs';
import { demoSignIns, saySignIns } from './sign-ins.mjs';
import { endTurn, lastTurn, tellTurn } from './turn.mjs';
import { waitForTurn } from './wait-for-turn.mjs';
import { watchSources } from './watch.mjs';
import { makeDataFolder } from './workspace.mjs';

const watching = process.argv.includes('--watch');

/** @returns {Promise<string>} the owner's URL of the database */
async function openDatabase() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  return startEmbedded();
}

/** Makes sure that we are alone with the embedded database, also when the last start was killed. */
async function takeOver() {
  const before = lastTurn();
  await waitForTurn(watching ? 'npm run dev' : 'npm start');
  atTheEnd(endTurn);
  // The parent of these was killed; they are about to stop by themselves, and we must not start beside them.
  await stopProcesses(before?.children ?? [], 10_000);
}

/** @param {import('./children.mjs').Child} child @param {string} why */
async function onDeath(child, why) {
  if (isEnding()) return;
  complain(`${watching ? '' : `${lastLines(child)}\n`}The ${child.name} ${why}, so everything is stopped. Its log: ${child.log}`);
  await endAll();
  process.exit(1);
}

/** @param {NodeJS.ProcessEnv} env @param {ReturnType<typeof makeServices>} services */
function rebuildOnChange(env, services) {
  watchSources(async (changed) => {
    await prepareProgram();
    // The staff UI's files are read from disk at each request.
    if ([...changed].every((folder) => folder === 'apps/staff/src')) return;
    await services.stop();
    await databaseTask(['migrate'], env);
    const reason = await services.start();
    say(reason ? `The API does not get ready: ${reason}` : 'Restarted.');
  });
  say('Watching the sources.');
}

async function main() {
  endOnSignals(
    (why) => {
      say(why);
      tellTurn({ state: 'stopping' });
    },
    () => 0,
  );
  makeDataFolder();
  if (!process.env.DATABASE_URL) await takeOver();
  const port = await portToServe(process.env.PORT);
  await prepareProgram();
  const env = environmentFor(await openDatabase());
  await prepareDatabase(env);
  say('Starting the API and the worker …');
  const services = makeServices(env, port, watching, onDeath);
  const reason = await services.start();
  if (reason) throw new Advice(`The API does not get ready: ${reason}. See .data/logs/api.log.`);
  if (isEnding()) return;
  const host = reachableHost(process.env.HOST);
  const address = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  tellTurn({ state: 'ready', address });
  say(`\nStegvis is ready: ${address}`);
  const demo = await demoSignIns(env.DATABASE_URL);
  if (isEnding()) return;
  if (demo.length > 0) saySignIns(demo, process.env.DEMO_PASSWORD);
  say('\nCtrl-C stops everything; the data are kept.');
  if (watching) rebuildOnChange(env, services);
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
