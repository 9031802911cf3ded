/** The account that PostgreSQL's server runs as: it refuses to run as root. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Advice } from '../say.mjs';

/**
 * @param {string[]} [dataFolders] existing ones keep their account, also when a better one has come to the machine since
 * @returns {import('../run.mjs').Account | null} null when we are an ordinary user, who runs it directly
 */
export function serverAccount(dataFolders = []) {
  if (process.getuid?.() !== 0) return null;
  const accounts = ['postgres', 'nobody'].flatMap((name) => {
    const [uid, gid] = ['-u', '-g'].map((which) => spawnSync('id', [which, name], { encoding: 'utf8' }));
    return uid?.status === 0 && gid?.status === 0 ? [{ name, uid: Number(uid.stdout), gid: Number(gid.stdout) }] : [];
  });
  const owners = dataFolders.map((folder) => statSync(folder, { throwIfNoEntry: false })?.uid);
  const account = accounts.find(({ uid }) => owners.includes(uid)) ?? accounts[0];
  if (account) return account;
  throw new Advice(
    'PostgreSQL does not run as root, and this machine has neither an account "postgres" nor "nobody". Start as an ordinary user, or set DATABASE_URL.',
  );
}

/**
 * Whether the account can get into this folder. Asked of the system itself: modes alone do not tell of ACLs and mounts.
 * @param {import('../run.mjs').Account} account @param {string} folder
 */
export function canReach(account, folder) {
  const { status, error } = spawnSync('ls', ['-d', `${folder}/.`], { cwd: '/', uid: account.uid, gid: account.gid, stdio: 'ignore' });
  if (error) throw new Advice(`Cannot run a program as "${account.name}" (${error.message}). Start as an ordinary user, or set DATABASE_URL.`);
  return status === 0;
}
