/** Everything before the first process: packages, build, and the database up to date. */
import { buildIfNeeded } from './build.mjs';
import { installIfNeeded } from './install.mjs';
import { run } from './run.mjs';
import { Advice, say, seconds } from './say.mjs';
import { databaseCommand, root } from './workspace.mjs';

export async function prepareProgram() {
  await installIfNeeded();
  await buildIfNeeded();
}

/**
 * Runs a command of apps/database.
 * @param {string[]} words @param {NodeJS.ProcessEnv} env @returns {Promise<string>} what it said
 */
export async function databaseTask(words, env) {
  const { code, output } = await run(process.execPath, ['--enable-source-maps', databaseCommand, ...words], { cwd: root, env });
  if (code !== 0) throw new Advice(`${output}\nThe database command "${words.join(' ')}" failed (see above).`);
  return output;
}

/** Brings the tables up to date and, unless it is not wanted, fills an empty database with the demo world. @param {NodeJS.ProcessEnv} env */
export async function prepareDatabase(env) {
  await toldTask(['migrate'], env);
  if (env.STEGVIS_DEMO !== 'off') await toldTask(['demo', '--if-empty'], env);
}

/** Runs a command and passes on what it said. @param {string[]} words @param {NodeJS.ProcessEnv} env */
async function toldTask(words, env) {
  const since = performance.now();
  const output = await databaseTask(words, env);
  say(`${output.trim() || `Done: ${words.join(' ')}`} (${seconds(since)})`);
}
