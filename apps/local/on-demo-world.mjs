/** Runs the specs of one kind on a demo world of their own, for the commands that look at the staff UI from outside. */
import { findChromium, installPackages } from './checks/packages.mjs';
import { endAll, endOnSignals, isEnding } from './endings.mjs';
import { prepareProgram } from './prepare.mjs';
import { Advice, complain, explain, say } from './say.mjs';
import { makeDataFolder } from './workspace.mjs';

/**
 * @param {string} project of jest.config.mjs @param {Record<string, string>} settings what the specs are told
 * @param {() => void} tell says what came of it; called whether all passed or not
 * @param {{ packages: import('./checks/packages.mjs').Wanted[], program: () => string | null }} browser the packages that it needs, and where it is then
 */
export async function onDemoWorld(project, settings, tell, { packages, program } = { packages: [], program: findChromium }) {
  try {
    endOnSignals(say, () => 130);
    makeDataFolder();
    await prepareProgram();
    await installPackages(...packages);
    const chromium = program();
    if (!chromium) throw new Advice('This needs Chromium, which is not on this machine.');
    // Read only now: on a fresh clone they need what has just been installed.
    const [{ testEnvironment }, { runJest }] = [await import('./checks/steps.mjs'), await import('./checks/jest.mjs')];
    const { passed, failed } = await runJest(project, [], { ...(await testEnvironment()), TEST_CHROMIUM: chromium, ...settings }, { inBand: true });
    if (isEnding()) return;
    tell();
    await endAll();
    process.exit(failed === 0 && passed > 0 ? 0 : 1);
  } catch (error) {
    if (isEnding()) return;
    complain(explain(error));
    await endAll();
    process.exit(1);
  }
}
