/** Where the embedded server keeps its data: in the clone, or outside where its account cannot get into the clone. */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../run.mjs';
import { Advice, say } from '../say.mjs';
import { dataFolder, root } from '../workspace.mjs';
import { canReach } from './account.mjs';

/**
 * @param {import('../run.mjs').Account | null} account
 * @param {{ home?: string, clone?: string }} remembered from the last start
 * @returns {Promise<string>} the folder that holds `data` and, if need be, a copy of the programs
 */
export async function homeOf(account, remembered) {
  if (!account) return dataFolder;
  const stays = remembered.home && remembered.home !== dataFolder && existsSync(remembered.home);
  // A clone that was copied with its .data must not share the data of the one it was copied from.
  const copied = remembered.clone && remembered.clone !== root && existsSync(join(remembered.clone, '.data/embedded-postgres.json'));
  if (stays && remembered.home && !copied) return remembered.home;
  if (canReach(account, dataFolder)) return dataFolder;
  const home = outside(account);
  await moveOut(home);
  return home;
}

/**
 * A folder of root's own: /var/lib is made for such data, is kept, and no one else can prepare a trap in it; where it
 * cannot be written, /var/tmp also survives a restart of the machine.
 * @param {import('../run.mjs').Account} account
 */
function outside(account) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  for (const parent of ['/var/lib', '/var/tmp']) {
    const home = join(parent, `stegvis-${name}`);
    try {
      mkdirSync(home, { recursive: true, mode: 0o711 });
      const made = lstatSync(home);
      if (!made.isDirectory() || made.uid !== 0) continue;
      chmodSync(home, 0o711);
      if (canReach(account, home)) return home;
    } catch {
      // A read-only system folder: the next one.
    }
  }
  throw new Advice(
    `PostgreSQL runs as "${account.name}", who can reach neither this folder nor /var/lib. Start as an ordinary user, move the clone, or set DATABASE_URL.`,
  );
}

/** Takes the data along when the clone has been closed to the account since the last start. @param {string} home */
async function moveOut(home) {
  say(`PostgreSQL's own account cannot enter this folder, so its data are kept in ${home}.`);
  if (!existsSync(join(dataFolder, 'postgres')) || existsSync(join(home, 'postgres'))) return;
  const draft = join(home, 'postgres.arriving');
  rmSync(draft, { recursive: true, force: true });
  const { code, output } = await run('cp', ['-a', join(dataFolder, 'postgres'), draft], { whole: true });
  if (code !== 0) throw new Advice(`${output}\nThe data could not be moved to ${home}.`);
  renameSync(draft, join(home, 'postgres'));
  rmSync(join(dataFolder, 'postgres'), { recursive: true });
}
