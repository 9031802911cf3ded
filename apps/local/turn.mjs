/**
 * Whose turn it is with the embedded database: at most one `npm start` or command of this clone manages it at a time.
 * The file names the process; a killed one loses its turn.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isAlive } from './process-identity.mjs';
import { dataFolder, writeJson } from './workspace.mjs';

const file = join(dataFolder, 'running.json');

/**
 * @typedef {object} Turn
 * @property {string} what the command as typed
 * @property {import('./process-identity.mjs').Identity} process
 * @property {'starting' | 'ready' | 'stopping'} state
 * @property {string} [address] where it serves
 * @property {import('./process-identity.mjs').Identity[]} children API and worker
 */

/** @type {Turn | null} */
let mine = null;

/** @returns {Turn | null} the turn that the file tells of, also of a dead process */
export function lastTurn() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @returns {Turn | null} the turn of a living process, ours included */
export function currentTurn() {
  const turn = lastTurn();
  return turn && isAlive(turn.process) ? turn : null;
}

/**
 * @param {string} what
 * @returns {boolean} false when another living process has it
 */
export function takeTurn(what) {
  const me = identify(process.pid);
  if (!me) throw new Error('This process cannot find itself in the process table.');
  if (currentTurn()) return false;
  const draft = `${file}.${process.pid}`;
  try {
    renameSync(file, draft);
  } catch {
    // There was none: nobody has been killed.
  }
  /** @type {Turn} */
  const turn = { what, process: me, state: 'starting', children: [] };
  writeFileSync(draft, JSON.stringify(turn), { mode: 0o600 });
  try {
    // Unlike a rename, a link fails when another process was faster.
    linkSync(draft, file);
    mine = turn;
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Tells other processes how far we are. @param {Partial<Turn>} change */
export function tellTurn(change) {
  if (!mine) return;
  Object.assign(mine, change);
  writeJson(file, mine);
}

export function endTurn() {
  if (mine) rmSync(file, { force: true });
  mine = null;
}
