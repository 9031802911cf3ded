/** Installs the packages of the lock file when they are missing or the lock file changed. Imports nothing from npm. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { run } from './run.mjs';
import { Advice, say, seconds } from './say.mjs';
import { inWorkspace, root } from './workspace.mjs';

const stamp = inWorkspace('node_modules/.stegvis-installed');

function wanted() {
  return createHash('sha256')
    .update(readFileSync(inWorkspace('package-lock.json')))
    .digest('hex');
}

/** npm writes this copy of the lock file last: it is there after an install by hand, and older than a lock file changed since. */
function installedByHand() {
  const copy = inWorkspace('node_modules/.package-lock.json');
  if (!existsSync(copy)) return false;
  const has = JSON.parse(readFileSync(copy, 'utf8')).packages;
  const wants = JSON.parse(readFileSync(inWorkspace('package-lock.json'), 'utf8')).packages;
  return Object.entries(wants).every(
    ([path, entry]) => path === '' || entry.optional || entry.link || !path.startsWith('node_modules/') || has[path]?.version === entry.version,
  );
}

export async function installIfNeeded() {
  const fresh = !existsSync(inWorkspace('node_modules'));
  if (!fresh && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return;
  if (fresh || !installedByHand()) {
    const since = performance.now();
    say(fresh ? 'Installing packages (the first time; a minute or two) …' : 'The list of packages has changed: installing them again …');
    // A killed install must not look finished.
    rmSync(stamp, { force: true });
    const { code, output } = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
    if (code !== 0) throw new Advice(`${output}\nnpm ci failed (see above). It needs a package registry that can be reached; then start again.`);
    say(`Packages installed (${seconds(since)}).`);
  }
  writeFileSync(stamp, wanted());
}
