/** `npm run migrate`, `demo`, `first-admin` …: runs a command of apps/database on the database that `npm start` uses. */
import { environmentFor, runningEmbedded, startEmbedded } from './database.mjs';
import { atTheEnd, endAll, endOnSignals, isEnding } from './endings.mjs';
import { prepareProgram } from './prepare.mjs';
import { run } from './run.mjs';
import { Advice, complain, explain, say } from './say.mjs';
import { currentTurn, endTurn } from './turn.mjs';
import { waitForTurn } from './wait-for-turn.mjs';
import { databaseCommand, makeDataFolder, root } from './workspace.mjs';

const [name, ...words] = process.argv.slice(2);

/** @returns {Promise<string>} the owner's URL: of the given server, of the one that a running `npm start` has, or of our own */
async function openDatabase() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const other = currentTurn();
  const url = other?.state === 'ready' ? await runningEmbedded() : null;
  if (url) return url;
  await waitForTurn(`npm run ${name}`);
  atTheEnd(endTurn);
  return startEmbedded();
}

async function main() {
  if (!name) throw new Advice('Say which command: node apps/local/command.mjs <name> [words]');
  endOnSignals(say, () => 130);
  makeDataFolder();
  await prepareProgram();
  const env = environmentFor(await openDatabase());
  const { code } = await run(process.execPath, ['--enable-source-maps', databaseCommand, name, ...words], { cwd: root, env, show: true });
  await endAll();
  process.exit(code);
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
