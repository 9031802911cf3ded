/**
 * `npm test`: every check there is, against servers that it brings up itself. `npm test -- database meetings` runs one
 * step, and of it only the spec files whose path contains the word; `--long` runs the heavy versions of the tests.
 */
import { buildIfNeeded } from './build.mjs';
import { installPackages } from './checks/packages.mjs';
import { addFailure, addOne, exitCode, failedSteps, summary } from './checks/tally.mjs';
import { endAll, endOnSignals, isEnding } from './endings.mjs';
import { installIfNeeded } from './install.mjs';
import { complain, explain, say, seconds } from './say.mjs';

async function main() {
  endOnSignals(say, () => 130);
  await installIfNeeded();
  // Read only now: on a fresh clone it needs what has just been installed.
  const { steps, needBuild } = await import('./checks/steps.mjs');

  const words = process.argv.slice(2).filter((word) => word !== '--long');
  if (process.argv.includes('--long')) process.env.TEST_LONG = '1';
  const chosen = steps.filter(({ name }) => words.length === 0 || name === words[0]);
  if (chosen.length === 0) {
    complain(`There is no step "${words[0]}". The steps are: ${steps.map(({ name }) => name).join(', ')}.`);
    process.exit(1);
  }
  if (chosen.some(({ name }) => name === 'queue' || name === 'browser')) await installPackages();
  if (words.length > 0 && needBuild.has(words[0] ?? '')) {
    // One step is for quick work, perhaps in the middle of a change elsewhere: the last build may do.
    await buildIfNeeded().catch((error) => complain(`${explain(error)}\nGoing on with the last build.`));
  }

  for (const { title, check } of chosen) {
    say(`\n── ${title}`);
    const since = performance.now();
    try {
      if (!(await check(words.slice(1)))) addFailure(title);
    } catch (error) {
      if (isEnding()) return;
      complain(explain(error));
      addOne(false);
      addFailure(title);
    }
    if (isEnding()) return;
    say(`   ${seconds(since)}`);
  }
  await endAll();
  if (failedSteps().length > 0) say(`\nFailed: ${failedSteps().join(', ')}`);
  say(`\n${summary()}`);
  process.exit(exitCode());
}

try {
  await main();
} catch (error) {
  if (!isEnding()) {
    complain(explain(error));
    await endAll();
    say('\n0 passed, 1 failed, 0 skipped');
    process.exit(1);
  }
}
