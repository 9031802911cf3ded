/** Programs that npm does not have: Redis and Chromium. As root on Debian they are installed; elsewhere we say what to install. */
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../run.mjs';
import { say, seconds } from '../say.mjs';

/** @param {string[]} names @returns {string | null} the first of these programs that can be run */
export function find(names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  for (const name of names)
    for (const folder of folders) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  return null;
}

export const findRedis = () => find(['redis-server']);
/** Chromium with all that a person has around a page, such as an address bar. */
export const findWholeChromium = () => find(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);
/**
 * What pages are tested and measured with: first of all the same program without a window. The whole one keeps hidden pages of its
 * address bar for every window, which take as much of the processor as a page of ours does.
 */
export const findChromium = () => find(['chromium-headless-shell', 'headless_shell']) ?? findWholeChromium();

/** @typedef {{ package: string, found: () => unknown }} Wanted */

/** @type {Wanted[]} */
const wanted = [
  { package: 'redis-server', found: findRedis },
  { package: 'chromium-headless-shell', found: findChromium },
];

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Chromium with its own words, such as the parts of a date, in more languages than one. @type {Wanted[]} */
export const chromiumInSwedish = [
  { package: 'chromium', found: findWholeChromium },
  { package: 'chromium-l10n', found: () => findWholeChromium() !== '/usr/bin/chromium' || existsSync('/usr/lib/chromium/locales/sv.pak') },
];

/** @param {Wanted[]} more that this run needs besides */
export async function installPackages(...more) {
  const missing = [...wanted, ...more].filter(({ found }) => !found()).map((entry) => entry.package);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !isDebian()) {
    say(`Not on this machine: ${missing.join(' and ')}. Their tests are skipped. On Debian: sudo apt-get install ${missing.join(' ')}`);
    return;
  }
  const since = performance.now();
  say(`Installing ${missing.join(' and ')} with apt-get …`);
  await withoutServices(async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const steps = [
      ['update', '-q'],
      ['install', '-q', '-y', '--no-install-recommends', ...missing],
    ];
    for (const step of steps) {
      const { code, output } = await run('apt-get', step, { env, whole: true });
      // Without the network an old list of packages may do, and what is then still missing is told as skipped.
      if (code !== 0) say(`${output.trim().split('\n').slice(-5).join('\n')}\napt-get ${step[0]} failed (see above).`);
    }
  });
  say(`Installed (${seconds(since)}).`);
}

const policy = '/usr/sbin/policy-rc.d';

/** Debian starts a server as soon as it is installed; we want the program only, on a port of our own. @param {() => Promise<void>} work */
async function withoutServices(work) {
  const ours = !existsSync(policy);
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await work();
  } finally {
    if (ours) rmSync(policy, { force: true });
  }
}
