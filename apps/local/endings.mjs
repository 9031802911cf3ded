/** What has been started and must be stopped, last first, whatever happens in between. */
import { commandLine, identify, isAlive, parentOf } from './process-identity.mjs';
import { interruptRunning } from './run.mjs';
import { Advice, complain, explain } from './say.mjs';

/** @typedef {() => unknown} Ending */

/** @type {Ending[]} */
const endings = [];

/** @type {Promise<void> | undefined} */
let ending;

/**
 * Call it before starting the thing, so that an interruption in between leaves nothing behind.
 * @param {Ending} stop may be asynchronous
 */
export function atTheEnd(stop) {
  if (ending) throw new Advice('Stopped before everything had started.');
  endings.push(stop);
}

export function isEnding() {
  return ending !== undefined;
}

/** Runs all endings, once. One that fails does not keep the others from running. */
export function endAll() {
  ending ??= (async () => {
    for (let stop = endings.pop(); stop; stop = endings.pop()) {
      try {
        await stop();
      } catch (error) {
        complain(explain(error));
      }
    }
  })();
  return ending;
}

/** How often to see whether npm, which started us, is still there. */
const parentCheck = 1_000;

/**
 * Ends everything in order on Ctrl-C, on a request to stop, when the terminal closes, and when npm is killed above us.
 * @param {(why: string) => void} announce @param {(signal: NodeJS.Signals) => number} exitCode
 */
export function endOnSignals(announce, exitCode) {
  let asked = 0;
  /** @param {NodeJS.Signals} signal @param {string} why */
  const stop = async (signal, why) => {
    // A terminal sends Ctrl-C to npm and to us, and npm passes its own on: only a second one, later, means "at once".
    if (asked && performance.now() - asked < 1_500) return;
    if (asked) process.exit(1);
    asked = performance.now();
    announce(why);
    interruptRunning();
    await endAll();
    process.exit(exitCode(signal));
  };
  process.on('SIGINT', (signal) => stop(signal, 'Stopping (Ctrl-C again stops at once, without waiting) …'));
  process.on('SIGTERM', (signal) => stop(signal, 'Stopping …'));
  process.on('SIGHUP', (signal) => stop(signal, 'The terminal was closed: stopping …'));
  const npm = npmAbove();
  if (!npm) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(npm)) stop('SIGHUP', 'npm is gone: stopping …');
  }, parentCheck).unref();
}

/**
 * The npm that started us, above the shell that it uses. A signal to npm alone ends that shell and never reaches us,
 * and a killed npm tells nobody; so we look whether it still lives.
 */
function npmAbove() {
  for (let pid = process.ppid, steps = 0; pid > 1 && steps < 3; pid = parentOf(pid), steps++) {
    if (/^npm\b/.test(commandLine(pid))) return identify(pid);
  }
  return null;
}
