/** The temporary folder of one test run, and the servers that live in it; what a killed run left is cleared by the next. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atTheEnd } from '../endings.mjs';
import { canReach, serverAccount } from '../postgres/account.mjs';
import { identify, isAlive, stopProcesses } from '../process-identity.mjs';
import { Advice } from '../say.mjs';
import { writeJson } from '../workspace.mjs';

/** @typedef {{ process: import('../process-identity.mjs').Identity | null, servers: import('../process-identity.mjs').Identity[] }} Note */

const begin = 'stegvis-test-';
const parents = [...new Set([tmpdir(), '/tmp', '/var/tmp'])];

/** @type {string | undefined} */
let folder;
/** @type {Note} */
const note = { process: identify(process.pid), servers: [] };

/** @type {Promise<string> | undefined} */
let making;

/** @returns {Promise<string>} the folder, which is removed at the end */
export function runFolder() {
  making ??= make();
  return making;
}

async function make() {
  await clearKilledRuns();
  const account = serverAccount();
  atTheEnd(() => folder && rmSync(folder, { recursive: true, force: true }));
  for (const parent of parents) {
    const made = mkdtempSync(join(parent, begin));
    chmodSync(made, account ? 0o711 : 0o700);
    if (!account || canReach(account, made)) {
      folder = made;
      noteServer();
      return folder;
    }
    rmSync(made, { recursive: true });
  }
  throw new Advice(`PostgreSQL's account can reach none of ${parents.join(', ')}.`);
}

/** @param {import('../process-identity.mjs').Identity | null} [server] that the next run must stop if we cannot */
export function noteServer(server) {
  if (server) note.servers.push(server);
  if (folder) writeJson(join(folder, 'run.json'), note);
}

async function clearKilledRuns() {
  for (const parent of parents) {
    for (const name of readdirSync(parent).filter((entry) => entry.startsWith(begin))) {
      const old = readNote(join(parent, name, 'run.json'));
      if (!old || (old.process && isAlive(old.process))) continue;
      await stopProcesses(old.servers, 2_000);
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
}

/** @param {string} file @returns {Note | null} null when it is not ours to read */
function readNote(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
