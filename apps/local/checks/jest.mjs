/** Runs one project of jest.config.mjs and counts its tests. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { atTheEnd } from '../endings.mjs';
import { complain } from '../say.mjs';
import { inWorkspace, root } from '../workspace.mjs';
import { runFolder } from './run-folder.mjs';

/** After its report Jest has only to end; one that still hangs has left a connection or a server open. */
const ending = 15_000;

let runs = 0;

/**
 * @param {string} project @param {string[]} words patterns of paths, and options of Jest @param {NodeJS.ProcessEnv} env
 * @param {{ inBand?: boolean }} [how]
 * @returns {Promise<import('./tally.mjs').Count>}
 */
export async function runJest(project, words, env, { inBand = false } = {}) {
  const report = join(await runFolder(), `${project}-${++runs}.json`);
  const workers = inBand ? '--runInBand' : '--maxWorkers=2';
  const options = ['--selectProjects', project, '--ci', workers, '--passWithNoTests', '--json', `--outputFile=${report}`];
  const hung = await finish([...options, ...words], env, report);
  const count = read(report);
  if (hung) {
    complain(`The ${project} tests have left something open that kept Jest from ending; close it in afterAll.`);
    count.failed += 1;
  }
  return count;
}

/** @param {string[]} words @param {NodeJS.ProcessEnv} env @param {string} report @returns {Promise<boolean>} whether it had to be ended by force */
async function finish(words, env, report) {
  /** @type {() => unknown} */
  let stop = () => {};
  atTheEnd(() => stop());
  const child = spawn(process.execPath, [inWorkspace('node_modules/jest/bin/jest.js'), ...words], {
    cwd: root,
    // The report goes to the file; what Jest would print of it as well is not for the reader.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...env, NODE_OPTIONS: `${env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim() },
  });
  const closed = new Promise((end) => child.once('close', end));
  stop = () => {
    child.kill('SIGTERM');
    return closed;
  };
  let hung = false;
  const watch = setInterval(() => {
    const written = statSync(report, { throwIfNoEntry: false })?.mtimeMs;
    if (!written || Date.now() - written < ending) return;
    hung = true;
    child.kill('SIGKILL');
  }, 1_000);
  await closed;
  clearInterval(watch);
  return hung;
}

/** @param {string} report */
function read(report) {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    // A file that cannot even be loaded has no tests to fail.
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return { passed: result.numPassedTests, failed, skipped: result.numPendingTests + result.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** How many tests stand in the files with this ending: for a run that cannot take place. @param {string} ending such as `.browser.spec.ts` */
export function countTests(ending) {
  let count = 0;
  for (const area of ['apps', 'libs'])
    for (const name of readdirSync(inWorkspace(area)))
      for (const part of ['src', 'test']) count += countBelow(inWorkspace(join(area, name, part)), ending);
  return count;
}

/** @param {string} folder @param {string} ending */
function countBelow(folder, ending) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return 0;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ending));
  return files.reduce((sum, path) => sum + (readFileSync(join(folder, path), 'utf8').match(/^\s*(it|test)(\.each)?[(`]/gm)?.length ?? 0), 0);
}
