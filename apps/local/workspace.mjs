/** Where things are in the clone. Imports nothing from npm: a fresh clone has no node_modules yet. */
import { chmodSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Advice } from './say.mjs';

export const root = resolve(import.meta.dirname, '../..');
export const dataFolder = join(root, '.data');
export const secretsFile = process.env.STEGVIS_SECRETS ? resolve(process.env.STEGVIS_SECRETS) : join(dataFolder, 'secrets.json');
export const databaseCommand = join(root, 'apps/database/dist/command.js');
export const apiProgram = join(root, 'apps/api/dist/main.js');
export const workerProgram = join(root, 'apps/worker/dist/main.js');
export const staffUi = join(root, 'apps/staff/dist');

/**
 * Makes the data folder. Root's must let PostgreSQL's own account pass through (not list): the server does not run as
 * root, and its data lie inside. What is secret in it has mode 0600.
 */
export function makeDataFolder() {
  const me = process.getuid?.();
  const owner = statSync(dataFolder, { throwIfNoEntry: false })?.uid;
  if (owner !== undefined && me !== undefined && owner !== me) {
    throw new Advice(`${dataFolder} belongs to another account (number ${owner}). Start as that account, or move the folder away to begin anew.`);
  }
  mkdirSync(join(dataFolder, 'logs'), { recursive: true, mode: 0o700 });
  chmodSync(dataFolder, me === 0 ? 0o711 : 0o700);
}

/**
 * Writes a small JSON file in one piece, readable by its owner only: a killed process leaves the old one or the new one.
 * @param {string} file @param {unknown} content
 */
export function writeJson(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/** @param {string} path relative to the workspace's root */
export function inWorkspace(path) {
  return join(root, path);
}
