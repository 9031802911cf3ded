/**
 * The right of way for the main thread of pages. Lighthouse counts every millisecond of that thread four times, those too in which it stood
 * in a queue behind a server, a compiler or another part of the browser: on two cores it stands there half of the time, on a phone's eight it does not.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { parentOf } from './process-identity.mjs';

/** @param {string} pid @returns {string} nothing when the process has ended meanwhile */
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** @param {number} pid @returns {boolean} whether this process started it, or one that it started did */
const isOurs = (pid) => pid === process.pid || (pid > 1 && isOurs(parentOf(pid)));

/** Before every other thread on the machine, and without the threads that this one starts. @param {string} thread */
const putFirst = (thread) => spawnSync('chrt', ['--reset-on-fork', '--rr', '--pid', '1', thread]).status === 0;

const everyMilliseconds = 20;

/**
 * From now on the main threads of pages, in browsers that this process and its children start, wait for nobody. Ends with this process.
 * @returns {boolean} false where this may not be had: it takes Linux's `chrt`, and root
 */
export function givePagesTheRightOfWay() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || spawnSync('chrt', ['--max']).status !== 0) return false;
  /** @type {Set<string>} */
  const looked = new Set();
  const look = () => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name) && !looked.has(name))) {
      const command = commandOf(pid);
      // A page's process begins as a copy of the one that it is made from.
      if (command.includes('--type=zygote')) continue;
      looked.add(pid);
      if (command.includes('--type=renderer') && isOurs(Number(pid))) putFirst(pid);
    }
  };
  setInterval(look, everyMilliseconds).unref();
  return true;
}
